import { isJsonObject, type JsonValue, prettyJson } from "../json.js";
import { isLateReference, isSecretReference } from "../reference/reference.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { GroupPart } from "./part.js";

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
	return textFile(`groups/${group}/settings.json`, "application/json", prettyJson(document), group);
}

function marked(settings: GroupPart["settings"]) {
	const entries = Object.entries(settings).map(([key, { value, layer, overrides }]) => [
		key,
		{
			value: markSecrets(value),
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
