import type { StoreRings } from "../components/publish-parts.js";
import { deploymentOfStack } from "./deployment-of-stack.js";

const deployment = await deploymentOfStack();

/** What conversations reach, and whether devices are taken over. Hosts are among the deployment's own inputs. */
const { anthropicHosts: _, ...claims } = deployment.egress.summary;
export const summary = claims;
/** What the route created in its cloud: who people sign in as, every action and resource, what it costs in kinds. */
export const { provisioned } = deployment;
/** What the rules that a cloud holds show of themselves, by the firewall's word. */
export const { firewall } = deployment;
/** What each ring of each group has, by the store's word: a revision, and the folder whose `manifest.json` lists its files. */
export const rings = Object.fromEntries(
	Object.entries(deployment.groups).map(([name, { rings: ofGroup }]) => [
		name,
		Object.fromEntries(Object.entries(ofGroup).map(([ring, stores]) => [ring, inStores(stores)])),
	]),
);
/** Where the files are, by store; `manifest.json` there lists them with their digests. */
export const published = Object.fromEntries(deployment.published.map(({ store, location }) => [store, location]));

function inStores(stores: StoreRings) {
	return Object.fromEntries(
		Object.entries(stores).map(([word, { revision, location }]) => [word, { revision, location }]),
	);
}
