import type { EgressHost } from "../egress/plan.js";
import { compareText, type JsonObject } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { below, error, isError, type Problem } from "../problem.js";
import { withTokens } from "../reference/walk.js";
import { deniesRest, type FirewallBackend, hostKey, type RuleRequest, type RuleSet } from "./backend.js";
import type { BlockRules } from "./block-rules.js";
import { checkEffects } from "./check-effects.js";
import { deniedHosts } from "./deny-list.js";
import type { RuleSetOptions } from "./rule-set-options.js";

type Backends = Readonly<Record<string, FirewallBackend>>;

/**
 * The rule set of each block of a deployment's firewall, in the order of the words. A block that refuses is an error,
 * and so is a host that no rule set expresses; one that is expressed otherwise than the plan means it is a warning,
 * unless its block accepts that.
 */
export function renderRuleSets(
	blocks: Readonly<Record<string, object>>,
	request: RuleRequest,
	backends: Backends,
): Outcome<readonly BlockRules[]> {
	const rules: BlockRules[] = [];
	const problems: Problem[] = [];
	for (const [word, block] of Object.entries(blocks).sort(([a], [b]) => compareText(a, b))) {
		const rendered = renderBlock(word, block, request, backends);
		if (rendered.value) rules.push(rendered.value);
		for (const problem of rendered.problems) problems.push(below(["firewall", word], problem));
	}
	for (const problem of checkEffects(rules, blocks, backends)) problems.push(problem);
	return problems.some(isError) ? { problems } : made(rules, problems);
}

function renderBlock(
	word: string,
	block: RuleSetOptions,
	request: RuleRequest,
	backends: Backends,
): Outcome<BlockRules> {
	const backend = Object.hasOwn(backends, word) ? backends[word] : undefined;
	if (!backend) return { problems: [error("unknown-member", [], "unknown firewall backend")] };
	const { accept, leaveTo, clients: ofBlock, scope: _, place: __, deny, inspects, ...ofBackend } = block;
	// Its form was checked.
	const options = withTokens(ofBackend as JsonObject) as JsonObject;
	const shared = { ...(accept && { accept }), ...(leaveTo !== undefined && { leaveTo }) };
	const { value: denied, problems: ofDeny } = deniedHosts(deny ?? {}, request.hosts);
	if (!denied) return { problems: ofDeny.map((problem) => below(["deny"], problem)) };
	// What a block says holds for all groups; one group's rules are for its own devices alone. Rules of a cloud do not wait
	// for somebody to say whose they are: there the block speaks for a group that says nothing.
	const ofGroup = backend.cloud === undefined ? request.clients : (request.clients ?? ofBlock);
	const clients = request.group === undefined ? (ofBlock ?? request.clients) : ofGroup;
	let { hosts } = request;
	for (;;) {
		const rendered = {
			...request,
			hosts,
			...(clients && { clients }),
			...(denied.length > 0 && { denied }),
			...(inspects && { inspects }),
		};
		const { value: ruleSet, problems } = backend.render(rendered, options);
		if (!ruleSet) return { problems };
		const kept = leaveTo === undefined ? hosts : exactlyIn(ruleSet, hosts);
		if (kept.length === hosts.length) {
			const left = leaveTo === undefined ? [] : without(request.hosts, hosts);
			const notes = [...(ruleSet.notes ?? []), ...quicNote(backend, block)];
			return made({ backend: word, ...shared, request: rendered, ruleSet, left, notes }, problems);
		}
		// What is left out may have covered others, which are then expressed for themselves.
		hosts = kept;
	}
}

/** Hosts that a rule set matches as the plan means them. */
function exactlyIn({ effects }: RuleSet, hosts: readonly EgressHost[]): readonly EgressHost[] {
	const inexact = new Set(effects.map(hostKey));
	return hosts.filter((host) => !inexact.has(hostKey(host)));
}

function without(hosts: readonly EgressHost[], some: readonly EgressHost[]): EgressHost[] {
	const those = new Set(some);
	return hosts.filter((host) => !those.has(host));
}

/** A plan never needs QUIC; where the rules leave it open, or to others, people must know. */
function quicNote(backend: FirewallBackend, block: object): string[] {
	const { quic } = backend;
	if (quic === "as the rest" && !deniesRest(backend, block))
		return ["QUIC (UDP 443) is left to what stands behind these rules, as everything that they do not list"];
	if (quic === "passes")
		return ["QUIC (UDP 443) passes to these hosts too, because the rules do not tell protocols apart"];
	return quic === "not seen" ? ["QUIC (UDP 443) does not come by here; close it for these devices elsewhere"] : [];
}
