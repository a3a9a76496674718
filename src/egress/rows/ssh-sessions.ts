import type { JsonValue } from "../../json.js";
import type { EgressContext } from "../context.js";
import { type Destination, exact, ofPattern } from "../destination.js";
import { type EgressRow, page } from "../row.js";
import { allOf, holds } from "../windows.js";

const ssh = {
	feature: "ssh-sessions",
	key: "sshHostAllowlist",
	needs: "sshHostAllowlist",
	closedBy: [{ key: "sshHostAllowlist", value: [] }],
	since: "1.40609.0",
} as const;
const component = {
	...ssh,
	operator: "anthropic",
	source: page("telemetry"),
	hosts: [exact("downloads.claude.ai")],
} as const;

export const sshSessionsRows: readonly EgressRow[] = [
	{
		...ssh,
		because: "SSH sessions of Code",
		data: "whatever Code sends in its SSH sessions",
		ifDenied: "Code cannot open a session on that host.",
		operator: "organization",
		requirement: "required",
		source: page("configuration#sshhostallowlist"),
		when: (context) => context.listsNot("sshHostAllowlist", "*"),
		hosts: (context) => context.list("sshHostAllowlist").flatMap(sshHosts),
	},
	{
		...component,
		because: "remote component for SSH sessions",
		ifDenied: "Code cannot start sessions on remote hosts.",
		requirement: "required",
		when: (context) => allOf(allowsSsh(context), holds(context.configuration.installer !== "offline")),
	},
	{
		...component,
		because: "remote component for SSH hosts other than Linux x64 and arm64",
		ifDenied: "Code cannot start sessions on remote hosts other than Linux x64 and arm64.",
		requirement: "optional",
		// The offline installer carries the component for those two.
		when: (context) => allOf(allowsSsh(context), holds(context.configuration.installer === "offline")),
	},
];

/** In this list, unlike the sandbox's, `*.x` covers x as well. */
function sshHosts(entry: JsonValue): Destination[] {
	return ofPattern(entry, 22).flatMap((named) => {
		const spoken = { ...named, speaks: "ssh" } as const;
		return named.match === "subdomains" ? [spoken, { ...spoken, match: "exact" }] : [spoken];
	});
}

function allowsSsh(context: EgressContext) {
	return holds(context.list("sshHostAllowlist").length > 0);
}
