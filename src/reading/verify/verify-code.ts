import { codeLevels, findCodeSetting } from "../../claude-code/catalogue.js";
import { codeDocument, codeSettingsOf } from "../../claude-code/code-configuration.js";
import { canonicalJson, compareText, itemsOf, type JsonObject, type JsonValue } from "../../json.js";
import type { ReferenceLookup } from "../../reference/reference.js";
import { findReferences, replaceReferences } from "../../reference/walk.js";
import { effectiveCode } from "../claude-code/effective-code.js";
import { shownCode } from "../claude-code/shown-code.js";
import type { ReadSettings } from "../read-device-file.js";
import type { DeviceFinding, DeviceReport } from "./verify-device.js";

/** What devices of a group get of Claude Code, by names with dots; absent where they get nothing. */
export interface ExpectedCode {
	readonly settings: JsonObject;
	/** Absent where `managed-mcp.json` is not written. */
	readonly servers?: JsonObject;
}

/**
 * Holds what a device has of Claude Code against what a group's devices get. Of settings and servers those are compared of
 * which there is a file; undefined where there is none of either.
 */
export function verifyCode(
	read: readonly ReadSettings[],
	group: string,
	expected: ReadonlyMap<string, ExpectedCode>,
	lookup: ReferenceLookup,
): DeviceReport | undefined {
	const ofCode = read.filter(({ carried }) => carried.code !== undefined);
	if (ofCode.length === 0) return undefined;
	const { settings, servers, notes } = effectiveCode(ofCode);
	const judged = (of: ExpectedCode | undefined) => [
		...(settings ? compared("claudeCode", flat(of?.settings ?? {}), codeSettingsOf(settings, codeLevels), lookup) : []),
		...(servers ? compared("claudeCode.mcpServers", members(of?.servers ?? {}), members(servers), lookup) : []),
	];
	const findings = judged(expected.get(group));
	const isSame = (all: readonly DeviceFinding[]) =>
		all.every(({ state }) => state === "applied" || state === "not compared");
	const isRight = isSame(findings);
	const others = isRight
		? []
		: [...expected].filter(([name, of]) => name !== group && isSame(judged(of))).map(([name]) => name);
	return { group, isRight: isRight && notes.length === 0, findings, notes, isOf: others };
}

/** A document may say in its own way what names with dots do. */
function flat(settings: JsonObject): ReadonlyMap<string, JsonValue> {
	return codeSettingsOf(codeDocument(settings), codeLevels);
}

function members(servers: JsonObject): ReadonlyMap<string, JsonValue> {
	return new Map(Object.entries(servers));
}

function compared(
	prefix: string,
	expected: ReadonlyMap<string, JsonValue>,
	found: ReadonlyMap<string, JsonValue>,
	lookup: ReferenceLookup,
): DeviceFinding[] {
	const names = [...new Set([...expected.keys(), ...found.keys()])].sort(compareText);
	return names.map((name): DeviceFinding => {
		const key = `${prefix}.${name}`;
		const wanted = expected.get(name);
		const has = found.get(name);
		if (has === undefined)
			return { key, state: "missing", ...(wanted !== undefined && { expected: shownCode(name, wanted) }) };
		if (wanted === undefined) return { key, state: "extra", found: shownCode(name, has) };
		const given = replaceReferences(wanted, (reference) => lookup(reference) ?? reference);
		if (findReferences(given).length > 0) {
			return { key, state: "not compared", because: "what it refers to cannot be had here" };
		}
		if (canonicalJson(inOneOrder(name, given)) === canonicalJson(inOneOrder(name, has)))
			return { key, state: "applied" };
		return { key, state: "different", expected: shownCode(name, wanted), found: shownCode(name, has) };
	});
}

/** Lists that only admit or refuse mean the same in every order. */
function inOneOrder(name: string, value: JsonValue): JsonValue {
	const { restricts } = findCodeSetting(name) ?? {};
	if (!Array.isArray(value) || (restricts !== "more" && restricts !== "fewer")) return value;
	return [...itemsOf(value)].sort((a, b) => compareText(canonicalJson(a), canonicalJson(b)));
}
