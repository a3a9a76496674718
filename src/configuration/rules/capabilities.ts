import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

function tabs(view: ConfigurationView): Problem[] {
	const cowork = view.value("coworkTabEnabled") !== false;
	const code = view.value("isClaudeCodeForDesktopEnabled") !== false;
	if (cowork || code || view.value("chatTabEnabled") === true) return [];
	return [
		view.error(
			"no-tab",
			"coworkTabEnabled",
			"all three tabs are off, so the app would turn Cowork back on; leave one of chatTabEnabled, coworkTabEnabled, isClaudeCodeForDesktopEnabled on",
		),
	];
}

function browserWithoutEffect(view: ConfigurationView): Problem[] {
	if (view.value("builtinBrowserEnabled") === true) return [];
	return ["builtinBrowserDefaultDomainPolicy", "builtinBrowserAllowedDomains", "builtinBrowserBlockedDomains"]
		.filter((key) => view.has(key))
		.map((key) =>
			view.warning("no-effect", key, "has no effect without builtinBrowserEnabled: true; add that or remove this"),
		);
}

function browserAllowsAnyway(view: ConfigurationView): Problem[] {
	const blocks = view.value("builtinBrowserDefaultDomainPolicy") === "block";
	const blocksAll = view.list("builtinBrowserBlockedDomains").includes("*");
	if (view.value("builtinBrowserEnabled") !== true || blocks || blocksAll || !view.has("builtinBrowserAllowedDomains"))
		return [];
	const message = "closes nothing: domains on neither list are allowed; set builtinBrowserDefaultDomainPolicy: block";
	return [view.warning("browser-allows-anyway", "builtinBrowserAllowedDomains", message)];
}

function openSandbox(view: ConfigurationView): Problem[] {
	const key = "coworkEgressAllowedHosts";
	return view.list(key).flatMap((host, index) => {
		if (host === "*") {
			const message =
				'"*" turns filtering off: the agent may reach every host that the perimeter allows; name the hosts';
			return [view.warning("open-sandbox", key, message, index)];
		}
		if (typeof host !== "string" || !/:\d+$/.test(host)) return [];
		const message = "names a port, for which older apps discard the whole list in the shell; write the host alone";
		return [view.warning("port-in-sandbox", key, message, index)];
	});
}

function openSsh(view: ConfigurationView): Problem[] {
	const message = '"*" lets Code sessions connect to every host, which no perimeter can list; name the hosts';
	return view
		.list("sshHostAllowlist")
		.flatMap((host, index) => (host === "*" ? [view.warning("open-ssh", "sshHostAllowlist", message, index)] : []));
}

/** Tabs, built-in browser and the lists of hosts: https://claude.com/docs/third-party/claude-desktop/configuration */
export const capabilityRules: readonly Rule[] = [tabs, browserWithoutEffect, browserAllowsAnyway, openSandbox, openSsh];
