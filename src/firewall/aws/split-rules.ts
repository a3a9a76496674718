import type { Limit } from "../../evidence.js";
import { groupBy } from "../../group-by.js";
import { ruleIds } from "../rule-ids.js";
import { stableParts } from "../stable-parts.js";
import { idRange, type Rule } from "../suricata-rules.js";
import type { RulePart } from "./rule-groups.js";
import { ruleText, type StrictRules } from "./strict-rules.js";

/** What the template of a rule group takes at most. */
export const bytesLimit: Limit = {
	most: 1_000_000,
	of: "bytes of rules as a template of CloudFormation has them, half of what the API takes",
	source:
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-networkfirewall-rulegroup-rulessource.html",
};

/** More than a policy takes rule groups, because some are fuller than others; a power of two. */
const slots = 64;

/** Rules by the place of their rule group, lowest first; the one at 0 is always there. */
export type PlacedRules = ReadonlyMap<number, readonly Rule[]>;

/**
 * Tells how rules are spread over rule groups of a capacity. Each denies before it passes, so that a policy without some of
 * them opens no more; the one at 0, which is the only one where that is enough, also closes, and is to be the last.
 * Undefined where no number of groups holds the rules.
 */
export function splitterOf({
	head,
	denying,
	passing,
	closing,
}: StrictRules): (capacity: number) => PlacedRules | undefined {
	// Ids of the range have as many digits each.
	const sizes = new Map(
		[...denying, ...passing, ...closing].map((rule) => [rule, sizeOf(ruleText(rule, idRange.first))]),
	);
	const byKey = new Map(passing.map((rule) => [rule.key, rule]));
	const around = (place: number, some: readonly Rule[]) => [...denying, ...some, ...(place === 0 ? closing : [])];
	return (capacity) => {
		const fits = (keys: readonly string[], place: number) => {
			const others = around(place, []);
			if (others.length + keys.length > capacity) return false;
			const some = keys.flatMap((key) => byKey.get(key) ?? []);
			const size = [...others, ...some].reduce((sum, rule) => sum + (sizes.get(rule) ?? 0), sizeOf(head));
			return size <= bytesLimit.most;
		};
		const split = stableParts([...byKey.keys()], fits, slots);
		if (!split) return undefined;
		const placeOf = new Map([...split].flatMap(([place, keys]) => keys.map((key) => [key, place])));
		const inPlaces = groupBy(passing, ({ key }) => placeOf.get(key) ?? 0);
		const places = [...new Set([0, ...split.keys()])];
		return new Map(places.map((place) => [place, around(place, inPlaces.get(place) ?? [])]));
	};
}

/** A rule group each, in the order in which a policy is to have them. */
export function writeParts(head: string, placed: PlacedRules): readonly RulePart[] {
	const texts = [...placed].map(([place, rules]) => ({
		place,
		rules: rules.map((rule) => ({ rule, id: idText(place, rule) })),
	}));
	const idOf = ruleIds(
		texts.flatMap(({ rules }) => rules.map(({ id }) => id)),
		idRange.first,
		idRange.span,
	);
	const parts = texts.map(({ place, rules }) => ({
		place,
		source: { rulesString: `${head}${rules.map(({ rule, id }) => ruleText(rule, idOf.get(id) ?? 0)).join("")}` },
	}));
	return parts.reverse();
}

/** A denial stands in each part, under an id of its own. */
function idText(place: number, { key, head }: Rule): string {
	return place === 0 || head.startsWith("pass ") ? key : `${key} in ${place}`;
}

/** As a template has it. */
function sizeOf(text: string): number {
	return Buffer.byteLength(JSON.stringify(text));
}
