import { managedKeys } from "../configuration/catalogue.js";
import { describeKey } from "../configuration/key-description.js";
import { documentation, leastOf, type ManagedKey } from "../configuration/managed-key.js";
import type { JsonObject } from "../json.js";
import { made } from "../outcome.js";
import { factsEdition } from "../version.js";
import { claudeDomain } from "./configuration-profile.js";
import type { ProfileTemplate } from "./format.js";
import { jsonFile } from "./text-file.js";

const fileName = `${claudeDomain}.json`;

/** Custom schema with every key of the catalogue, for the form that Jamf Pro shows of an application's settings. */
export const jamfSchema: ProfileTemplate<Record<never, never>> = {
	title: "Jamf Pro custom schema",
	docs: "https://learn.jamf.com/r/en-US/jamf-pro-documentation-current/Computer_Configuration_Profiles",
	evidence: "read by ajv, as a JSON Schema",
	platforms: ["macos"],
	byDefault: false,
	options: {},
	examples: { plain: {} },

	render() {
		const schema = {
			title: `Claude Desktop (${claudeDomain})`,
			description: "Managed configuration of Claude Desktop on third-party inference",
			type: "object",
			__preferencedomain: claudeDomain,
			__version: factsEdition.date,
			__feedback: documentation,
			options: { remove_empty_properties: true },
			properties: Object.fromEntries(
				Object.entries<ManagedKey>(managedKeys).map(([name, key], index) => [name, property(name, key, index)]),
			),
		};
		return made([jsonFile(fileName, schema)]);
	},
};

function property(name: string, key: ManagedKey, index: number): JsonObject {
	const { sentences, source } = describeKey(name, key);
	return {
		title: name,
		description: sentences.join(" "),
		property_order: index + 1,
		...typeOf(key),
		links: [{ rel: "Documentation", href: source }],
	};
}

/**
 * A choice of two texts in place of a switch: Jamf then writes text, which every app reads. No defaults: Jamf would write
 * those of keys that nobody touched.
 */
function typeOf(key: ManagedKey): JsonObject {
	const { type, values, max, default: value } = key;
	switch (type) {
		case "boolean":
			return {
				type: "string",
				enum: ["true", "false"],
				options: { enum_titles: ["True", "False"] },
			};
		case "enum":
			return { type: "string", enum: values ?? [] };
		case "integer":
			return { type: "integer", minimum: leastOf(key), ...(max !== undefined && { maximum: max }) };
		case "string":
			return { type: "string", ...(max !== undefined && { maxLength: max }), ...placeholder(value) };
		case "number":
			return { type: "number", ...(max !== undefined && { maximum: max }) };
		case "object":
			return { type: "string", ...placeholder("{ }") };
		default:
			return { type: "string", ...placeholder("[ ]") };
	}
}

function placeholder(text: unknown): JsonObject {
	return typeof text === "string" ? { options: { inputAttributes: { placeholder: text } } } : {};
}
