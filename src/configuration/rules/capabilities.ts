import type { JsonValue } from "../../json.js";
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

function browserBlocksAnyway(view: ConfigurationView): Problem[] {
	const blocks = view.value("builtinBrowserDefaultDomainPolicy") === "block";
	if (view.value("builtinBrowserEnabled") !== true || !blocks || !view.has("builtinBrowserBlockedDomains")) return [];
	const message = "has no effect while builtinBrowserDefaultDomainPolicy is block; remove one of the two";
	return [view.warning("no-effect", "builtinBrowserBlockedDomains", message)];
}

/** Claude opens no site in the browser that its sandbox may not reach. */
function browserInSandbox(view: ConfigurationView): Problem[] {
	const sandbox = view.list("coworkEgressAllowedHosts");
	if (view.value("builtinBrowserEnabled") !== true || !view.has("coworkEgressAllowedHosts")) return [];
	if (sandbox.includes("*")) return [];
	const message =
		"is not in coworkEgressAllowedHosts, so that users open it and Claude does not; add it there where that is meant";
	const isOutside = (domain: JsonValue) => !sandbox.some((entry) => covers(entry, domain));
	return entries(view, "builtinBrowserAllowedDomains", isOutside, "browser-in-sandbox", message);
}

function covers(entry: JsonValue, domain: JsonValue): boolean {
	if (typeof entry !== "string" || typeof domain !== "string") return false;
	const [wide, narrow] = [entry.toLowerCase(), domain.toLowerCase()];
	return wide === narrow || (wide.startsWith("*.") && narrow.endsWith(wide.slice(1)));
}

function fileAnalysis(view: ConfigurationView): Problem[] {
	const key = "chatAdvancedFileAnalysisEnabled";
	if (view.value(key) !== true) return [];
	if (view.value("chatTabEnabled") !== true) {
		return [view.warning("no-effect", key, "has no effect without chatTabEnabled: true; add that or remove this")];
	}
	if (!view.list("disabledBuiltinTools").includes("Bash")) return [];
	const message = "is off all the same while disabledBuiltinTools names Bash; remove one of the two";
	return [view.warning("no-effect", key, message)];
}

function openSandbox(view: ConfigurationView): Problem[] {
	const message = '"*" turns filtering off: the agent may reach every host that the perimeter allows; name the hosts';
	return entries(view, "coworkEgressAllowedHosts", (host) => host === "*", "open-sandbox", message);
}

function openSsh(view: ConfigurationView): Problem[] {
	const message = '"*" lets Code sessions connect to every host, which no perimeter can list; name the hosts';
	return entries(view, "sshHostAllowlist", (host) => host === "*", "open-ssh", message);
}

function portOfSsh(view: ConfigurationView): Problem[] {
	const message = "names a port, which the documentation of this list does not know; write the host alone";
	const namesPort = (host: JsonValue) => typeof host === "string" && /:\d+$/.test(host);
	return entries(view, "sshHostAllowlist", namesPort, "host-port", message);
}

/** A warning at every entry of a list that is not as it should be. */
function entries(
	view: ConfigurationView,
	key: string,
	isWrong: (entry: JsonValue) => boolean,
	code: string,
	message: string,
): Problem[] {
	return view.list(key).flatMap((entry, index) => (isWrong(entry) ? [view.warning(code, key, message, index)] : []));
}

/** Tabs, built-in browser and the lists of hosts: https://claude.com/docs/third-party/claude-desktop/configuration */
export const capabilityRules: readonly Rule[] = [
	tabs,
	fileAnalysis,
	browserWithoutEffect,
	browserAllowsAnyway,
	browserBlocksAnyway,
	browserInSandbox,
	openSandbox,
	openSsh,
	portOfSsh,
];
