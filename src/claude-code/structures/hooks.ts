import { headers } from "../../configuration/values/text-map.js";
import { url } from "../../configuration/values/url.js";
import { isObject } from "../../json.js";
import { made, refused } from "../../outcome.js";
import { error, type Problem } from "../../problem.js";
import { flag, list, map, number, object, text, words } from "../../shape/build.js";
import type { MapShape, Member, Members, ObjectShape, VariantsShape } from "../../shape/shape.js";
import { checkEvent, toolEvents } from "./hook-events.js";
import { anyObject } from "./open-form.js";

/** https://code.claude.com/docs/en/hooks#common-fields */
const common: Readonly<Record<string, Member>> = {
	if: {
		shape: text(),
		summary: "A permission rule that a tool's use must fit as well, such as `Bash(git *)`.",
		defaultNote: "none",
	},
	timeout: {
		shape: number({ above: 0 }),
		summary: "How long it may take, in seconds.",
		defaultNote: "the program's own",
	},
	statusMessage: { shape: text(), summary: "What people see while it runs.", defaultNote: "the program's own" },
};

const refusedMembers = { once: "is read in skills alone; remove it" };

const onFailure: Member = {
	shape: words(["continue", "block"]),
	summary: "Whether what it guards goes on where the hook itself fails.",
	default: "continue",
};

const command = object(
	{
		type: { shape: words(["command"]), summary: "Kind of the hook.", required: true },
		command: {
			shape: text(),
			summary: "Command line for the shell, with the event as JSON at its standard input; with `args` a program.",
			required: true,
		},
		args: {
			shape: list({ kind: "text" }),
			summary: "Arguments of the program, which no shell reads.",
			defaultNote: "the command goes to a shell",
		},
		...common,
		async: { shape: flag, summary: "Whether nothing waits for it.", default: false },
		asyncRewake: {
			shape: flag,
			summary: "The same, and exit code 2 wakes the model.",
			default: false,
		},
		shell: {
			shape: words(["bash", "powershell"]),
			summary: "Which shell.",
			defaultNote: "`bash`, or `powershell` on Windows without Git Bash",
		},
		onFailure,
	},
	{ name: "CommandHook", summary: "A hook that is a command.", refused: refusedMembers },
);

const http = object(
	{
		type: { shape: words(["http"]), summary: "Kind of the hook.", required: true },
		url: { shape: url({ http: "loopback" }), summary: "Address that the event is posted to as JSON.", required: true },
		headers: {
			shape: headers,
			summary: "Headers of the request; `$NAME` stands for a variable of `allowedEnvVars`.",
			defaultNote: "none",
		},
		allowedEnvVars: { shape: list(text()), summary: "Variables that headers may name.", defaultNote: "none" },
		...common,
		onFailure,
	},
	{ name: "HttpHook", summary: "A hook that is a call.", refused: refusedMembers, rules: [checkHeaderVariables] },
);

const mcpTool = object(
	{
		type: { shape: words(["mcp_tool"]), summary: "Kind of the hook.", required: true },
		server: { shape: text(), summary: "Name of the MCP server.", required: true },
		tool: { shape: text(), summary: "Name of its tool.", required: true },
		input: {
			shape: anyObject,
			summary: "Arguments of the tool; `$` with a path in braces stands for what the event holds there.",
			defaultNote: "none",
		},
		...common,
	},
	{ name: "McpToolHook", summary: "A hook that is a tool of an MCP server.", refused: refusedMembers },
);

const prompt: Readonly<Record<string, Member>> = {
	prompt: { shape: text(), summary: "What a model is asked about the event.", required: true },
	model: { shape: text(), summary: "Which model.", defaultNote: "a small one" },
	...common,
};

const promptHook = object(
	{
		type: { shape: words(["prompt"]), summary: "Kind of the hook.", required: true },
		...prompt,
		continueOnBlock: { shape: flag, summary: "Whether the turn goes on after a no.", default: false },
	},
	{ name: "PromptHook", summary: "A hook that asks a model.", refused: refusedMembers },
);

const agentHook = object(
	{ type: { shape: words(["agent"]), summary: "Kind of the hook.", required: true }, ...prompt },
	{ name: "AgentHook", summary: "A hook that asks a model which has tools.", refused: refusedMembers },
);

const kinds: Readonly<Record<string, ObjectShape>> = {
	command,
	http,
	mcp_tool: mcpTool,
	prompt: promptHook,
	agent: agentHook,
};

const hook: VariantsShape = {
	kind: "variants",
	of: kinds,
	choose(value) {
		const type = isObject(value) ? value.type : undefined;
		if (typeof type === "string" && Object.hasOwn(kinds, type)) return made(type);
		const message = `is no kind of hook; expected one of ${Object.keys(kinds).join(", ")}`;
		return refused(error("unknown-value", ["type"], message));
	},
};

const matcher = object(
	{
		matcher: { shape: { kind: "text" }, summary: "Tools or sources that it is for.", defaultNote: "all of them" },
		hooks: { shape: list(hook, { minItems: 1 }), summary: "What runs.", required: true },
	},
	{
		name: "HookMatcher",
		summary: "Hooks of an event, and what it must be about.",
		refused: { if: "stands with each hook; move it there" },
	},
);

/** https://code.claude.com/docs/en/hooks */
export const hooks: MapShape = map(list(matcher), { rules: [checkEvents] });

function checkEvents(value: Members): Problem[] {
	return Object.entries(value).flatMap(([event, matchers]) => [
		...checkEvent(event),
		...(toolEvents.some((each) => each === event) ? [] : checkConditions(event, matchers)),
	]);
}

/** Asked of a tool's use, `if` is never true of anything else, and its hook never runs. */
function checkConditions(event: string, matchers: unknown): Problem[] {
	return entriesOf(matchers).flatMap(([at, group]) =>
		entriesOf(isObject(group) ? group.hooks : undefined)
			.filter(([, each]) => isObject(each) && each.if !== undefined)
			.map(([index]) => {
				const message = `keeps the hook from ever running, as ${event} is no use of a tool; remove it`;
				return error("hook-never-runs", [event, at, "hooks", index, "if"], message);
			}),
	);
}

function entriesOf(value: unknown): [number, unknown][] {
	return Array.isArray(value) ? value.map((each: unknown, index) => [index, each]) : [];
}

/** A variable that is not listed becomes nothing, so that the receiver refuses the call. */
function checkHeaderVariables({ headers: given, allowedEnvVars }: Members): Problem[] {
	const allowed: readonly unknown[] = Array.isArray(allowedEnvVars) ? allowedEnvVars : [];
	return Object.entries(isObject(given) ? given : {}).flatMap(([name, value]) => {
		if (typeof value !== "string") return [];
		const named = [...value.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, variable = ""]) => variable);
		return named
			.filter((variable) => !allowed.includes(variable))
			.map((variable) => {
				const message = `names ${variable}, which stays empty until allowedEnvVars lists it; add it there`;
				return error("unlisted-variable", ["headers", name], message);
			});
	});
}
