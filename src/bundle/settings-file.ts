import { isObject, type JsonValue, prettyJson } from "../json.js";
import { isSecretReference } from "../secret.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { GroupPart } from "./part.js";

/** `settings.json` of a group: every key with its value, the layer it came from and what it overrode. */
export function settingsFile({ identity: { group }, settings }: GroupPart): BundleFile {
	const entries = Object.entries(settings).map(([key, { value, layer, overrides }]) => [
		key,
		{
			value: withoutSecrets(value),
			layer,
			overrides: overrides.map((said) => ({ layer: said.layer, value: withoutSecrets(said.value) })),
		},
	]);
	const document = { schemaVersion: 1, settings: Object.fromEntries(entries) };
	return textFile(`groups/${group}/settings.json`, "application/json", prettyJson(document), group);
}

/** Secrets stay references, marked so that no reader takes them for values. */
function withoutSecrets(value: JsonValue): JsonValue {
	if (isSecretReference(value)) return { secret: { ...value } };
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutSecrets(member as JsonValue)]));
}
