import * as pulumi from "@pulumi/pulumi";
import type { StoreName } from "../artifact-store/index.js";
import type { DeploymentPerimeter } from "../bundle/shared-perimeter.js";
import type { Deployment } from "../deployment/deployment.js";
import type { EgressPlan } from "../egress/plan.js";
import type { InferenceRouteName } from "../inference/routes/index.js";
import type { CollectorHostName } from "../observability/collector-hosts.js";
import type { Observability } from "../observability/observability.js";
import type { CollectorAdapter, InferenceAdapter, PlacedCollector, PlacedInference } from "./adapters.js";
import type { PublishedLocation } from "./artifact-store/store-adapter.js";
import type { GivenSecrets } from "./given-secrets.js";
import { hostsByAddress } from "./hosts-by-address.js";
import { guardIdentities } from "./identity-guard/identity-guard.js";
import { informOfChanges } from "./inform-of-changes.js";
import { planComponent } from "./plan-component.js";
import { type PlacedFirewalls, placeFirewalls } from "./planned-firewall.js";
import type { PublishArgs } from "./publish-args.js";
import { type PartLocations, type PlannedPart, publishParts } from "./publish-parts.js";
import { logWarnings, orRunError } from "./run-error.js";
import type { Called, FirewallAdapters } from "./take-adapters.js";

/** The same words as a deployment file, with adapters on the axes that provision and outputs where secrets stand. */
export interface CoworkDeploymentArgs
	extends Omit<Deployment<pulumi.Input<string>>, "name" | "inference" | "firewall" | "publish" | "observability"> {
	/** Name of the deployment in files and identifiers. @default - the resource's name */
	readonly name?: string;
	/** Exactly one route, such as `gateway({...})`. */
	readonly inference: InferenceAdapter & Called<InferenceRouteName, "inference takes ">;
	/** Rule sets to emit, such as `[squid()]`. @default - none */
	readonly firewall?: FirewallAdapters;
	/**
	 * What devices send to the organisation's collector, and who may read it; `provision: ecs({...})` creates one.
	 * @default - nothing is said of it
	 */
	readonly observability?: Observability<
		pulumi.Input<string>,
		CollectorAdapter & Called<CollectorHostName, "provision takes ">
	>;
	/**
	 * Values of secrets that `{ fromEnv: NAME }` or `{ fromConfig: key }` refer to, by that name; files name the secret
	 * all the same. @default - each is found where its reference says
	 */
	readonly secrets?: GivenSecrets;
	/** Where files go, such as `{ stores: [local({ directory: "./published" })] }`. @default - nowhere */
	readonly publish?: PublishArgs & Called<StoreName, "publish takes { stores: [", "] }">;
}

/** What a group's devices get, and where it was published. */
export interface GroupOutput {
	/** What the group's devices must reach. */
	readonly egress: EgressPlan;
	/** Its files, once per store. */
	readonly published: readonly PublishedLocation[];
	/** What each ring's devices are to have, by ring and by the word of a store that keeps revisions. */
	readonly rings: PartLocations["rings"];
}

/**
 * One Claude Cowork deployment: profiles and egress rules of every group, published to the stores it names.
 * Creates what each store is opened with, and per store one resource for each group, one for what serves every group, and
 * one for the manifest that lists it all; and once per program the guard that refuses an update which would take from
 * devices what they sign in with. Deployments of one program that provision something are constructed without an await in
 * between.
 *
 * @throws `pulumi.RunError` with every problem, before anything is registered; its `problems` are those of a `DeploymentError`
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import { CoworkDeployment, gateway, local, squid } from "pulumi-cowork";
 *
 * const config = new pulumi.Config();
 *
 * const eu = new CoworkDeployment("eu", {
 *   organization: { name: "Example Corp", uuid: "c6a09d9a-1887-44c1-a643-85202be2ac49" },
 *   inference: gateway({
 *     baseUrl: "https://llm.example.com",
 *     models: ["claude-sonnet-5"],
 *     signIn: { apiKey: config.requireSecret("gatewayKey") },
 *   }),
 *   settings: { otlpEndpoint: "https://otel.example.com" },
 *   groups: { pilot: { preset: "standard" } },
 *   firewall: [squid({ dedicated: true, accept: ["widened"] })],
 *   publish: { stores: [local({ directory: "./published" })] },
 * });
 *
 * // What the perimeter must allow, and where the files are.
 * export const hosts = eu.egress.hosts.map(({ host }) => host);
 * export const published = eu.published;
 * ```
 */
export class CoworkDeployment extends pulumi.ComponentResource {
	/** What the route created shows of itself; empty where it created nothing. */
	readonly provisioned: PlacedInference["outputs"];
	/** What the collector that was created shows of itself; empty where it is one's own. */
	readonly collector: PlacedCollector["outputs"];
	/** What firewalls that were placed show of themselves, by their words; `<word>-<group>` where each group has its own. */
	readonly firewall: PlacedFirewalls;
	/** By group. */
	readonly groups: Readonly<Record<string, GroupOutput>>;
	/** What any group needs: the perimeter. */
	readonly egress: EgressPlan;
	/** The perimeter's files, once per store. */
	readonly published: readonly PublishedLocation[];
	/** What is the perimeter in each ring, by ring and by the word of a store that keeps revisions. */
	readonly rings: PartLocations["rings"];
	/** What it brings to a `CoworkPerimeter`, which it shares with others. */
	readonly shared: DeploymentPerimeter;

	constructor(name: string, args: CoworkDeploymentArgs, opts?: pulumi.ComponentResourceOptions) {
		const plan = orRunError(() => planComponent(name, args));
		const guard = guardIdentities(name, plan.identities, opts?.aliases);

		const hosts = hostsByAddress(plan.perimeter.egress);
		const guarded = pulumi.mergeOptions(opts, { dependsOn: guard });
		super("pulumi-cowork:index:CoworkDeployment", name, { deployment: plan.deployment, hosts }, guarded);
		logWarnings(plan.warnings, this);
		const { standing } = args.publish ?? {};
		if (standing && pulumi.runtime.isDryRun()) informOfChanges(standing, plan.reviewed(), this);

		const child = { parent: this };
		const placed = plan.cloud && args.inference.place?.(`${name}-inference`, plan.cloud, child);
		const { provision } = args.observability?.collector ?? {};
		const collector = plan.collector && provision?.place?.(`${name}-collector`, plan.collector, child);
		this.firewall = placeFirewalls(name, plan.firewalls, child);
		const parts = [plan.perimeter, ...plan.groups.values()];
		const locationsOf = publishParts(
			name,
			{ ...plan, parts, partOf: plan.parts({ ...placed?.late, ...collector?.late }) },
			child,
		);
		const outputOf = (planned: PlannedPart) => ({ egress: planned.egress, ...locationsOf(planned) });

		this.provisioned = placed?.outputs ?? {};
		this.collector = collector?.outputs ?? {};
		this.egress = plan.perimeter.egress;
		const { published, rings } = locationsOf(plan.perimeter);
		this.published = published;
		this.rings = rings;
		this.shared = plan.shared;
		this.groups = Object.fromEntries([...plan.groups].map(([group, planned]) => [group, outputOf(planned)]));
		// Files are in the state of those that publish them, hosts among the inputs: one more is one line for a reviewer.
		const { anthropicHosts: _, ...summary } = this.egress.summary;
		this.registerOutputs({
			summary,
			published: Object.fromEntries(this.published.map(({ store, location }) => [store, location])),
			...(placed && { provisioned: this.provisioned }),
			...(collector && { collector: this.collector }),
			...(plan.firewalls.length > 0 && { firewall: this.firewall }),
		});
	}
}
