import { compareText, type JsonObject } from "../json.js";
import { made, type Outcome, refused } from "../outcome.js";
import { error, located, type Problem } from "../problem.js";
import type { FirewallBackend } from "./backend.js";
import type { FirewallOfDeployment } from "./shared-blocks.js";

/** A deployment's firewall, and where its devices are. */
export interface ClientsOfDeployment extends FirewallOfDeployment {
	/** Networks that its devices come from; absent where not every group says. */
	readonly clients?: readonly string[];
}

/**
 * Blocks of rule sets for several deployments, each with the networks that devices of any come from: what a block says
 * itself, or else what each deployment says. Where only some say, rules for all would serve everybody; that is an error.
 */
export function withSharedClients(
	blocks: Readonly<Record<string, JsonObject>>,
	deployments: readonly ClientsOfDeployment[],
	backends: Readonly<Record<string, FirewallBackend>>,
): Outcome<Readonly<Record<string, JsonObject>>> {
	const united: Record<string, JsonObject> = {};
	const problems: Problem[] = [];
	for (const [word, block] of Object.entries(blocks)) {
		united[word] = block;
		if (block.clients !== undefined || !backends[word]?.clients) continue;
		const said = deployments.map((deployment) => ({ deployment, clients: clientsOf(deployment, word) }));
		const speaking = said.find(({ clients }) => clients !== undefined);
		if (!speaking) continue;
		const silent = said.filter(({ clients }) => clients === undefined);
		for (const { deployment } of silent) {
			problems.push(...located([noClients(word, deployment.name, speaking.deployment.name)], deployment.locate));
		}
		const clients = [...new Set(said.flatMap((each) => each.clients ?? []))].sort(compareText);
		united[word] = { ...block, clients };
	}
	return problems.length > 0 ? refused(...problems) : made(united);
}

function clientsOf({ firewall, clients }: ClientsOfDeployment, word: string): readonly string[] | undefined {
	const ofBlock = firewall[word]?.clients;
	// The form of blocks was checked.
	return Array.isArray(ofBlock) ? (ofBlock as readonly string[]) : clients;
}

function noClients(word: string, silent: string, speaking: string): Problem {
	const message = `has no clients of deployment ${silent}, while ${speaking} says its own, so that one rule set for both would serve everybody; say clients of the block or of each group in both, or in neither`;
	return error("no-clients", ["firewall", word], message);
}
