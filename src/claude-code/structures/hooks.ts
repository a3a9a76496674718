import { headers } from "../../configuration/values/text-map.js";
import { url } from "../../configuration/values/url.js";
import { isObject } from "../../json.js";
import { nearestName } from "../../nearest-name.js";
import { made, refused } from "../../outcome.js";
import { error, type Problem, warning } from "../../problem.js";
import { list, map, number, object, text, words } from "../../shape/build.js";
import type { MapShape, Member, VariantsShape } from "../../shape/shape.js";
import { anyValue } from "./open-form.js";

/** https://code.claude.com/docs/en/hooks#hook-events */
const events = [
	"ConfigChange",
	"InstructionsLoaded",
	"Notification",
	"PermissionRequest",
	"PostToolUse",
	"PostToolUseFailure",
	"PreCompact",
	"PreToolUse",
	"SessionEnd",
	"SessionStart",
	"Setup",
	"Stop",
	"SubagentStart",
	"SubagentStop",
	"TaskCompleted",
	"TeammateIdle",
	"UserPromptSubmit",
	"WorktreeCreate",
	"WorktreeRemove",
];

const timeout: Member = {
	shape: number({ above: 0 }),
	summary: "How long it may take, in seconds.",
	defaultNote: "the program's own",
};

const command = object(
	{
		type: { shape: words(["command"]), summary: "Kind of the hook.", required: true },
		command: {
			shape: text(),
			summary: "Command line for the shell, with the event as JSON at its standard input.",
			required: true,
		},
		timeout,
		async: { shape: { kind: "switch" }, summary: "Whether nothing waits for it.", default: false },
	},
	{ name: "CommandHook", summary: "A hook that is a command." },
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
		timeout,
	},
	{ name: "HttpHook", summary: "A hook that is a call." },
);

const other = object(
	{
		type: { shape: words(["prompt", "agent"]), summary: "Kind of the hook.", required: true },
		prompt: { shape: text(), summary: "What a model is asked about the event.", required: true },
		model: { shape: text(), summary: "Which model.", defaultNote: "a small one" },
		timeout,
	},
	{ name: "PromptHook", summary: "A hook that asks a model." },
);

const hook: VariantsShape = {
	kind: "variants",
	of: { command, http, prompt: other, agent: other },
	choose(value) {
		const type = isObject(value) ? value.type : undefined;
		if (typeof type === "string" && ["command", "http", "prompt", "agent"].includes(type)) return made(type);
		const message = "is no kind of hook; expected one of command, http, prompt, agent";
		return refused(error("unknown-value", ["type"], message));
	},
};

const matcher = object(
	{
		matcher: { shape: { kind: "text" }, summary: "Tools or sources that it is for.", defaultNote: "all of them" },
		if: { shape: anyValue, summary: "A permission rule that must fit as well.", defaultNote: "none" },
		hooks: { shape: list(hook, { minItems: 1 }), summary: "What runs.", required: true },
	},
	{ name: "HookMatcher", summary: "Hooks of an event, and what it must be about." },
);

/** https://code.claude.com/docs/en/hooks */
export const hooks: MapShape = map(list(matcher), {
	rules: [(value) => Object.keys(value).flatMap(eventProblems)],
});

/** A misspelt event never comes, so that whatever its hook was to stop goes on. */
function eventProblems(event: string): Problem[] {
	if (events.includes(event)) return [];
	const near = nearestName(event, events);
	if (near !== undefined) return [error("unknown-event", [event], `unknown event; did you mean "${near}"?`)];
	return [
		warning("unknown-event", [event], "is an event that is not known; where none has the name its hooks never run"),
	];
}
