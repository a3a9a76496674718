import type { Approved } from "../observability.js";

/** Where a rule reads: an attribute of the event, or of what sent it. */
export type Field = { readonly attribute: string } | { readonly resource: string };

/** What an event has to be, in no language. */
export type Condition =
	| { readonly all: readonly Condition[] }
	| { readonly any: readonly Condition[] }
	| { readonly not: Condition }
	| { readonly field: Field; readonly is: readonly string[] }
	| { readonly field: Field; readonly contains: readonly string[] }
	/** Regular expressions that every language takes, any of which is somewhere in the value. */
	| { readonly field: Field; readonly matches: readonly string[] }
	| { readonly field: Field; readonly above: number }
	| { readonly field: Field; readonly exists: true };

export type Severity = "low" | "medium" | "high" | "critical";

/** A span of time as queries write it. */
export type Within = "15m" | "1h";

/** What a rule looks for among the events of its names. */
export interface DetectionRule {
	/** @default every event of the names */
	readonly condition?: Condition;
	/** What several events together come to. @default each event is an alert */
	readonly over?: Over;
	/** The same over metrics, in PromQL. @default no metric says it */
	readonly promql?: string;
}

/** How often it happened, or what an attribute of it sums up to, in some time and for each value of a field. */
export type Over = ({ readonly times: number } | { readonly sum: string; readonly above: number }) & {
	readonly within: Within;
	readonly by: Field;
};

/** What the deployment says that a rule depends on; every list may be empty. */
export interface DetectionParameters extends Required<Approved> {
	/** Name of the deployment, for rules over metrics; events of others are left out of every rule. */
	readonly deployment: string;
	readonly groups: readonly DetectedGroup[];
}

/** What devices of a group are told. */
export interface DetectedGroup {
	readonly name: string;
	/** Tools that the group has not. */
	readonly disabledTools: readonly string[];
	/** Names of MCP servers that it gets. */
	readonly mcpServers: readonly string[];
	/** Hosts that the agent's tools may reach; absent where nothing lists them. */
	readonly allowedHosts?: readonly string[];
}

/** What a SIEM is to tell about, and what people do then. */
export interface Detection {
	readonly title: string;
	readonly severity: Severity;
	/** Why it matters, in a sentence. */
	readonly because: string;
	/** Names of events, without the prefix. */
	readonly events: readonly string[];
	/** Which member of the deployment says what events are held against. @default it needs none */
	readonly heldAgainst?: string;
	/** Undefined where the deployment says nothing that it could hold against. */
	readonly rule: (parameters: DetectionParameters) => DetectionRule | undefined;
	/** Attributes that people look at first, beside what the rule reads. @default none */
	readonly shows?: readonly string[];
	readonly investigate: readonly string[];
	readonly contain: readonly string[];
	/** The test to add once it has happened. */
	readonly regression: string;
}

export function attribute(name: string): Field {
	return { attribute: name };
}

export function resource(name: string): Field {
	return { resource: name };
}

export function nameOf(field: Field): string {
	return "attribute" in field ? field.attribute : field.resource;
}

/** Fields that a rule reads. */
export function fieldsOf({ condition, over }: DetectionRule): readonly Field[] {
	return [...(condition ? fieldsOfCondition(condition, true) : []), ...(over ? fieldsOver(over) : [])];
}

/** Fields that a rule cannot do without: where one is missing that only an exception reads, nothing is an exception. */
export function neededFieldsOf({ condition, over }: DetectionRule): readonly Field[] {
	return [...(condition ? fieldsOfCondition(condition, false) : []), ...(over ? fieldsOver(over) : [])];
}

function fieldsOver(over: Over): readonly Field[] {
	return [...("sum" in over ? [attribute(over.sum)] : []), over.by];
}

function fieldsOfCondition(condition: Condition, withExceptions: boolean): readonly Field[] {
	const within = (each: Condition) => fieldsOfCondition(each, withExceptions);
	if ("all" in condition) return condition.all.flatMap(within);
	if ("any" in condition) return condition.any.flatMap(within);
	if ("not" in condition) return withExceptions ? within(condition.not) : [];
	return [condition.field];
}
