import { isObject } from "../json.js";
import { error, type Problem } from "../problem.js";
import { deniesRest, type FirewallBackend } from "./backend.js";
import { scopeOf } from "./rule-set-options.js";

/** Groups that say nothing of where their devices come from. */
type Unplaced = readonly string[];

/**
 * Whether blocks that write a rule set for each group can: whom each is for, and that what they leave to another block
 * is written for the same groups. Paths start at the deployment.
 */
export function checkScopes(
	blocks: Readonly<Record<string, unknown>>,
	groups: Readonly<Record<string, unknown>>,
	backends: Readonly<Record<string, FirewallBackend>>,
): Problem[] {
	const unplaced = Object.keys(groups).filter((name) => {
		const group = groups[name];
		return isObject(group) && group.clients === undefined;
	});
	return Object.entries(blocks).flatMap(([word, block]) => {
		const backend = Object.hasOwn(backends, word) ? backends[word] : undefined;
		if (!backend || !isObject(block)) return [];
		return [
			...(scopeOf(block) === "perGroup" ? checkPerGroup(word, block, backend, unplaced) : []),
			...checkSameScope(word, block, blocks),
		];
	});
}

function checkPerGroup(word: string, block: object, backend: FirewallBackend, unplaced: Unplaced): Problem[] {
	const at = ["firewall", word];
	if ("clients" in block) {
		const message = "is for a rule set that serves every group; with scope: perGroup say clients of each group";
		return [error("clients-of-groups", [...at, "clients"], message)];
	}
	// Rules that deny the rest are for devices or networks of their own.
	if (!backend.clients || deniesRest(backend, block)) return [];
	return unplaced.map((group) =>
		error(
			"no-clients",
			["groups", group],
			`says no clients, so that its own rules of ${word} would open hosts to everybody; name the networks of its devices, or leave out firewall.${word}.scope`,
		),
	);
}

function checkSameScope(
	word: string,
	block: Readonly<Record<string, unknown>>,
	blocks: Readonly<Record<string, unknown>>,
): Problem[] {
	const { leaveTo } = block;
	const other = typeof leaveTo === "string" && Object.hasOwn(blocks, leaveTo) ? blocks[leaveTo] : undefined;
	if (!isObject(other) || scopeOf(other) === scopeOf(block)) return [];
	const message = `names a block of scope ${scopeOf(other)}, which is not written where this one is; give both the same scope`;
	return [error("scope-differs", ["firewall", word, "leaveTo"], message)];
}
