import { ownAttributes } from "../attribute-grammar.js";
import type { ContentCategory } from "../content-category.js";
import type { People } from "../observability.js";
import { type Sink, type Tier, tierFacts } from "../tier.js";
import {
	allowedContent,
	allowedNames,
	allowedResource,
	identifyingAttributes,
	type KnownSignal,
} from "./known-attributes.js";
import { quoted, quotedList, type Statements, withoutVariables } from "./ottl.js";
import { replacement, secretPatterns } from "./secret-patterns.js";

/** What a collector takes out before a sink. */
export interface Redaction {
	readonly sink: Sink;
	/** Tiers of the deployment's groups, each with its groups. */
	readonly tiers: ReadonlyMap<Tier, readonly string[]>;
	readonly deployment: string;
	readonly people: People;
	/** Names of resource attributes that the deployment gives. */
	readonly attributes: readonly string[];
	/** How long the sink keeps what it gets, in days; absent where nothing says, and then no record does either. */
	readonly retentionDays?: number;
}

/** The variable that pseudonyms are made with. */
export const pseudonymKey = "COWORK_PSEUDONYM_KEY";

/** What a sink may get of a tier. */
export function categoriesOf({ sink }: Pick<Redaction, "sink">, tier: Tier): readonly ContentCategory[] {
	return tierFacts[tier].reaches[sink] ?? [];
}

/** What it may get of any tier in use. */
export function categoriesOfAll(redaction: Redaction): ContentCategory[] {
	return [...redaction.tiers.keys()].flatMap((tier) => categoriesOf(redaction, tier));
}

/** Tiers in use of which it may get a category. */
export function tiersWith(redaction: Redaction, category: ContentCategory): Tier[] {
	return [...redaction.tiers.keys()].filter((tier) => categoriesOf(redaction, tier).includes(category));
}

/** Which tier a record is of: that of its group, and the strictest where it names none. Nobody who sends decides it. */
export function resourceStatements(redaction: Redaction): Statements {
	const { tiers, deployment, attributes, retentionDays } = redaction;
	const at = (name: string) => `resource.attributes[${quoted(name)}]`;
	const loosened = [...tiers].filter(([tier]) => tier !== "metadata");
	return {
		context: "resource",
		statements: [
			`keep_keys(resource.attributes, ${quotedList(visible(redaction, allowedResource([...attributes, ...Object.values(ownAttributes)])))})`,
			...masking("resource.attributes"),
			...pseudonyms("resource.attributes", redaction),
			`set(${at(ownAttributes.tier)}, "metadata")`,
			...loosened.flatMap(([tier, groups]) =>
				groups.map(
					(group) =>
						`set(${at(ownAttributes.tier)}, ${quoted(tier)}) where ${at(ownAttributes.deployment)} == ${quoted(deployment)} and ${at(ownAttributes.group)} == ${quoted(group)}`,
				),
			),
			retentionDays === undefined
				? `delete_key(resource.attributes, ${quoted(ownAttributes.retention)})`
				: `set(${at(ownAttributes.retention)}, ${retentionDays})`,
		],
	};
}

/** Attributes of a scope are nobody's that the catalogue knows. */
export const scopeStatements: Statements = {
	context: "scope",
	statements: [emptied("scope.attributes")],
};

/** Takes every attribute away. */
export function emptied(attributes: string): string {
	return `delete_matching_keys(${attributes}, ".*")`;
}

/**
 * Of each known signal exactly what its tier allows; of an unknown one what any signal has.
 *
 * @param name how a statement reads the signal's name
 * @param apart names of signals that other statements see to
 */
export function kept(
	redaction: Redaction,
	attributes: string,
	name: string,
	known: ReadonlyMap<string, KnownSignal>,
	otherwise: KnownSignal,
	apart: readonly string[] = [],
): string[] {
	const isKnown = `IsMatch(${name}, ${quoted(`^(?:${[...known.keys()].map(escaped).join("|")})${"$$"}`)})`;
	return [...redaction.tiers.keys()].flatMap((tier) => {
		const allowed = categoriesOf(redaction, tier);
		const ofTier = ` and ${isOfTier(tier)}`;
		const keep = (signal: KnownSignal) =>
			`keep_keys(${attributes}, ${quotedList(visible(redaction, allowedNames(signal, allowed)))})`;
		return [
			...[...known]
				.filter(([each]) => !apart.includes(each))
				.map(([each, signal]) => `${keep(signal)} where ${name} == ${quoted(each)}${ofTier}`),
			`${keep(otherwise)} where (${name} == nil or not ${isKnown})${ofTier}`,
		];
	});
}

/** Takes away what is content and not allowed, where attributes have to stay that no page lists. */
export function withoutContent(
	redaction: Redaction,
	attributes: string,
	known: readonly KnownSignal[],
	tier: Tier,
	where: string,
): string[] {
	const allowed = categoriesOf(redaction, tier);
	const open = allowedContent(known, allowed);
	const all = [...new Set(known.flatMap(({ content }) => Object.keys(content)))].sort();
	return all
		.filter((name) => !open.includes(name))
		.map((name) => `delete_key(${attributes}, ${quoted(name)}) where ${where}`);
}

/** Content that is no text becomes one, so that what is inside is masked, too. */
export function contentAsText(redaction: Redaction, attributes: string, known: readonly KnownSignal[]): string[] {
	return allowedContent(known, categoriesOfAll(redaction)).map((name) => {
		const at = `${attributes}[${quoted(name)}]`;
		return `set(${at}, String(${at})) where IsMap(${at}) or IsList(${at})`;
	});
}

export function masking(attributes: string): string[] {
	return masks().map((mask) => `replace_all_patterns(${attributes}, "value", ${mask})`);
}

export function maskingOf(text: string): string[] {
	return masks().map((mask) => `replace_pattern(${text}, ${mask})`);
}

/** Last arguments of a function that replaces: what it looks for, and what it puts there. */
function masks(): string[] {
	return secretPatterns.map((pattern) =>
		[pattern, replacement].map((argument) => quoted(withoutVariables(argument))).join(", "),
	);
}

/** In the place of who people are, the same pseudonym each time, which nobody makes without the key. */
export function pseudonyms(attributes: string, { sink, people }: Redaction): string[] {
	if (sink === "content" || people !== "pseudonymous") return [];
	return identifyingAttributes.map((name) => {
		const at = `${attributes}[${quoted(name)}]`;
		return `set(${at}, SHA256(Concat([${at}, "\${env:${pseudonymKey}}"], "|"))) where ${at} != nil`;
	});
}

/** Whether what is looked at is of a tier, which {@link resourceStatements} has decided. */
export function isOfTier(tier: Tier): string {
	return `resource.attributes[${quoted(ownAttributes.tier)}] == ${quoted(tier)}`;
}

/** Names without those that say who people are, where nobody is to know. */
function visible({ sink, people }: Redaction, names: readonly string[]): string[] {
	if (sink === "content" || people !== "none") return [...names];
	return names.filter((name) => !identifyingAttributes.includes(name));
}

function escaped(name: string): string {
	return name.replaceAll(".", "\\.");
}
