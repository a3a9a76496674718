import * as pulumi from "@pulumi/pulumi";
import { carriedReferences } from "../bundle/carried-references.js";
import { inputDigest } from "../bundle/compile-with.js";
import { withoutHolds } from "../bundle/described-deployment.js";
import type { ListedFile } from "../bundle/manifest.js";
import { groupPart, perimeterPart } from "../bundle/part.js";
import { besidesPerimeter, groupRules, perimeterRules } from "../bundle/part-rules.js";
import { type DeploymentPerimeter, deploymentPerimeter } from "../bundle/shared-perimeter.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { parseDeployment } from "../deployment/parse.js";
import { planWith } from "../deployment/plan-with.js";
import { checkClaims } from "../firewall/check-claims.js";
import { scopeOf } from "../firewall/rule-set-options.js";
import type { RequestedPlan } from "../inference/cloud-plan.js";
import { type DeploymentIdentities, identitiesOf } from "../inference/identity-ledger.js";
import { DeploymentError, error, type Problem } from "../problem.js";
import { checkHeld } from "../publication/check-held.js";
import { plannedScopes } from "../publication/planned-scopes.js";
import type { RevisionApp } from "../publication/revision.js";
import { plannedRings } from "../publication/rings.js";
import { referenceName } from "../reference/reference.js";
import { findReferences } from "../reference/walk.js";
import { reviewDeployment } from "../review/review-deployment.js";
import type { ReviewedDeployment } from "../review/reviewed-deployment.js";
import { blocksOf, namedTwice, withStores } from "./adapter-blocks.js";
import type { CollectorToPlace, PlacingRequest } from "./adapters.js";
import { type BundlePart, bundlePart, manifestPart } from "./artifact-store/bundle-part.js";
import { groupRecipe } from "./artifact-store/part-recipe.js";
import type { CoworkDeploymentArgs } from "./cowork-deployment.js";
import { checkGivenSecrets } from "./given-secrets.js";
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
import { resolveSecrets, type SecretOutputs } from "./resolve-secrets.js";
import { takeAdapters } from "./take-adapters.js";
import { takeSigners } from "./take-signers.js";
import { takeSigningKey } from "./take-signing-key.js";

/** Everything the component places, decided before anything is registered. */
export interface ComponentPlan {
	readonly deployment: ParsedDeployment;
	readonly warnings: readonly Problem[];
	readonly stores: PlannedPublication["stores"];
	/** Firewalls that are placed, each with its rules. */
	readonly firewalls: readonly PlannedFirewall[];
	readonly publication: PlannedPublication["publication"];
	/** What it brings to a perimeter that it shares with others. */
	readonly shared: DeploymentPerimeter;
	/** What the route is to create; absent where it is nothing. */
	readonly cloud?: PlacingRequest;
	/** The collector that is to be created; absent where it is one's own. */
	readonly collector?: CollectorToPlace;
	/** What devices sign in with of what is created; absent where it is nothing. */
	readonly identities: DeploymentIdentities | undefined;
	readonly perimeter: PlannedPart;
	/** By group, in code-unit order of the names. */
	readonly groups: ReadonlyMap<string, PlannedPart>;
	/** What it means, for whoever compares. */
	reviewed(): ReviewedDeployment;
	/** What stores publish of each part, given what only the clouds know, by the names that settings refer to. */
	parts(late: SecretOutputs): (planned: PlannedPart) => BundlePart;
	/** The manifest of what a store has published, part by part. */
	manifest(published: readonly pulumi.Output<readonly ListedFile[]>[]): BundlePart;
}

/** @throws DeploymentError with every problem, a secret that is not there among them */
export function planComponent(name: string, args: CoworkDeploymentArgs): ComponentPlan {
	const { inference: _, firewall: __, publish: ___, observability: ____, secrets = {}, ...rest } = args;
	const { inference, firewall, publish, observability, collector: host, problems: ofAxes } = takeAdapters(args);
	const axes = {
		inference: inference && blocksOf([inference]),
		firewall: blocksOf(firewall),
		publish: publishBlock(publish),
		...(observability !== undefined && { observability }),
	};
	const passed = new ProgramValues(secrets);
	const registries = withStores(publish.stores);
	const written = passed.takeOutputs({ name, ...rest, ...axes });
	const parsed = parseDeployment(written, {
		registries,
		takeCredential: (text, path) => passed.take(text, path),
		found: [
			...ofAxes,
			...namedTwice(firewall, "firewall"),
			...namedTwice(publish.stores, "publish"),
			...checkGivenSecrets(written, secrets),
		],
	});
	const { cloud, collector, warnings } = parsed;
	const { deployment, problems: ofSigners } = takeSigners(parsed.deployment, passed);
	const { publication = {} } = deployment;
	const key = takeSigningKey(publication, passed);
	const plan = planWith(registries, { ...parsed, deployment });
	if (cloud && !inference?.place) throw new DeploymentError([placesNothing(cloud)]);
	if (collector && !host?.place) throw new DeploymentError([placesNothing(collector)]);
	const { described, ...rendered } = perimeterPart(deployment, plan, registries);
	const whole = { ...rendered, ...(described && { described: withoutHolds(described) }) };
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
	const claims = ofGroups.map(({ group, rules }) => [group, rules] as const);
	const ofRules = [
		...ofSigners,
		...key.problems,
		...ofPerimeter,
		...ofGroups.flatMap(({ problems }) => problems),
		...checkClaims(claims, deployment.firewall),
		...checkHeld({
			scopes: plannedScopes(deployment),
			stores: Object.keys(parsed.stores),
			published: publish.published ?? {},
			perimeter: plan.perimeter,
		}),
	];
	const carried = groups.map(
		({ group, configuration, part }) => [group, carriedReferences(configuration, part, registries)] as const,
	);
	const resolved = resolveSecrets(new Map(carried), passed, deployment.profiles, ofRules);
	return {
		deployment,
		warnings: [...warnings, ...ofRules, ...resolved.warnings],
		stores: plannedStores(publish, parsed.stores),
		firewalls: [
			...rules.flatMap((each) => toPlace(firewall, each, passed)),
			...ofGroups.flatMap(({ group, rules }) =>
				rules
					.filter(({ backend }) => scopeOf(deployment.firewall[backend] ?? {}) === "perGroup")
					.flatMap((each) => toPlace(firewall, each, passed, group)),
			),
		],
		publication: {
			...publisherOf(deployment.name, name),
			app: appOf(deployment),
			...publicationOf(publication, key.value),
			passed: (place) => passed.get(place),
		},
		...(cloud && { cloud: { plan: cloud.plan, at: cloud.at, passed: (place) => passed.get(place) } }),
		...(collector && { collector: { plan: collector.plan, passed: (place) => passed.get(place) } }),
		identities: identitiesOf(cloud),
		shared: deploymentPerimeter(deployment, plan),
		perimeter: {
			role: "perimeter",
			rings: plannedRings(publication.rings, publication.perimeter),
			egress: plan.perimeter,
			recipe: { perimeter: whole },
			needed: [],
		},
		groups: new Map(
			groups.map(({ group, configuration, part }) => [
				group,
				{
					role: `group-${group}`,
					group,
					rings: plannedRings(publication.rings, deployment.groups[group]?.rings),
					egress: part.egress,
					recipe: groupRecipe(part, configuration),
					needed: [
						...(resolved.needed.get(group) ?? []),
						...findReferences(part.profiles).map(({ reference }) => referenceName(reference)),
					],
				},
			]),
		),
		reviewed: () => reviewDeployment(deployment, { plan, rules, groupRules: new Map(claims) }),
		manifest: (published) => manifestPart(inputDigest(deployment), published),
		parts: (late) => {
			const known = { ...resolved.values, ...lateValues(late) };
			return (planned) => {
				const { needed } = planned;
				// Most parts need none, and an output costs more than it looks.
				return bundlePart(planned, needed.length === 0 ? {} : pulumi.all(pick(known, needed)));
			};
		},
	};
}

function lateValues(late: SecretOutputs): SecretOutputs {
	return Object.fromEntries(
		Object.entries(late).map(([name, value]) => [referenceName({ fromCloud: { name, words: name } }), value]),
	);
}

/** Profiles would name what nobody creates. */
function placesNothing({ at }: Pick<RequestedPlan, "at">): Problem {
	return error(
		"adapter-places-nothing",
		at,
		"is created by the adapter of its cloud alone; use that, or leave the block out",
	);
}

/** Versions as the deployment says them, and the newest that is known. */
function appOf({ app }: ParsedDeployment): RevisionApp {
	return { ...(app.minimumVersion && { minimumVersion: app.minimumVersion }), maximumVersion: app.maximumVersion };
}

function pick(known: SecretOutputs, names: readonly string[]): SecretOutputs {
	return Object.fromEntries(names.flatMap((name) => (known[name] ? [[name, known[name]]] : [])));
}
