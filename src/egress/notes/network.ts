import type { EgressContext } from "../context.js";
import { anyOf } from "../windows.js";

export function openWeb(context: EgressContext): string[] {
	if (!context.list("coworkEgressAllowedHosts").includes("*")) return [];
	return [
		'coworkEgressAllowedHosts holds "*": the sandbox filters nothing, and a perimeter list cannot name the open web; the package hosts that the app lists in its place are optional',
	];
}

export function openSsh(context: EgressContext): string[] {
	if (context.list("sshHostAllowlist").includes("*")) {
		return [
			'sshHostAllowlist holds "*": Code may open SSH to any host, and a perimeter list cannot name them, so no host is added for it',
		];
	}
	const code = context.isNot("isClaudeCodeForDesktopEnabled", false);
	if (context.has("sshHostAllowlist") || !context.inFleet(code)) return [];
	if (!context.inFleet(context.knowing("sshHostAllowlist"))) return [];
	return [
		"sshHostAllowlist is not set: Code may open SSH to any host, and a perimeter list cannot name them, so no host is added for it",
	];
}

export function browserSites(context: EgressContext): string[] {
	if (!context.inFleet(context.is("builtinBrowserEnabled", true))) return [];
	return [
		"the sites that users and Claude open in the built-in browser come on top; they leave from the device, not by the agent's list",
	];
}

export function proxyBypass(context: EgressContext): string[] {
	const proxied = anyOf(context.isSet("egressProxyUrl"), context.isSet("egressProxyPacUrl"));
	if (!context.inFleet(proxied)) return [];
	return [
		"updates, SSH, the system browser, helpers and the Linux sandbox do not use the proxy of the app: the perimeter still needs their hosts",
		"the address of the proxy does not tell whether it opens TLS; one that does sees conversations too",
	];
}
