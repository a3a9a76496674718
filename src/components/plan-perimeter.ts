import { storesOf } from "../bundle/part.js";
import { perimeterRules } from "../bundle/part-rules.js";
import { type DeploymentPerimeter, sharedDigest, sharedPart } from "../bundle/shared-perimeter.js";
import { checkFirewallBlocks } from "../deployment/check-blocks.js";
import { checkPublish } from "../deployment/check-publish.js";
import { publishOf } from "../deployment/defaults.js";
import { nameShape } from "../deployment/name-shape.js";
import { plainData } from "../deployment/plain-data.js";
import { scopeOf } from "../firewall/rule-set-options.js";
import { isObject, type JsonObject, sortMembers } from "../json.js";
import { below, DeploymentError, error, isError, type Problem } from "../problem.js";
import { checkHeld } from "../publication/check-held.js";
import { planStores } from "../publication/plan-stores.js";
import { plannedScopes } from "../publication/planned-scopes.js";
import { plannedRings } from "../publication/rings.js";
import { checkShape } from "../shape/check-shape.js";
import { blocksOf, namedTwice, withStores } from "./adapter-blocks.js";
import { bundlePart, manifestPart } from "./artifact-store/bundle-part.js";
import type { CoworkPerimeterArgs } from "./cowork-perimeter.js";
import { type PlannedFirewall, toPlace } from "./planned-firewall.js";
import { ProgramValues } from "./program-values.js";
import { publishBlock } from "./publish-args.js";
import {
	type PlannedPart,
	type PlannedPublication,
	plannedStores,
	publicationOf,
	publisherOf,
} from "./publish-parts.js";
import { sharedDeployments } from "./shared-deployments.js";
import { takeAdapters } from "./take-adapters.js";
import { takeSigningKey } from "./take-signing-key.js";

/** Everything the component places, decided before anything is registered. */
export interface PerimeterPlan extends PlannedPublication {
	/** Plain data. */
	readonly perimeter: object;
	readonly warnings: readonly Problem[];
	readonly firewalls: readonly PlannedFirewall[];
	readonly part: PlannedPart;
}

/** @throws DeploymentError with every problem, those of files among them */
export function planPerimeter(resource: string, args: CoworkPerimeterArgs): PerimeterPlan {
	const { name = resource, deployments } = args;
	const { firewall, publish, problems: ofAxes } = takeAdapters({ firewall: args.firewall, publish: args.publish });
	const registries = withStores(publish.stores);
	const passed = new ProgramValues();
	const axes = plainData(passed.takeOutputs({ firewall: blocksOf(firewall), publish: publishBlock(publish) }));
	const { firewall: blocks, publish: block } = axes.value as Readonly<Record<string, JsonObject>>;
	const members = sharedDeployments(deployments);
	const problems = [
		...ofAxes,
		...checkShape(nameShape, name, { at: ["name"] }),
		...members.problems,
		...checkNames(name, members.found),
		...(deployments.length > 0 ? [] : [error("empty", ["deployments"], "is empty; expected at least one deployment")]),
		...namedTwice(firewall, "firewall"),
		...namedTwice(publish.stores, "publish"),
		...axes.problems,
		...checkFirewallBlocks(blocks, registries),
		...checkNoScopes(blocks),
		...checkPublish(block, {}, registries),
	];
	const { publish: stores, publication = {} } = publishOf({ publish: block ?? {} });
	const key = takeSigningKey(publication, passed);
	const plans = planStores(stores, { deployment: name, carriesSecrets: false }, registries);
	problems.push(...key.problems, ...plans.problems);
	const [first, ...others] = members.found;
	if (!first || problems.some(isError)) throw new DeploymentError(problems);
	// Their form was checked.
	const ofFirewall = sortMembers(blocks ?? {}) as Readonly<Record<string, JsonObject>>;
	const united = sharedPart({ name, deployments: [first, ...others], firewall: ofFirewall }, registries);
	const rules = united.value && perimeterRules(united.value, registries);
	const held = united.value
		? checkHeld({
				scopes: plannedScopes({ name, groups: {}, publication }),
				stores: Object.keys(plans.value ?? {}),
				published: publish.published ?? {},
				perimeter: united.value.egress,
			})
		: [];
	const all = [...problems, ...united.problems, ...(rules?.problems ?? []), ...held];
	if (!united.value || !rules?.value) throw new DeploymentError(all);
	const part = { ...united.value, ...storesOf(plans.value) };
	const planned = {
		role: "perimeter",
		rings: plannedRings(publication.rings, publication.perimeter),
		egress: part.egress,
		recipe: { perimeter: part },
		needed: [],
	};
	return {
		perimeter: {
			name,
			deployments: part.deployments,
			firewall: blocks,
			publish: stores,
			...(Object.keys(publication).length > 0 && { publication }),
		},
		warnings: all,
		firewalls: rules.value.flatMap((each) => toPlace(firewall, each, passed)),
		part: planned,
		parts: [planned],
		stores: plannedStores(publish, plans.value ?? {}),
		publication: {
			// A deployment of this program may have the same resource name.
			...publisherOf(name, `perimeter/${resource}`),
			app: {},
			...publicationOf(publication, key.value),
			passed: (place) => passed.get(place),
		},
		partOf: (each) => bundlePart(each, {}),
		manifest: (published) => manifestPart(sharedDigest(part), published),
	};
}

/** Files of a deployment would stand where those of another, or of the perimeter, do. */
function checkNames(name: string, members: readonly DeploymentPerimeter[]): Problem[] {
	const names = members.map((each) => each.name);
	const repeated = new Set(names.filter((each, index) => names.indexOf(each) !== index));
	return [
		...[...repeated].map((each) =>
			error(
				"same-deployment",
				["deployments"],
				`holds two deployments of the name ${each}; give each a name of its own`,
			),
		),
		...(names.includes(name)
			? [error("same-deployment", ["name"], `is the name of the deployment ${name}, too; give the perimeter another`)]
			: []),
	];
}

function checkNoScopes(blocks: unknown): Problem[] {
	return Object.entries(isObject(blocks) ? blocks : {}).flatMap(([word, block]) => {
		if (!isObject(block) || scopeOf(block) === "union") return [];
		const message = "is for the groups of one deployment; leave it out here, where one rule set serves all";
		return [below(["firewall", word], error("scope-of-groups", ["scope"], message))];
	});
}
