/**
 * Pulumi components that need no cloud SDK, and everything of the pure core.
 *
 * @packageDocumentation
 */

export type { StoreName } from "../artifact-store/index.js";
export type { DeploymentPerimeter } from "../bundle/shared-perimeter.js";
export type {
	Adapter,
	CollectorAdapter,
	CollectorToPlace,
	FirewallAdapter,
	InferenceAdapter,
	PlacedCollector,
	RulesToPlace,
} from "../components/adapters.js";
export type { BundlePart, Bytes, PartFile } from "../components/artifact-store/bundle-part.js";
export { local } from "../components/artifact-store/local.js";
export type {
	Circumstances,
	GroupRecipe,
	ManifestRecipe,
	PartRecipe,
	Values,
} from "../components/artifact-store/part-recipe.js";
export type {
	OpenStore,
	Publication,
	PublishedLocation,
	PublishedPart,
	PublishedRing,
	RingFile,
	StoreAdapter,
	WholePublication,
} from "../components/artifact-store/store-adapter.js";
export { CoworkDeployment, type CoworkDeploymentArgs, type GroupOutput } from "../components/cowork-deployment.js";
export { CoworkPerimeter, type CoworkPerimeterArgs } from "../components/cowork-perimeter.js";
export * from "../components/firewall-backends.js";
export type { GivenSecrets } from "../components/given-secrets.js";
export { anthropic, gateway } from "../components/inference-routes.js";
export { lookUpPublished, type PublishingArgs } from "../components/look-up-published.js";
export type { PlacedFirewalls } from "../components/planned-firewall.js";
export type { PublishArgs } from "../components/publish-args.js";
export type { PartLocations, StoreRings } from "../components/publish-parts.js";
export type { Called, FirewallAdapters, StoreAdapters } from "../components/take-adapters.js";
export type { FirewallBackendName } from "../firewall/index.js";
export type { DescribedOptions } from "../program/deploy-described.js";
export { type DeploymentFileOptions, deploymentOfFile } from "../program/deployment-of-file.js";
export { deploymentOfStack } from "../program/deployment-of-stack.js";
export * from "./core.js";
