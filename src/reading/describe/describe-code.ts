import { codeLevels } from "../../claude-code/catalogue.js";
import { codeSettingsOf } from "../../claude-code/code-configuration.js";
import { followDesktop } from "../../claude-code/follow-desktop.js";
import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import { made, type Outcome } from "../../outcome.js";
import { below, error, type Problem, warning } from "../../problem.js";
import { documentOf, inOrder, merged } from "../claude-code/effective-code.js";
import type { ReadSettings } from "../read-device-file.js";
import { type CodeDocuments, codeBlock } from "./code-block.js";
import { groupOfFile } from "./groups.js";
import { ownIdentity } from "./own-identity.js";
import type { AcceptedDeployment } from "./without-refused.js";

/**
 * The deployment with `claudeCode` as files gave it to devices: at the deployment where all groups have the same, and else
 * at the groups that the files name.
 */
export function withCode(
	{ deployment, configurations }: AcceptedDeployment,
	read: readonly ReadSettings[],
): Outcome<JsonObject> {
	const groups = Object.keys(isJsonObject(deployment.groups) ? deployment.groups : {});
	const byGroup = new Map<string, ReadSettings[]>();
	for (const each of read) {
		const group = groupOf(each, groups);
		byGroup.set(group, [...(byGroup.get(group) ?? []), each]);
	}
	const unnamed = byGroup.get(everyGroup);
	if (unnamed && byGroup.size > 1) {
		return { problems: unnamed.map(({ file }) => error("whose-settings", [file], ofWhichGroup)) };
	}
	const problems: Problem[] = [];
	const blocks = new Map<string, JsonObject>();
	for (const [group, files] of byGroup) {
		const documents = documentsOf(files);
		if (!documents.value) return documents;
		const desktop = configurations.get(group === everyGroup ? (groups[0] ?? "") : group)?.settings ?? new Map();
		const followed = new Map([...followDesktop(desktop).settings].map(([name, { said }]) => [name, said.value]));
		const block = codeBlock(documents.value, followed);
		const [{ file } = { file: group }] = files;
		problems.push(...block.problems.map((problem) => below([file], problem)));
		blocks.set(group, block.value ?? {});
	}
	const all = new Set([...blocks.values()].map(canonicalJson));
	const [first] = blocks.values();
	const isShared = all.size === 1 && (blocks.has(everyGroup) || blocks.size === groups.length);
	if (isShared && first) return made({ ...deployment, claudeCode: first }, problems);
	return made(atGroups(deployment, blocks), problems);
}

const everyGroup = "";
const ofWhichGroup =
	"does not say of which group it is, while other files do; give the files of one group, or those that this package wrote";

/** Of ours the profile or the folder says the group. */
function groupOf(read: ReadSettings, groups: readonly string[]): string {
	const named = ownIdentity(read)?.group ?? groupOfFile(read.file);
	return named !== undefined && groups.includes(named) ? named : everyGroup;
}

function atGroups(deployment: JsonObject, blocks: ReadonlyMap<string, JsonObject>): JsonObject {
	const groups = isJsonObject(deployment.groups) ? deployment.groups : {};
	const changed = Object.entries(groups).map(([name, group]): [string, JsonValue] => {
		const block = blocks.get(name);
		return [name, block && isJsonObject(group) ? { ...group, claudeCode: block } : group];
	});
	return { ...deployment, groups: Object.fromEntries(changed) };
}

/** Files of managed settings are merged; of policies, and of other files beside them, all have to say the same. */
function documentsOf(read: readonly ReadSettings[]): Outcome<CodeDocuments> {
	const files = inOrder(read.filter(({ carried }) => carried.code === "file"));
	const dropIns = files.some(({ file }) => /managed-settings\.d[\\/][^\\/]*$/.test(file));
	const of = [
		...read.filter(({ carried }) => carried.code === "policy").map((each) => ({ ...each, document: documentOf(each) })),
		...(dropIns && files[0] ? [{ ...files[0], document: files.map(documentOf).reduce(merged, {}) }] : []),
		...(dropIns ? [] : files.map((each) => ({ ...each, document: documentOf(each) }))),
	];
	const servers = read.filter(({ carried }) => carried.code === "servers");
	const differing = [...other(of), ...other(servers.map((each) => ({ ...each, document: documentOf(each) })))];
	if (differing.length > 0) return { problems: differing };
	const own = servers[0] && documentOf(servers[0]).mcpServers;
	return made({ settings: of[0]?.document ?? {}, ...(isJsonObject(own) && { servers: own }) });
}

function other(read: readonly (ReadSettings & { readonly document: JsonObject })[]): Problem[] {
	const [first, ...others] = read;
	return others
		.filter(({ document }) => first && canonicalJson(document) !== canonicalJson(first.document))
		.map(({ file }) => {
			const message = `has other settings of Claude Code than ${first?.file}; a group has one, so import them apart`;
			return error("not-one-deployment", [file], message);
		});
}

/** A warning for each setting of Claude Code that the description gives devices and no file did. */
export function checkCodeMeaning({ configurations }: AcceptedDeployment, read: readonly ReadSettings[]): Problem[] {
	const said = new Set(
		read.flatMap((each) =>
			each.carried.code === "servers" ? [] : [...codeSettingsOf(documentOf(each), codeLevels).keys()],
		),
	);
	const hasSettings = read.some(({ carried }) => carried.code !== "servers");
	const added = new Map<string, string>();
	for (const [group, { code }] of hasSettings ? configurations : []) {
		for (const name of code?.settings.keys() ?? []) if (!said.has(name)) added.set(name, group);
	}
	return [...added].map(([name, group]) =>
		warning("added-setting", ["groups", group, "claudeCode", name], "is in no file, and the description sets it"),
	);
}
