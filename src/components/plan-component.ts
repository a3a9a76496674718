import * as pulumi from "@pulumi/pulumi";
import { carriedReferences } from "../bundle/carried-references.js";
import { inputDigest } from "../bundle/compile-with.js";
import type { ListedFile } from "../bundle/manifest.js";
import { groupPart, perimeterPart } from "../bundle/part.js";
import { besidesPerimeter, groupRules, perimeterRules } from "../bundle/part-rules.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { parseDeployment } from "../deployment/parse.js";
import { planDeployment } from "../deployment/plan.js";
import type { EgressPlan } from "../egress/plan.js";
import type { BlockRules } from "../firewall/block-rules.js";
import { type RuleSetOptions, scopeOf } from "../firewall/rule-set-options.js";
import type { RequestedPlan } from "../inference/cloud-plan.js";
import { type DeploymentIdentities, identitiesOf } from "../inference/identity-ledger.js";
import { DeploymentError, error, type Problem } from "../problem.js";
import { referenceName } from "../reference/reference.js";
import { findReferences } from "../reference/walk.js";
import { type Registries, registries as shipped } from "../registries.js";
import type { Adapter, FirewallAdapter, PlacedInference, PlacingRequest, RulesToPlace } from "./adapters.js";
import { type BundlePart, bundlePart, manifestPart } from "./artifact-store/bundle-part.js";
import { groupRecipe, type PartRecipe } from "./artifact-store/part-recipe.js";
import type { Publication, StoreAdapter } from "./artifact-store/store-adapter.js";
import type { CoworkDeploymentArgs } from "./cowork-deployment.js";
import { ProgramValues } from "./program-values.js";
import { resolveSecrets, type SecretOutputs } from "./resolve-secrets.js";
import { takeSigners } from "./take-signers.js";

/** What one resource of every store publishes. */
export interface PlannedPart {
	/** Its place in the names of those resources. */
	readonly role: string;
	readonly egress: EgressPlan;
	readonly recipe: PartRecipe;
	/** `referenceName` of each value that its files hold. */
	readonly needed: readonly string[];
}

/** A firewall whose rules its cloud gets. */
export interface PlannedFirewall {
	/** Its place in the names of resources: its word, and the group where each has rules of its own. */
	readonly role: string;
	readonly adapter: FirewallAdapter;
	readonly rules: RulesToPlace;
}

/** Everything the component places, decided before anything is registered. */
export interface ComponentPlan {
	readonly deployment: ParsedDeployment;
	readonly warnings: readonly Problem[];
	readonly stores: readonly StoreAdapter[];
	/** Firewalls that are placed, each with its rules. */
	readonly firewalls: readonly PlannedFirewall[];
	readonly publication: Publication;
	/** What the route is to create; absent where it is nothing. */
	readonly cloud?: PlacingRequest;
	/** What devices sign in with of what is created; absent where it is nothing. */
	readonly identities: DeploymentIdentities | undefined;
	readonly perimeter: PlannedPart;
	/** By group, in code-unit order of the names. */
	readonly groups: ReadonlyMap<string, PlannedPart>;
	/** What stores publish of each part, once the route has what it created. */
	parts(placed: PlacedInference | undefined): (planned: PlannedPart) => BundlePart;
	/** The manifest of what a store has published, part by part. */
	manifest(published: readonly pulumi.Output<readonly ListedFile[]>[]): BundlePart;
}

/** @throws DeploymentError with every problem, a secret that is not there among them */
export function planComponent(name: string, args: CoworkDeploymentArgs): ComponentPlan {
	const { inference, firewall = [], publish = [], ...rest } = args;
	const axes = { inference: blocks([inference]), firewall: blocks(firewall), publish: blocks(publish) };
	const passed = new ProgramValues();
	const registries = withStores(publish);
	const parsed = parseDeployment(passed.takeOutputs({ name, ...rest, ...axes }), {
		registries,
		takeCredential: (text, path) => passed.take(text, path),
		found: [...namedTwice(firewall, "firewall"), ...namedTwice(publish, "publish")],
	});
	const { cloud, warnings } = parsed;
	const { deployment, problems: ofSigners } = takeSigners(parsed.deployment, passed);
	const plan = planDeployment({ ...parsed, deployment });
	if (cloud && !inference.place) throw new DeploymentError([placesNothing(cloud)]);
	const whole = perimeterPart(deployment, plan, registries);
	const groups = [...plan.groups].map(([group, { configuration }]) => ({
		group,
		configuration,
		part: groupPart(deployment, plan, group, registries),
	}));
	const { value: rules = [], problems: ofPerimeter } = perimeterRules(whole, registries);
	const besides = besidesPerimeter(ofPerimeter);
	const ofGroups = groups.map(({ group, part }) => {
		const { value = [], problems } = groupRules(part, registries);
		return { group, rules: value, problems: besides(group, problems) };
	});
	const ofRules = [...ofSigners, ...ofPerimeter, ...ofGroups.flatMap(({ problems }) => problems)];
	const carried = groups.map(
		({ group, configuration, part }) => [group, carriedReferences(configuration, part, registries)] as const,
	);
	const secrets = resolveSecrets(new Map(carried), passed, deployment.profiles, ofRules);
	return {
		deployment,
		warnings: [...warnings, ...ofRules, ...secrets.warnings],
		stores: publish,
		firewalls: [
			...rules.flatMap((each) => toPlace(firewall, each, passed)),
			...ofGroups.flatMap(({ group, rules }) =>
				rules
					.filter(({ backend }) => scopeOf(deployment.firewall[backend] ?? {}) === "perGroup")
					.flatMap((each) => toPlace(firewall, each, passed, group)),
			),
		],
		publication: {
			deployment: deployment.name,
			owner: `${pulumi.getProject()}/${pulumi.getStack()}/${name}`,
		},
		...(cloud && { cloud: { plan: cloud.plan, at: cloud.at, passed: (place) => passed.get(place) } }),
		identities: identitiesOf(cloud),
		perimeter: {
			role: "perimeter",
			egress: plan.perimeter,
			recipe: { perimeter: whole },
			needed: [],
		},
		groups: new Map(
			groups.map(({ group, configuration, part }) => [
				group,
				{
					role: `group-${group}`,
					egress: part.egress,
					recipe: groupRecipe(part, configuration),
					needed: [
						...(secrets.needed.get(group) ?? []),
						...findReferences(part.profiles).map(({ reference }) => referenceName(reference)),
					],
				},
			]),
		),
		manifest: (published) => manifestPart(inputDigest(deployment), published),
		parts: (placed) => {
			const known = { ...secrets.values, ...placedValues(placed) };
			return ({ role, recipe, needed }) => {
				// Most parts need none, and an output costs more than it looks.
				const values = needed.length === 0 ? {} : pulumi.all(pick(known, needed));
				return bundlePart(role, recipe, { needed, values });
			};
		},
	};
}

/** What is placed of a rule set: nothing, where it is files alone. */
function toPlace(
	adapters: readonly FirewallAdapter[],
	{ backend, request, ruleSet }: BlockRules,
	values: ProgramValues,
	group?: string,
): PlannedFirewall[] {
	const adapter = adapters.find(({ name }) => name === backend);
	const options: RuleSetOptions = adapter?.options ?? {};
	if (!adapter?.place || options.place === false) return [];
	const rules = { request, ruleSet, passed: (place: string) => values.get(place) };
	return [{ role: group === undefined ? adapter.name : `${adapter.name}-${group}`, adapter, rules }];
}

/** What the package ships, and the stores that a program brings along. */
function withStores(publish: readonly StoreAdapter[]): Registries {
	const own = publish.flatMap(({ name, store }) => (store ? [[name, store] as const] : []));
	return own.length === 0 ? shipped : { ...shipped, stores: { ...shipped.stores, ...Object.fromEntries(own) } };
}

/** What the route created, by the names that settings refer to it. */
function placedValues(placed: PlacedInference | undefined): SecretOutputs {
	const late = Object.entries(placed?.late ?? {});
	return Object.fromEntries(late.map(([name, value]) => [referenceName({ fromCloud: { name, words: name } }), value]));
}

function blocks(adapters: readonly Adapter[]): Record<string, object> {
	return Object.fromEntries(adapters.map((adapter) => [adapter.name, adapter.options]));
}

/** A list can name an adapter twice, which the members of a deployment file cannot. */
function namedTwice(adapters: readonly Adapter[], axis: string): Problem[] {
	const names = adapters.map((adapter) => adapter.name);
	const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
	return [...repeated].map((name) => error("duplicate", [axis, name], "is given twice; keep one"));
}

/** Profiles would name what nobody creates. */
function placesNothing({ at }: RequestedPlan): Problem {
	return error(
		"adapter-places-nothing",
		at,
		"is created by the adapter of its cloud alone; use that, or leave the block out",
	);
}

function pick(known: SecretOutputs, names: readonly string[]): SecretOutputs {
	return Object.fromEntries(names.flatMap((name) => (known[name] ? [[name, known[name]]] : [])));
}
