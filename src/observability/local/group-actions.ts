import type { ObservedPartGroup } from "../observed-part.js";
import { triedRule } from "./denied-rule.js";
import { canary, type Expectation, type LocalAction, type NotTried } from "./local-action.js";

/** What a group's test machine does, and what of its settings nothing tries. */
export interface GroupActions {
	readonly actions: readonly LocalAction[];
	readonly notTried: readonly NotTried[];
}

export function groupActions({ code = {}, disabledTools = [], allowedHosts }: ObservedPartGroup): GroupActions {
	const { deniedRules = [], shellHosts } = code;
	const tried = deniedRules.map((rule, index) => deniedAction(rule, index + 1));
	const hosts = [
		...(shellHosts ? [fromShell(shellHosts)] : []),
		...(allowedHosts && !allowedHosts.includes("*") ? [fromCowork(allowedHosts)] : []),
	];
	const all = [...tried, ...hosts];
	return {
		actions: [
			...(deniedRules.includes("Bash") ? [] : [safeCommand(code), refusedCommand]),
			coworkSession,
			...all.flatMap((each) => ("id" in each ? [each] : [])),
			...disabledTools.map(disabledTool),
		],
		notTried: all.flatMap((each) => ("because" in each ? [each] : [])),
	};
}

const prompt: Expectation = { "event.name": "user_prompt" };

function ran(tool: string): Expectation {
	return { "event.name": "tool_result", tool_name: tool, success: "true" };
}

function decided(decision: "accept" | "reject"): Expectation {
	return { "event.name": "tool_decision", tool_name: "Bash", decision };
}

function safeCommand({ hasServers, hasHooks }: NonNullable<ObservedPartGroup["code"]>): LocalAction {
	const command = `echo ${canary}`;
	return {
		id: "safe-command",
		title: "A command that is allowed runs",
		session: {
			prompt: `With the Bash tool, run exactly: ${command}`,
			flags: ["--allowedTools", `Bash(${command})`],
		},
		expects: [
			prompt,
			{ "event.name": "api_request" },
			decided("accept"),
			ran("Bash"),
			...(hasServers ? [{ "event.name": "mcp_server_connection" }] : []),
			...(hasHooks ? [{ "event.name": "hook_registered" }] : []),
		],
		never: [],
	};
}

const refusedCommand: LocalAction = {
	id: "refused-command",
	title: "A command that a rule of the script refuses does not run",
	session: {
		prompt: `With the Bash tool, run exactly: echo refused ${canary}`,
		flags: ["--disallowedTools", "Bash(echo refused *)"],
	},
	expects: [prompt, decided("reject")],
	never: [ran("Bash")],
};

function deniedAction(rule: string, number: number): LocalAction | NotTried {
	const tried = triedRule(rule);
	if (typeof tried === "string") return { what: rule, because: tried };
	return {
		id: `denied-rule-${number}`,
		title: `${rule} refuses`,
		session: tried.session,
		expects: [prompt, ...(tried.decides ? [decided("reject")] : [])],
		never: [ran(tried.tool)],
	};
}

const cowork: Expectation = { "service.name": "cowork" };

const coworkSession: LocalAction = {
	id: "cowork-session",
	title: `In Cowork, ask for a file note.txt with the word ${canary} in it`,
	expects: [
		{ ...cowork, ...prompt },
		{ ...cowork, "event.name": "api_request" },
		{ ...cowork, "event.name": "tool_result", success: "true" },
	],
	never: [],
};

function disabledTool(tool: string): LocalAction {
	return {
		id: `disabled-tool-${tool}`,
		title: `In Cowork, ask for ${tool}, which the group does not have`,
		expects: [],
		never: [{ ...cowork, "event.name": "tool_result", tool_name: tool }],
	};
}

function fromShell(hosts: readonly string[]): LocalAction | NotTried {
	const host = outside(hosts);
	if (host === undefined) return { what: "sandbox.network.allowedDomains", because: "it has every host of the script" };
	return {
		id: "host-outside-shell",
		title: `A command in the sandbox does not reach ${host}`,
		session: {
			prompt: `With the Bash tool, run exactly: curl --fail --silent --max-time 20 https://${host}/`,
			flags: ["--allowedTools", "Bash(curl *)"],
		},
		expects: [prompt],
		never: [ran("Bash")],
	};
}

function fromCowork(hosts: readonly string[]): LocalAction | NotTried {
	const host = outside(hosts);
	if (host === undefined) return { what: "coworkEgressAllowedHosts", because: "it has every host of the script" };
	return {
		id: "host-outside-cowork",
		title: `In Cowork, ask to fetch https://${host}/ and nothing else from the web, which is outside of the group's list`,
		expects: [],
		never: [{ ...cowork, ...ran("WebFetch") }],
	};
}

/** A host that is there and that a list does not have. */
function outside(hosts: readonly string[]): string | undefined {
	return ["example.com", "example.net", "example.org"].find((name) => !hosts.some((host) => host.includes(name)));
}
