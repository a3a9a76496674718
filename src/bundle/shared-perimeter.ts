import type { ParsedDeployment } from "../deployment/deployment.js";
import { fleetOf } from "../deployment/fleet.js";
import type { DeploymentPlan } from "../deployment/plan-with.js";
import { type DeploymentEgress, uniteDeployments } from "../egress/unite-deployments.js";
import { type ClientsOfDeployment, withSharedClients } from "../firewall/shared-clients.js";
import { canonicalJson, compareText, type JsonObject, type JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import type { Locate } from "../problem.js";
import type { DeploymentIdentity } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import { sha256 } from "./bundle.js";
import { clientsOfAll, identityOf, type PerimeterPart } from "./part.js";

/** What a deployment brings to a perimeter that it shares with others. */
export interface DeploymentPerimeter extends DeploymentEgress, ClientsOfDeployment {
	readonly identity: DeploymentIdentity;
}

export function deploymentPerimeter(
	deployment: ParsedDeployment,
	{ perimeter }: Pick<DeploymentPlan, "perimeter">,
	locate?: Locate,
): DeploymentPerimeter {
	const clients = clientsOfAll(deployment);
	return {
		name: deployment.name,
		identity: identityOf(deployment),
		egress: perimeter,
		fleet: fleetOf(deployment),
		firewall: deployment.firewall,
		...(clients && { clients }),
		...(locate && { locate }),
	};
}

export interface SharedPerimeterRequest {
	/** Of its folder, and of what its rules define. */
	readonly name: string;
	/** At least one, each with a name of its own. */
	readonly deployments: readonly [DeploymentPerimeter, ...DeploymentPerimeter[]];
	/** Blocks of rule sets for all, by word. */
	readonly firewall: Readonly<Record<string, JsonObject>>;
	/** What people must know besides. @default none */
	readonly notes?: readonly string[];
}

/**
 * The part of a bundle that several deployments share: the union of what they need, and the blocks of rule sets over it
 * with the networks of all their devices.
 */
export function sharedPart(
	{ name, deployments, firewall, notes = [] }: SharedPerimeterRequest,
	registries: Pick<Registries, "firewall">,
): Outcome<PerimeterPart> {
	const { value: blocks, problems } = withSharedClients(firewall, deployments, registries.firewall);
	if (!blocks) return { problems };
	const egress = uniteDeployments(deployments);
	const first = deployments.reduce((a, b) => (compareText(a.name, b.name) <= 0 ? a : b));
	return made({
		// None of its files names who deploys.
		identity: { ...first.identity, deployment: name },
		deployments: deployments.map((each) => each.name).sort(compareText),
		platforms: [],
		templates: {},
		egress: { ...egress, notes: [...egress.notes, ...notes] },
		firewall: blocks,
	});
}

/** Equal for equal hosts, reasons and blocks, whatever else of the deployments changes. */
export function sharedDigest({ deployments = [], egress, firewall }: PerimeterPart): string {
	// A part is plain data throughout.
	return sha256(canonicalJson({ deployments, egress, firewall } as unknown as JsonValue));
}
