import { findCredentials } from "../configuration/check-plain-secrets.js";
import { changedOnAll } from "../configuration/managed-configuration.js";
import { isJsonObject, type JsonValue, prettyJson } from "../json.js";
import { isLateReference, isSecretReference } from "../reference/reference.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { GroupPart, PartSetting } from "./part.js";

/** `settings.json` of a group: every key with its value, the layer it came from and what it overrode; beside them those of Claude Code. */
export function settingsFile({ identity: { group }, settings, code }: GroupPart): BundleFile {
	const document = {
		schemaVersion: 1,
		settings: marked(settings),
		...(code && {
			claudeCode: {
				settings: marked(code.settings),
				...(code.mcpServers && { mcpServers: marked(code.mcpServers) }),
			},
		}),
	};
	const file = textFile(`groups/${group}/settings.json`, "application/json", prettyJson(document), group);
	return { ...file, sensitive: Object.entries(settings).some(isInClear) };
}

/** Whether a credential stands in plain text, as it was written. */
function isInClear([key, { value, onWindows, overrides }]: [string, PartSetting]): boolean {
	return [value, ...(onWindows === undefined ? [] : [onWindows]), ...overrides.map((said) => said.value)].some(
		(said) => findCredentials(key, said, []).length > 0,
	);
}

function marked(settings: GroupPart["settings"]) {
	const entries = Object.entries(settings).map(([key, { layer, overrides, ...said }]) => [
		key,
		{
			...changedOnAll(said, markSecrets),
			layer,
			overrides: overrides.map((said) => ({ layer: said.layer, value: markSecrets(said.value) })),
		},
	]);
	return Object.fromEntries(entries);
}

/** What is not known stays a reference, marked so that no reader takes it for a value. */
export function markSecrets(value: JsonValue): JsonValue {
	if (isSecretReference(value)) return { secret: { ...value } };
	if (isLateReference(value)) return { late: value.fromCloud.name };
	if (Array.isArray(value)) return value.map(markSecrets);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, markSecrets(member)]));
}
