import { uniformModels } from "../inference/models.js";
import { isJsonObject, type JsonValue } from "../json.js";

/** A value in the one form of several that mean the same to every app; another form stays what it is. */
export function inPlainForm(key: string, value: JsonValue): JsonValue {
	const form = Object.hasOwn(forms, key) ? forms[key] : undefined;
	return form && Array.isArray(value) ? form(value) : value;
}

const forms: Readonly<Record<string, (items: readonly JsonValue[]) => JsonValue>> = {
	inferenceModels: (models) => [...uniformModels(models)],
	// What only the app's own window writes is for itself alone.
	managedMcpServers: (servers) =>
		servers.map((server) => {
			if (!isJsonObject(server)) return server;
			const { source: _, ...said } = server;
			return said;
		}),
};
