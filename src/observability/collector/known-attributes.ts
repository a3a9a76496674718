import { coworkEvents, desktopEvents, eventAttributes, resourceAttributes, standardAttributes } from "../catalogue.js";
import { claudeCodeEvents, metrics, spans } from "../claude-code-signals.js";
import type { ContentCategory } from "../content-category.js";
import type { Gate, Signals } from "../telemetry.js";

/** What a signal may carry: names that hold no content, and those that do, each with what emits it. */
export interface KnownSignal {
	readonly attributes: readonly string[];
	readonly content: Readonly<Record<string, readonly Gate[]>>;
}

/** Attributes that tell one person or device from others. */
export const identifyingAttributes: readonly string[] = [
	"user.id",
	"user.email",
	"user.account_uuid",
	"user.account_id",
	"enduser.id",
	"process.owner",
];

/**
 * Attributes of every signal that the app sends whatever is captured, and that say as much as arguments of tools do:
 * paths of connected folders, and names of workflows.
 */
export const alwaysSentContent: Readonly<Record<string, readonly Gate[]>> = {
	"workspace.host_paths": ["toolDetails"],
	"workflow.name": ["toolDetails"],
};

/** Events by name; where streams differ, what any of them calls content is content. */
export const knownEvents = merged([claudeCodeEvents, coworkEvents, desktopEvents], eventAttributes);

export const knownSpans = merged([spans], []);

/** A metric names plug-ins, skills and servers as events do, and there they are content. */
export const knownMetrics = merged([metrics], [], namesThatAreContent());

/** What a record of an unknown name may carry. */
export const knownAnywhere: KnownSignal = signal(standardAttributes, alwaysSentContent);

export const unknownEvent: KnownSignal = signal([...standardAttributes, ...eventAttributes], alwaysSentContent);

/** Names that a signal may carry where only some content is allowed, in code-unit order. */
export function allowedNames(known: KnownSignal, allowed: readonly ContentCategory[]): string[] {
	return [...new Set([...known.attributes, ...allowedContent([known], allowed)])].sort();
}

/** Names that are content, and allowed. */
export function allowedContent(known: readonly KnownSignal[], allowed: readonly ContentCategory[]): string[] {
	const names = known.flatMap(({ content }) =>
		Object.keys(content).filter((name) => (content[name] ?? []).some((gate) => isAllowed(gate, allowed))),
	);
	return [...new Set(names)].sort();
}

export function allowedResource(attributes: readonly string[]): string[] {
	return [...new Set([...resourceAttributes, ...attributes])].sort();
}

function isAllowed(gate: Gate, allowed: readonly ContentCategory[]): boolean {
	return allowed.some((category) => category === gate);
}

function merged(
	streams: readonly Signals[],
	more: readonly string[],
	besides: Readonly<Record<string, readonly Gate[]>> = {},
): ReadonlyMap<string, KnownSignal> {
	const names = [...new Set(streams.flatMap((stream) => Object.keys(stream)))].sort();
	return new Map(
		names.map((name) => {
			const all = streams.flatMap((stream) => stream[name] ?? []);
			const attributes = [...standardAttributes, ...more, ...all.flatMap((each) => each.attributes)];
			const content = Object.assign({}, alwaysSentContent, besides, ...all.map((each) => each.content ?? {}));
			return [name, signal(attributes, content)];
		}),
	);
}

function signal(attributes: readonly string[], content: Readonly<Record<string, readonly Gate[]>>): KnownSignal {
	return { attributes: [...new Set(attributes)].filter((name) => !Object.hasOwn(content, name)), content };
}

function namesThatAreContent(): Readonly<Record<string, readonly Gate[]>> {
	const named = /^(?:plugin|skill|marketplace|mcp_server|mcp_tool)\./;
	const all = Object.values(metrics).flatMap(({ attributes }) => attributes.filter((name) => named.test(name)));
	return Object.fromEntries(all.map((name) => [name, ["toolDetails"]]));
}
