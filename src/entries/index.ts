/**
 * Pulumi components that need no cloud SDK, and everything of the pure core.
 *
 * @packageDocumentation
 */
export type {
	Adapter,
	FirewallAdapter,
	InferenceAdapter,
	Publication,
	PublishedLocation,
	RulesToPlace,
	StoreAdapter,
} from "../components/adapters.js";
export { local } from "../components/artifact-store/local.js";
export type { PublishedFile } from "../components/artifact-store/published-files.js";
export type { Circumstances, PublishedGroup, PublishedPart } from "../components/artifact-store/published-part.js";
export { CoworkDeployment, type CoworkDeploymentArgs, type GroupOutput } from "../components/cowork-deployment.js";
export { hosts, json, squid } from "../components/firewall-backends.js";
export { anthropic, gateway } from "../components/inference-routes.js";
export * from "./core.js";
