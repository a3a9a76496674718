import type { JsonObject, JsonValue } from "../../json.js";
import { parseJson } from "../../profiles/parse-json.js";
import { pluginsOfRecord } from "./older-servers.js";

/** A value in the form that the reference has now, and what was done to it. */
export interface RenewedValue {
	readonly value: JsonValue;
	readonly message: string;
}

/** What a device carries under a key in a form that is none of the key's type now; undefined where it is in no such form. */
export function inNewForm(key: string, carried: JsonValue): RenewedValue | undefined {
	const form = Object.hasOwn(forms, key) ? forms[key] : undefined;
	return form?.(structureOf(carried));
}

const asObject = "is in an older form, which apps no longer read; it is written as an object";

const forms: Readonly<Record<string, (carried: JsonValue) => RenewedValue | undefined>> = {
	inferenceCustomHeaders: (carried) => renewed(headersOf(carried), asObject),
	otlpHeaders: (carried) => renewed(headersOf(carried), asObject),
	otlpResourceAttributes: (carried) =>
		renewed(typeof carried === "string" ? pairsOf(carried.split(","), "=") : undefined, asObject),
	orgPluginSettings: (carried) =>
		renewed(
			pluginsOfRecord(carried),
			"is an object, for which apps now block every tool of plugins; it is written as a list, see that its entries are right",
		),
	inferenceGatewayBaseUrl: withScheme,
	inferenceBedrockBaseUrl: withScheme,
	inferenceBedrockSsoStartUrl: withScheme,
	inferenceVertexBaseUrl: withScheme,
	otlpEndpoint: withScheme,
};

function renewed(value: JsonValue | undefined, message: string): RenewedValue | undefined {
	return value === undefined ? undefined : { value, message };
}

/** Text of a list or an object as what it is; it is for others to say what is wrong with it. */
function structureOf(carried: JsonValue): JsonValue {
	return typeof carried === "string" && /^\s*[[{]/.test(carried) ? (parseJson(carried).value ?? carried) : carried;
}

/** A list or lines of `Name: value`, or `name=value` with commas between. */
function headersOf(carried: JsonValue): JsonObject | undefined {
	if (Array.isArray(carried)) return pairsOf(carried, ":");
	if (typeof carried !== "string") return undefined;
	const isLines = carried.includes("\n") || /^[^=]*:/.test(carried);
	return isLines ? pairsOf(carried.split("\n"), ":") : pairsOf(carried.split(","), "=");
}

/** Parts without a name or a value say nothing. */
function pairsOf(parts: readonly JsonValue[], separator: string): JsonObject | undefined {
	const pairs = parts.flatMap((part): [string, string][] => {
		const at = typeof part === "string" ? part.indexOf(separator) : -1;
		if (typeof part !== "string" || at < 0) return [];
		const [name, value] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
		return name === "" || value === "" ? [] : [[name, value]];
	});
	return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

/** For text without a scheme the app takes https. */
function withScheme(carried: JsonValue): RenewedValue | undefined {
	if (typeof carried !== "string" || carried === "" || /^[a-z][a-z0-9+.-]*:\/\//i.test(carried)) return undefined;
	return { value: `https://${carried}`, message: "has no scheme, for which the app takes https; it is written so" };
}
