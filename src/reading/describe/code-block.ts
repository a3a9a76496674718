import { codeLevels, findCodeSetting } from "../../claude-code/catalogue.js";
import { checkClaudeCode } from "../../claude-code/check-claude-code.js";
import { codeDocument, codeSettingsOf } from "../../claude-code/code-configuration.js";
import { readRule, sandboxPlaces } from "../../claude-code/credential-place.js";
import { refusedSettings } from "../../claude-code/refused-settings.js";
import { credentialPaths, switches } from "../../claude-code/switches.js";
import { canonicalJson, isJsonObject, itemsOf, type JsonObject, type JsonValue } from "../../json.js";
import { made, type Outcome } from "../../outcome.js";
import { type Path, valueAt } from "../../path.js";
import { isError, type Problem, warning } from "../../problem.js";
import { holdsCredential } from "../claude-code/shown-code.js";
import { withoutPart } from "./without-part.js";

/** What devices have of Claude Code: settings as an object, and servers by name. */
export interface CodeDocuments {
	readonly settings: JsonObject;
	/** Absent where there is no `managed-mcp.json`. */
	readonly servers?: JsonObject;
}

/**
 * The `claudeCode` block that gives devices these settings, beside what `followed` says already because Claude Desktop's
 * settings do. Warnings name what the block cannot keep; no text of a credential is in any of it.
 */
export function codeBlock(
	{ settings, servers }: CodeDocuments,
	followed: ReadonlyMap<string, JsonValue>,
): Outcome<JsonObject> {
	const told: Problem[] = [];
	const kept = [...codeSettingsOf(settings, codeLevels)].filter(([name, value]) => {
		const why = whyLeftOut(name, value);
		if (why !== undefined) told.push(warning("left-out", [name], why));
		return why === undefined;
	});
	const { rest, block: chosen } = withSwitches(new Map(kept));
	const block = {
		...chosen,
		...membersOf(new Map([...rest].filter(([name, value]) => !isSame(followed.get(name), value)))),
		...(servers && { mcp: Object.keys(servers).length > 0 ? { servers } : {} }),
	};
	const { value, problems } = withoutFaults(block);
	return made(value ?? {}, [...told, ...problems]);
}

function isSame(a: JsonValue | undefined, b: JsonValue): boolean {
	return a !== undefined && canonicalJson(a) === canonicalJson(b);
}

function whyLeftOut(name: string, value: JsonValue): string | undefined {
	if (name === "parentSettingsBehavior") {
		return value === "merge"
			? undefined
			: "is not merge, which drops what Claude Desktop restricts; the description writes merge";
	}
	if (holdsCredential(name, value)) {
		return "holds what reads as a credential, which managed settings would have in clear; let a program print it; it is left out";
	}
	const refused = Object.hasOwn(refusedSettings, name) ? refusedSettings[name] : undefined;
	return refused === undefined ? undefined : `${refused}; it is left out`;
}

/** `private` where all of it is there; what is more than it stays by itself. */
function withSwitches(settings: ReadonlyMap<string, JsonValue>): {
	readonly rest: ReadonlyMap<string, JsonValue>;
	readonly block: JsonObject;
} {
	const rest = new Map(settings);
	// It is written whatever a block says.
	rest.delete("parentSettingsBehavior");
	const closed = Object.entries(switches.private?.settings ?? {});
	const isPrivate = closed.every(([name, value]) => isSame(rest.get(name), value));
	const denied = new Map<string, readonly string[]>([
		["permissions.deny", credentialPaths.map(readRule)],
		["sandbox.filesystem.denyRead", sandboxPlaces(credentialPaths)],
	]);
	const deniesPlaces = [...denied].every(([name, rules]) =>
		rules.every((rule) => itemsOf(rest.get(name)).includes(rule)),
	);
	if (isPrivate) for (const [name] of closed) rest.delete(name);
	if (deniesPlaces) {
		for (const [name, rules] of denied) {
			const others = itemsOf(rest.get(name)).filter((rule) => !rules.some((each) => each === rule));
			if (others.length > 0) rest.set(name, others);
			else rest.delete(name);
		}
	}
	return {
		rest,
		block: {
			...(isPrivate && { switches: "private" }),
			...(deniesPlaces !== isPrivate && { denyCredentialPaths: deniesPlaces }),
		},
	};
}

function membersOf(settings: ReadonlyMap<string, JsonValue>): JsonObject {
	const { permissions, hooks, env, ...others } = codeDocument(Object.fromEntries(settings));
	const isKnown = ([name]: readonly [string, JsonValue]) => findCodeSetting(name) !== undefined || codeLevels.has(name);
	const known = Object.entries(others).filter(isKnown);
	const unknown = Object.entries(others).filter((each) => !isKnown(each));
	return {
		...(known.length > 0 && { settings: Object.fromEntries(known) }),
		...(isJsonObject(permissions) && { permissions }),
		...(isJsonObject(hooks) && { hooks }),
		...(isJsonObject(env) && { env }),
		...(unknown.length > 0 && { extraSettings: Object.fromEntries(unknown) }),
	};
}

/** The block without what its own check refuses, each told. */
function withoutFaults(given: JsonObject): Outcome<JsonObject> {
	const told: Problem[] = [];
	let block = given;
	// Each round takes something away for good.
	for (;;) {
		const problems = checkClaudeCode(block, []);
		const fault = problems.find((each) => isError(each) && isThere(block, each.path));
		if (!fault) return made(block, [...told, ...problems.filter(({ code }) => code === "unknown-setting")]);
		told.push(warning(fault.code, fault.path, `${fault.message}; it is left out`));
		const less = withoutPart(block, fault.path);
		if (!isJsonObject(less)) return made({}, told);
		block = less;
	}
}

function isThere(block: JsonObject, path: Path): boolean {
	return path.length > 0 && valueAt(block, path) !== undefined;
}
