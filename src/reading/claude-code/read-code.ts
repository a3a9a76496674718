import { codeLevels, findCodeSetting } from "../../claude-code/catalogue.js";
import { findKey } from "../../configuration/catalogue.js";
import { isJsonObject, type JsonValue } from "../../json.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { error } from "../../problem.js";
import type { CarriedSettings } from "../../profiles/carried.js";
import { codeDomain } from "../../profiles/claude-code/code-format.js";
import { isJsonDocument, readJsonObject } from "../../profiles/json-document.js";
import { parseJson } from "../../profiles/parse-json.js";
import { codePolicies } from "../../profiles/policy-key.js";
import { keyPath } from "../../profiles/powershell-script.js";
import { codeOfProfile } from "../../profiles/read-configuration-profile.js";
import { carriedByPlist, isPlist, readPlist } from "../../profiles/read-plist.js";
import { readText } from "../../profiles/read-text.js";
import { readReg } from "../../profiles/reg-reader.js";
import type { RegistryEntry } from "../../profiles/registry-entry.js";
import { isReg } from "../../profiles/registry-file.js";
import { isRegistryPol, readRegistryPol } from "../../profiles/registry-pol-reader.js";
import { unsignedProfile } from "../../profiles/unsigned-profile.js";
import { isSigned } from "../../signing/is-signed.js";
import { valuesOfScript } from "../readers/powershell.js";

/**
 * What a file has of managed settings of Claude Code; none where it has nothing of them. What is wrong with a file whose
 * form is not Claude Code's alone is for the reader of that form to say.
 */
export async function readCode(at: string, bytes: Uint8Array): Promise<Outcome<readonly CarriedSettings[]>> {
	if (isPlist(bytes) || isSigned(bytes)) return made(await ofPropertyList(at, bytes));
	if (isRegistryPol(bytes)) return ofRegistry(readRegistryPol(bytes).value ?? []);
	const text = registryText(bytes);
	if (text !== undefined && isReg(text)) return ofRegistry(readReg(text).value ?? []);
	if (text?.includes(keyPath(codePolicies))) return ofScript(bytes);
	return isJsonDocument(bytes) || isOfCode(at) ? ofJson(at, bytes) : made([]);
}

async function ofPropertyList(at: string, bytes: Uint8Array): Promise<readonly CarriedSettings[]> {
	const plain = await unsignedProfile(bytes);
	const list = plain.value && (await readPlist(plain.value)).value;
	if (!list) return [];
	if (list.PayloadType === "Configuration") return codeOfProfile(list);
	if (baseOf(at) !== `${codeDomain}.plist` && !areOfCode(Object.keys(list))) return [];
	return [carriedByPlist(list, { scope: "machine", native: true, code: "policy" })];
}

function registryText(bytes: Uint8Array): string | undefined {
	return readText(bytes, bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").value;
}

/** All settings are one value; of several the last is what stays. */
function ofRegistry(entries: Iterable<RegistryEntry>): Outcome<readonly CarriedSettings[]> {
	const held = new Map<"machine" | "user", RegistryEntry["value"]>();
	for (const { hive, key, value, deletes } of entries) {
		if (hive !== "machine" && hive !== "user") continue;
		const isMeant = value ? isCodeKey(key) && value.name.toLowerCase() === "settings" : isCodeKey(key) || isAbove(key);
		if (!isMeant) continue;
		if (deletes) held.delete(hive);
		else if (value) held.set(hive, value);
	}
	const read = [...held].map(([scope, value]) => ofValue(scope, value?.carried, value?.type ?? "no type"));
	const problems = read.flatMap((each) => each.problems);
	return problems.length > 0 ? { problems } : made(read.flatMap(({ value }) => value ?? []));
}

function isCodeKey(key: string): boolean {
	return key.toLowerCase() === codePolicies.key.toLowerCase();
}

/** Whether the policies stand below a key, and go with it. */
function isAbove(key: string): boolean {
	return key !== "" && codePolicies.key.toLowerCase().startsWith(`${key.toLowerCase()}\\`);
}

function ofScript(bytes: Uint8Array): Outcome<readonly CarriedSettings[]> {
	const { value: values, problems } = valuesOfScript(bytes, codePolicies);
	if (!values) return { problems };
	const [, text] = values.find(([name]) => name === "Settings") ?? [];
	const { value, problems: ofText } = ofValue("machine", text, "no text");
	return value ? made([value]) : { problems: ofText };
}

function ofValue(scope: "machine" | "user", carried: JsonValue | undefined, type: string): Outcome<CarriedSettings> {
	if (typeof carried !== "string") {
		return refused(error("not-readable", ["Settings"], `is of type ${type}; Claude Code reads text of JSON`));
	}
	const { value } = parseJson(carried);
	if (!isJsonObject(value)) {
		const message = "is no JSON object, with which Claude Code does not start";
		return refused(error("not-readable", ["Settings"], message));
	}
	return made({ platform: "windows", scope, values: Object.entries(value), native: true, code: "policy" });
}

function ofJson(at: string, bytes: Uint8Array): Outcome<readonly CarriedSettings[]> {
	const { value: document, problems } = readJsonObject(bytes);
	// Where Claude Code reads it, what it takes from such a file is not known: that is not nothing.
	if (!document) return isOfCode(at) ? { problems } : made([]);
	const names = Object.keys(document);
	const isOnlyServers = names.length === 1 && names[0] === "mcpServers";
	const place = { scope: "machine", values: Object.entries(document), native: true } as const;
	if (baseOf(at) === "managed-mcp.json" || (isOnlyServers && isOfCodeFolder(at))) {
		return isOnlyServers ? made([{ ...place, code: "servers" }]) : refused(error("not-readable", [], noServers));
	}
	if (!isOfCodeFolder(at) && !areOfCode(names)) return made([]);
	if (/^settings(?:\.local)?\.json$/.test(baseOf(at))) return refused(error("no-settings", [], ofUser));
	return made([{ ...place, code: "file" }]);
}

const noServers = "is no list of servers; expected mcpServers alone";
const ofUser =
	"holds settings of a user or a project, which no device management delivers; take managed-settings.json, the profile or the registry key";

/** Whether Claude Code alone reads a file of the place. */
function isOfCode(at: string): boolean {
	return /\.json$/i.test(at) && (baseOf(at) === "managed-mcp.json" || isOfCodeFolder(at));
}

function baseOf(at: string): string {
	return at.split(/[\\/]+/).at(-1) ?? "";
}

/** Where devices, and bundles, keep its files. */
function isOfCodeFolder(at: string): boolean {
	const folders = at.split(/[\\/]+/).slice(0, -1);
	const nearest = folders.at(-1) === "managed-settings.d" ? folders.at(-2) : folders.at(-1);
	return nearest?.toLowerCase() === "claude-code" || nearest?.toLowerCase() === "claudecode";
}

/** Names that Claude Code has and Claude Desktop has not, and none the other way round. */
function areOfCode(names: readonly string[]): boolean {
	const code = names.filter((name) => isCodeName(name) && findKey(name) === undefined);
	const desktop = names.filter((name) => !isCodeName(name) && findKey(name) !== undefined);
	return code.length > 0 && desktop.length === 0;
}

function isCodeName(name: string): boolean {
	return findCodeSetting(name) !== undefined || codeLevels.has(name) || name === "env" || name === "hooks";
}
