import type { ParsedDeployment } from "../deployment/deployment.js";
import { fleetOf } from "../deployment/fleet.js";
import type { DeploymentPlan } from "../deployment/plan.js";
import { type DeploymentEgress, uniteDeployments } from "../egress/unite-deployments.js";
import type { BlockRules } from "../firewall/block-rules.js";
import { type ClientsOfDeployment, withSharedClients } from "../firewall/shared-clients.js";
import { canonicalJson, compareText, type JsonObject, type JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { formatProblem, type Locate, located, type Problem } from "../problem.js";
import type { DeploymentIdentity } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import { sha256 } from "./bundle.js";
import { clientsOfAll, identityOf, type PerimeterPart } from "./part.js";
import { perimeterRules } from "./part-rules.js";

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

/** What several deployments need together. */
export interface SharedPerimeter {
	readonly part: PerimeterPart;
	readonly rules: readonly BlockRules[];
}

export interface SharedPerimeterRequest {
	/** Of its folder, and of what its rules define. */
	readonly name: string;
	/** At least one, each with a name of its own. */
	readonly deployments: readonly [DeploymentPerimeter, ...DeploymentPerimeter[]];
	/** Blocks of rule sets for all, by word. */
	readonly firewall: Readonly<Record<string, JsonObject>>;
	/** What people must know besides. */
	readonly notes?: readonly string[];
	/** What was said of each deployment's own rule sets, which is not said of these once more. @default - nothing */
	readonly told?: readonly Problem[];
}

/** The union of what deployments need, and one rule set of each block over it. */
export function uniteDeploymentPerimeters(
	{ name, deployments, firewall, notes = [], told = [] }: SharedPerimeterRequest,
	registries: Registries,
): Outcome<SharedPerimeter> {
	const blocks = withSharedClients(firewall, deployments, registries.firewall);
	if (!blocks.value) return { problems: blocks.problems };
	const egress = uniteDeployments(deployments);
	const first = deployments.reduce((a, b) => (compareText(a.name, b.name) <= 0 ? a : b));
	const part: PerimeterPart = {
		// None of its files names who deploys.
		identity: { ...first.identity, deployment: name },
		deployments: deployments.map((each) => each.name).sort(compareText),
		platforms: [],
		templates: {},
		egress: { ...egress, notes: [...egress.notes, ...notes] },
		firewall: blocks.value,
	};
	const { value: rules, problems: ofRules } = perimeterRules(part, registries);
	const problems = located(besides(told, ofRules), first.locate);
	return rules ? made({ part, rules }, problems) : { problems };
}

function besides(told: readonly Problem[], problems: readonly Problem[]): Problem[] {
	// Where each was said may be another file.
	const textOf = ({ location: _, ...problem }: Problem) => formatProblem(problem);
	const said = new Set(told.map(textOf));
	return problems
		.filter((problem) => !said.has(textOf(problem)))
		.map((problem) => ({ ...problem, message: `for all deployments together, ${problem.message}` }));
}

/** Equal for equal hosts, reasons and blocks, whatever else of the deployments changes. */
export function sharedDigest({ deployments = [], egress, firewall }: PerimeterPart): string {
	// A part is plain data throughout.
	return sha256(canonicalJson({ deployments, egress, firewall } as unknown as JsonValue));
}
