import { isJsonObject, type JsonObject, type JsonValue } from "../json.js";
import { jsonSchema } from "../shape/json-schema.js";
import { pointerShape } from "./pointer-shape.js";
import { revisionShape } from "./revision-shape.js";

/** What stands in stores as JSON Schema, draft 2020-12, by the name of its file in the package. */
export const documentSchemas: Readonly<Record<string, JsonObject>> = {
	"ring-pointer": documentSchema("Pointer of a ring: current.json", pointerShape),
	"revision-manifest": documentSchema("Manifest of a revision: manifest.json", revisionShape),
};

function documentSchema(title: string, shape: Parameters<typeof jsonSchema>[0]): JsonObject {
	const schema = opened(jsonSchema(shape));
	return { $schema: "https://json-schema.org/draft/2020-12/schema", title, ...(isJsonObject(schema) && schema) };
}

/** A later version of the package may add members, which whoever reads passes over. */
function opened(schema: JsonValue): JsonValue {
	if (Array.isArray(schema)) return schema.map(opened);
	if (!isJsonObject(schema)) return schema;
	const members = Object.entries(schema).filter(([name]) => name !== "additionalProperties");
	return Object.fromEntries(members.map(([name, member]) => [name, opened(member)]));
}
