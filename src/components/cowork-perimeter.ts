import * as pulumi from "@pulumi/pulumi";
import type { StoreName } from "../artifact-store/index.js";
import type { EgressPlan } from "../egress/plan.js";
import type { PublishedLocation } from "./artifact-store/store-adapter.js";
import type { CoworkDeployment } from "./cowork-deployment.js";
import { hostsByAddress } from "./hosts-by-address.js";
import { planPerimeter } from "./plan-perimeter.js";
import { type PlacedFirewalls, placeFirewalls } from "./planned-firewall.js";
import type { PublishArgs } from "./publish-args.js";
import { type PartLocations, publishParts } from "./publish-parts.js";
import { logWarnings, orRunError } from "./run-error.js";
import type { Called, FirewallAdapters } from "./take-adapters.js";

export interface CoworkPerimeterArgs {
	/** Name of the perimeter in files and in what rules define. @default - the resource's name */
	readonly name?: string;
	/**
	 * At least one: a deployment of this program, or the path of a deployment file, relative to the project's root. Files
	 * are only read, so that another stack may deploy what they describe.
	 */
	readonly deployments: readonly (CoworkDeployment | string)[];
	/**
	 * Rule sets over all of them, such as `[squid({ dedicated: true })]`. Those that the deployments name themselves are
	 * their own. @default - none
	 */
	readonly firewall?: FirewallAdapters;
	/** Where files go, such as `{ stores: [local({ directory: "./published" })] }`. @default - nowhere */
	readonly publish?: PublishArgs & Called<StoreName, "publish takes { stores: [", "] }">;
}

/**
 * One perimeter over several deployments: what any of them needs, and one rule set of each firewall over it.
 * Creates what each cloud is given of the rules, what each store is opened with, and per store one resource for the files
 * and one for the manifest that lists them.
 *
 * @throws `pulumi.RunError` with every problem, before anything is registered; its `problems` are those of a `DeploymentError`
 *
 * @example
 * ```ts
 * import { CoworkDeployment, CoworkPerimeter, gateway, local, squid } from "pulumi-cowork";
 *
 * const us = new CoworkDeployment("us", {
 *   organization: { name: "Example Corp", uuid: "24cfa9e2-6d1e-4ef7-b4bd-653028b8a735" },
 *   inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
 *   settings: { otlpEndpoint: "https://otel.example.com" },
 *   groups: { pilot: { preset: "lockedDown", clients: ["10.40.0.0/16"] } },
 * });
 *
 * const perimeter = new CoworkPerimeter("perimeter", {
 *   deployments: [us, "examples/shared-proxy/deployment.yaml"],
 *   firewall: [squid({ dedicated: true, accept: ["widened"] })],
 *   publish: { stores: [local({ directory: "./published" })] },
 * });
 *
 * export const hosts = perimeter.egress.hosts.map(({ host }) => host);
 * ```
 */
export class CoworkPerimeter extends pulumi.ComponentResource {
	/** What any deployment needs. */
	readonly egress: EgressPlan;
	/** What firewalls that were placed show of themselves, by their words. */
	readonly firewall: PlacedFirewalls;
	/** Its files, once per store. */
	readonly published: readonly PublishedLocation[];
	/** What is the perimeter in each ring, by ring and by the word of a store that keeps revisions. */
	readonly rings: PartLocations["rings"];

	constructor(name: string, args: CoworkPerimeterArgs, opts?: pulumi.ComponentResourceOptions) {
		const plan = orRunError(() => planPerimeter(name, args));

		const hosts = hostsByAddress(plan.part.egress);
		super("pulumi-cowork:index:CoworkPerimeter", name, { perimeter: plan.perimeter, hosts }, opts);
		logWarnings(plan.warnings, this);

		const child = { parent: this };
		this.firewall = placeFirewalls(name, plan.firewalls, child);
		const { published, rings } = publishParts(name, plan, child)(plan.part);
		this.published = published;
		this.rings = rings;

		this.egress = plan.part.egress;
		const { anthropicHosts: _, ...summary } = this.egress.summary;
		this.registerOutputs({
			summary,
			published: Object.fromEntries(this.published.map(({ store, location }) => [store, location])),
			...(plan.firewalls.length > 0 && { firewall: this.firewall }),
		});
	}
}
