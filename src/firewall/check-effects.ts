import { type EgressHost, formatAddress } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { isWithin } from "../network.js";
import { error, type Problem, warning } from "../problem.js";
import { deniesRest, type Effect, type FirewallBackend, formatEffect, formatEffectOfAny, hostKey } from "./backend.js";
import type { BlockRules } from "./block-rules.js";

type Backends = Readonly<Record<string, FirewallBackend>>;

/** What must be known of rule sets that do not say exactly what the plan means. */
export function checkEffects(
	rules: readonly BlockRules[],
	blocks: Readonly<Record<string, object>>,
	backends: Backends,
): Problem[] {
	return rules.flatMap((each) => [
		...each.ruleSet.effects.flatMap((effect) => effectProblem(each, effect)),
		...checkLeft(each, rules, backends),
		...checkAnswered(each, blocks, backends),
	]);
}

function effectProblem({ backend, accept }: BlockRules, effect: Effect): Problem[] {
	const { kind } = effect;
	const at = ["firewall", backend];
	if (kind !== "dropped" && accept?.includes(kind)) return [];
	const cure =
		kind === "dropped"
			? "say leaveTo with the word of a block that can express it"
			: `say accept: [${kind}] where that is meant, or leaveTo with the word of a block that is exact`;
	const message = `${formatEffect(effect)}; ${cure}`;
	const alike = { before: "", host: formatAddress(effect), says: formatEffectOfAny(effect), cure };
	return [{ ...(kind === "dropped" ? error : warning)(`rule-${kind}`, at, message), alike }];
}

/** Whether another block expresses what this one leaves to it, for all whom this one serves. */
function checkLeft({ backend, leaveTo, left, request }: BlockRules, rules: readonly BlockRules[], backends: Backends) {
	const other = rules.find((each) => each.backend === leaveTo);
	// A block that refuses says so itself.
	if (!other) return [];
	const at = ["firewall", backend, "leaveTo"];
	const expresses = expressedBy(other);
	const lost = left.filter((host) => !expresses(host));
	const served = backends[other.backend]?.clients ? other.request.clients : undefined;
	const unserved = (served && left.length > 0 && request.clients) || [];
	return [
		...lost.map((host) =>
			error("not-expressed", at, `${formatAddress(host)} is not expressed by ${leaveTo} either; choose another block`),
		),
		...unserved
			.filter((network) => !isWithin(network, served ?? []))
			.map((network) => {
				const message = `leaves hosts to ${leaveTo}, which opens them to other clients and not to ${network}; name it there, too`;
				return error("clients-differ", at, message);
			}),
	];
}

/** A name that a resolver denies is not reached by asking for it in a list that something else makes rules of. */
function checkAnswered(
	{ backend, leaveTo = "", left }: BlockRules,
	blocks: Readonly<Record<string, object>>,
	backends: Backends,
): Problem[] {
	const [resolver, other] = [backends[backend], backends[leaveTo]];
	if (!resolver?.resolves || !deniesRest(resolver, blocks[backend] ?? {}) || other?.quic !== "not said") return [];
	return left
		.filter(({ host }) => !isAddress(host))
		.map((host) => {
			const message = `leaves ${formatAddress(host)} to ${leaveTo}, while these rules answer no device that asks for the name; accept what they make of it, or leave it to a proxy that asks another resolver`;
			return error("not-answered", ["firewall", backend, "leaveTo"], message);
		});
}

function expressedBy({ ruleSet, left }: BlockRules): (host: EgressHost) => boolean {
	const lost = new Set([...ruleSet.effects.filter(({ kind }) => kind !== "widened"), ...left].map(hostKey));
	return (host) => !lost.has(hostKey(host));
}
