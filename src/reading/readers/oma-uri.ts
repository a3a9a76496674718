import { SaxesParser } from "saxes";
import { isJsonObject, type JsonValue } from "../../json.js";
import { made } from "../../outcome.js";
import { type Problem, warning } from "../../problem.js";
import type { Decoding } from "../../profiles/format.js";
import { unreadable } from "../../profiles/read-text.js";
import { Refusal, refusalOf } from "../../profiles/strict-pass.js";

/** A policy of the definitions that this package writes: the key's name stands in the address. */
const policy = /\/Config\/ClaudeCowork~Policy~[^/]+\/([A-Za-z0-9_]+)$/;
const definitions = /\/ConfigOperations\/ADMXInstall\//;
/** The settings of a custom profile of Microsoft Intune, whose policies are those of this package. */
export function policySettings(omaSettings: JsonValue | undefined): Decoding {
	if (!Array.isArray(omaSettings)) return unreadable("has no omaSettings; expected a list");
	const values: [string, string][] = [];
	const warnings: Problem[] = [];
	for (const each of omaSettings) {
		const [uri, value] = isJsonObject(each) ? [each.omaUri, each.value] : [];
		if (typeof uri !== "string") return unreadable("holds a setting without an address");
		if (definitions.test(uri)) continue;
		const [, id] = policy.exec(uri) ?? [];
		if (id === undefined) {
			const message = "a setting of an address that is none of this package's policies is left out";
			warnings.push(warning("left-out", [], message));
			continue;
		}
		const written = typeof value === "string" ? textOf(value, id) : undefined;
		if (written === undefined) return unreadable(`the policy ${id} holds no text; expected <enabled/> and its <data>`);
		values.push([nameOf(id), written]);
	}
	return made([{ platform: "windows", scope: "machine", values }], warnings);
}

/** What `policyId` makes of a name, undone. */
function nameOf(id: string): string {
	return id.replace(/_([0-9A-F]+)_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** What a policy is set to; undefined where that is not its own text. */
function textOf(value: string, id: string): string | undefined {
	const found: Record<string, string>[] = [];
	const parser = new SaxesParser();
	const refuse = () => {
		throw new Refusal();
	};
	parser.on("error", refuse);
	parser.on("doctype", refuse);
	parser.on("opentag", ({ name, attributes }) => {
		if (name === "data") found.push(attributes);
		else if (name !== "policy" && name !== "enabled") refuse();
	});
	if (refusalOf(() => parser.write(`<policy>${value}</policy>`).close())) return undefined;
	const [data, another] = found;
	return !another && data?.id === id ? data.value : undefined;
}
