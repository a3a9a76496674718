import { type ContentCategory, contentCategories, contentSwitches } from "../../src/observability/content-category.js";
import type { Gate, Signal } from "../../src/observability/telemetry.js";

export interface AttributeFact {
	readonly name: string;
	readonly gatedBy?: readonly string[];
	readonly only?: string;
}

export interface SignalFact {
	readonly name: string;
	readonly attributes: readonly (AttributeFact | string)[];
	readonly gatedBy?: readonly string[];
	readonly since?: string;
}

/** The part of the catalogue of facts that is rendered. */
export interface TelemetryFacts {
	readonly claudeCode: {
		readonly standardAttributes: readonly AttributeFact[];
		readonly eventOnlyAttributes: readonly string[];
		readonly everyEvent: readonly string[];
		readonly metrics: readonly SignalFact[];
		readonly events: readonly SignalFact[];
		readonly spans: readonly SignalFact[];
	};
	readonly cowork: {
		readonly resourceAttributes: readonly string[];
		readonly standardAttributes: readonly AttributeFact[];
		readonly events: readonly SignalFact[];
		readonly desktopStream: { readonly events: readonly SignalFact[] };
	};
}

const variables: Readonly<Record<string, Gate>> = {
	...Object.fromEntries(contentCategories.map((category) => [contentSwitches[category].variable, category])),
	OTEL_LOG_MANAGED_SETTINGS: "managedSettings",
};

/** The category that a switch of Claude Code, or a value of `otlpContentCapture`, stands for. */
function gate(word: string): Gate {
	const found = variables[word] ?? contentCategories.find((each): each is ContentCategory => each === word);
	if (!found) throw new Error(`no category for the switch ${word}`);
	return found;
}

/** `workflow.name (custom unless ...)` is called `workflow.name`. */
export function attributeName(fact: AttributeFact | string): string {
	return (typeof fact === "string" ? fact : fact.name).split(" (")[0] ?? "";
}

/** What the facts describe in words, without a name that a record could have. */
function isNamed(fact: AttributeFact | string): boolean {
	return !attributeName(fact).includes(" ");
}

export function signalOf({ attributes, gatedBy, since }: SignalFact): Signal {
	const named = attributes.filter(isNamed);
	const gates = (fact: AttributeFact | string) => (typeof fact === "string" ? [] : (fact.gatedBy ?? [])).map(gate);
	const content = named.filter((fact) => gates(fact).length > 0);
	return {
		attributes: named.filter((fact) => gates(fact).length === 0).map(attributeName),
		...(content.length > 0 && {
			content: Object.fromEntries(content.map((fact) => [attributeName(fact), gates(fact)])),
		}),
		...(gatedBy && { gatedBy: gatedBy.map(gate) }),
		...(since !== undefined && { since }),
	};
}
