import { managedKeys } from "../configuration/catalogue.js";
import { describeKey } from "../configuration/key-description.js";
import { leastOf, type ManagedKey } from "../configuration/managed-key.js";
import type { AppVersion } from "../version.js";
import { policyText } from "./limits.js";

/** One managed key as a policy that administrators set in an editor of Windows policies. */
export interface PolicyDefinition {
	/** Of the managed key and of its registry value. */
	readonly name: string;
	/** What names the policy in definitions: letters, digits and underscores. */
	readonly id: string;
	/** Of the catalogue's sections. */
	readonly category: string;
	/** Of Claude Desktop; absent for a key that the catalogue does not know. */
	readonly since?: AppVersion;
	/** Absent for a policy that no editor shows. */
	readonly explanation?: string;
	readonly element: PolicyElement;
}

export type PolicyElement =
	/** Enabled writes `true`, disabled `false`. */
	| { readonly kind: "switch" }
	| { readonly kind: "choice"; readonly values: readonly string[] }
	| { readonly kind: "decimal"; readonly min: number; readonly max: number; readonly default?: number }
	| { readonly kind: "text"; readonly maxLength: number };

/** A policy for every key of the catalogue, in its order. */
export function catalogueDefinitions(): readonly PolicyDefinition[] {
	return Object.entries<ManagedKey>(managedKeys).map(([name, key]) => {
		const { sentences, source } = describeKey(name, key);
		return {
			name,
			id: policyId(name),
			category: key.section,
			since: key.since,
			explanation: [...sentences, source].join("\n\n"),
			element: elementOf(key),
		};
	});
}

/** One to one: what is no letter or digit by its number between underscores. */
export function policyId(name: string): string {
	return name.replace(/[^A-Za-z0-9]/g, (character) => `_${character.charCodeAt(0).toString(16).toUpperCase()}_`);
}

/** What the editor's own field for numbers holds. */
const largestDecimal = 2 ** 32 - 1;

function elementOf(key: ManagedKey): PolicyElement {
	if (key.type === "boolean") return { kind: "switch" };
	if (key.type === "enum") return { kind: "choice", values: key.values ?? [] };
	const max = key.max ?? Number.POSITIVE_INFINITY;
	if (key.type === "integer" && max <= largestDecimal) {
		const { default: value } = key;
		return { kind: "decimal", min: leastOf(key), max, ...(typeof value === "number" && { default: value }) };
	}
	return { kind: "text", maxLength: key.type === "string" && key.max !== undefined ? key.max : policyText.most };
}
