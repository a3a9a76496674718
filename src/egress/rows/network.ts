import { parseHostPattern } from "../../host.js";
import { oidcHosts, urlHost } from "../address.js";
import { allOf } from "../context.js";
import type { Destination, EgressRow } from "../row.js";

/** What the deployment opens itself: the sandbox's list, SSH hosts, proxies, the bootstrap server. */
export const networkRows: readonly EgressRow[] = [
	{
		feature: "agent-sandbox",
		key: "coworkEgressAllowedHosts",
		because: "the agent's tools may reach it; the perimeter must let it through",
		operator: "organization",
		source: "configuration#coworkegressallowedhosts",
		hosts: (context) =>
			sandboxIsOff(context.list("coworkEgressAllowedHosts"))
				? []
				: context.list("coworkEgressAllowedHosts").flatMap((host) => pattern(host, 443)),
	},
	{
		feature: "ssh-sessions",
		key: "sshHostAllowlist",
		because: "SSH sessions of Code",
		operator: "organization",
		source: "configuration#sshhostallowlist",
		when: (context) => [context.known("sshHostAllowlist")],
		// In this list, unlike the sandbox's, `*.x` covers x as well.
		hosts: (context) =>
			context.list("sshHostAllowlist").flatMap((host) => {
				const named = pattern(host, 22);
				return named.flatMap((each) =>
					each.host.startsWith("*.") ? [each, { ...each, host: each.host.slice(2) }] : [each],
				);
			}),
	},
	{
		feature: "ssh-sessions",
		key: "sshHostAllowlist",
		because: "remote component for SSH sessions",
		operator: "anthropic",
		source: "configuration#sshhostallowlist",
		when: (context) => [context.known("sshHostAllowlist")],
		hosts: (context) => (context.list("sshHostAllowlist").length > 0 ? ["downloads.claude.ai"] : []),
	},
	{
		feature: "bootstrap",
		key: "bootstrapUrl",
		because: "configuration served per user",
		operator: "organization",
		source: "bootstrap",
		when: (context) =>
			allOf(
				[context.known("bootstrapUrl")],
				context.when("bootstrapEnabled", (value) => value !== false),
			),
		hosts: (context) => urlHost(context.value("bootstrapUrl")),
	},
	{
		feature: "bootstrap",
		key: "bootstrapOidc",
		because: "sign-in before the configuration is served",
		operator: "organization",
		source: "bootstrap",
		when: (context) =>
			allOf(
				[context.known("bootstrapOidc")],
				context.when("bootstrapEnabled", (value) => value !== false),
			),
		hosts: (context) => (context.value("bootstrapUrl") === undefined ? [] : oidcHosts(context.value("bootstrapOidc"))),
	},
	{
		feature: "egress-proxy",
		key: "egressProxyUrl",
		because: "proxy of the app's own traffic",
		operator: "organization",
		source: "network-proxy",
		when: (context) => [context.known("egressProxyUrl")],
		hosts: (context) => urlHost(context.value("egressProxyUrl")),
	},
	{
		feature: "egress-proxy",
		key: "egressProxyPacUrl",
		because: "proxy configuration file of the app's own traffic",
		operator: "organization",
		source: "network-proxy",
		when: (context) => [context.known("egressProxyPacUrl")],
		hosts: (context) => urlHost(context.value("egressProxyPacUrl")),
	},
];

/** Whether the list switches filtering off: the open web, which no perimeter list can name. */
export function sandboxIsOff(hosts: readonly unknown[]): boolean {
	return hosts.includes("*");
}

function pattern(value: unknown, port: number): Destination[] {
	const parsed = typeof value === "string" ? parseHostPattern(value) : undefined;
	if (!parsed?.value) return [];
	const { host, match, port: written = port } = parsed.value;
	return [{ host: match === "subdomains" ? `*.${host}` : host, port: written }];
}
