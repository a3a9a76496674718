import * as pulumi from "@pulumi/pulumi";
import type { PublishedLocation } from "../components/artifact-store/store-adapter.js";
import { formatAddress } from "../egress/plan.js";
import { deploymentOfStack } from "./deployment-of-stack.js";

const deployment = await deploymentOfStack();

/** What the perimeter must allow. */
export const hosts = deployment.egress.hosts.map(formatAddress);
export const summary = deployment.egress.summary;
/** What the route created in its cloud: who people sign in as, every action and resource, what it costs in kinds. */
export const { provisioned } = deployment;
/** Where the files are, by store. */
export const published = Object.fromEntries(deployment.published.map(({ store, location }) => [store, location]));
/** Digests of the perimeter's files. */
export const perimeter = digests(deployment.published);
/** Digests of each group's files. */
export const groups = Object.fromEntries(
	Object.entries(deployment.groups).map(([name, group]) => [name, digests(group.published)]),
);

/** A file is the same in every store. */
function digests(stores: readonly PublishedLocation[]): pulumi.Output<Record<string, string>> {
	return pulumi
		.all(stores.map(({ files }) => files))
		.apply((all) => Object.fromEntries(all.flat().map(({ path, sha256 }) => [path, sha256])));
}
