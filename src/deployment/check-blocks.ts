import { blockShape } from "../firewall/block-shape.js";
import { checkLeaveTo } from "../firewall/check-leave-to.js";
import { isObject } from "../json.js";
import { nearestName, suggestName } from "../nearest-name.js";
import { error, type Problem } from "../problem.js";
import type { FormatFacts } from "../profiles/format.js";
import { checkTokens } from "../reference/check-tokens.js";
import type { Registries } from "../registries.js";
import { object } from "../shape/build.js";
import { checkShape } from "../shape/check-shape.js";
import type { Shape } from "../shape/shape.js";
import { publishMembers } from "./publish-shape.js";

/** Blocks of rule sets by themselves: their form, and what they leave to another. */
export function checkFirewallBlocks(blocks: unknown, { firewall }: Pick<Registries, "firewall">): Problem[] {
	const axis = { at: "firewall", what: "firewall backend", variants: firewall };
	return [
		...checkAxis(blocks, axis, blockShape),
		...checkTokens(blocks, ["firewall"]),
		...checkLeaveTo(isObject(blocks) ? blocks : {}),
	];
}

export function checkProfileBlocks(
	blocks: unknown,
	{ profiles, templates, codeFormats }: Pick<Registries, "profiles" | "templates" | "codeFormats">,
): Problem[] {
	const variants: Readonly<Record<string, FormatFacts<object>>> = { ...profiles, ...templates, ...codeFormats };
	return checkAxis(blocks, { at: "profiles", what: "profile format", variants }, ({ options }) => object(options));
}

export function checkStoreBlocks(blocks: unknown, { stores }: Pick<Registries, "stores">): Problem[] {
	const besides = Object.keys(publishMembers);
	return checkAxis(
		blocks,
		{ at: "publish", what: "artifact store", variants: stores, besides },
		({ options }) => options,
	);
}

interface Axis<Variant> {
	/** The member that holds the blocks. */
	readonly at: string;
	readonly what: string;
	readonly variants: Readonly<Record<string, Variant>>;
	/** Members beside the blocks, which somebody may have meant. @default - none */
	readonly besides?: readonly string[];
}

function checkAxis<Variant>(
	blocks: unknown,
	{ at, what, variants, besides = [] }: Axis<Variant>,
	shapeOf: (variant: Variant) => Shape,
): Problem[] {
	return Object.entries(isObject(blocks) ? blocks : {}).flatMap(([word, block]) => {
		const variant = Object.hasOwn(variants, word) ? variants[word] : undefined;
		if (variant !== undefined) return checkShape(shapeOf(variant), block, { at: [at, word] });
		const candidates = [...Object.keys(variants), ...(nearestName(word, besides) ? besides : [])];
		return [error("unknown-member", [at, word], `unknown ${what}; ${suggestName(word, candidates)}`)];
	});
}
