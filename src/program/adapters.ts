import type { artifactStores } from "../artifact-store/index.js";
import type { CollectorAdapter, FirewallAdapter, InferenceAdapter } from "../components/adapters.js";
import { local } from "../components/artifact-store/local.js";
import type { StoreAdapter } from "../components/artifact-store/store-adapter.js";
import { filesOnly } from "../components/files-only.js";
import { anthropic, gateway } from "../components/inference-routes.js";
import type { CloudBackendName } from "../firewall/index.js";
import type { InferenceRouteName } from "../inference/routes/index.js";
import type { CollectorHostName } from "../observability/collector-hosts.js";

type Load<Made> = () => Promise<(options: never) => Made>;

/** How each word of a stack's configuration becomes an adapter; a cloud's SDK is loaded only for its own words. */
export const inferenceAdapters = {
	gateway: async () => gateway,
	anthropic: async () => anthropic,
	bedrock: async () => (await import("../components/aws/adapters.js")).bedrock,
	mantle: async () => (await import("../components/aws/adapters.js")).mantle,
	vertex: async () => (await import("../components/gcp/adapters.js")).vertex,
	foundry: async () => (await import("../components/azure/adapters.js")).foundry,
} satisfies Record<InferenceRouteName, Load<InferenceAdapter>>;

/** How each word of `provision` of a collector becomes an adapter. */
export const collectorAdapters = {
	ecs: async () => (await import("../components/aws/collector-adapters.js")).ecs,
} satisfies Record<CollectorHostName, Load<CollectorAdapter>>;

/** Asks a route's cloud at the program's edge, and gives the route's block with the answer; not every block is valid. */
type LookUp = (block: Record<string, unknown>, groups: unknown) => Promise<Record<string, unknown>>;

export const routeLookUps: Readonly<Record<string, () => Promise<LookUp>>> = {
	bedrock: async () => (await import("../components/aws/look-up-destinations.js")).withDestinations,
} satisfies Partial<Record<InferenceRouteName, () => Promise<LookUp>>>;

/** Backends whose rules a cloud holds, each with the adapter of its cloud. */
const cloudFirewallAdapters = {
	awsDnsFirewall: async () => (await import("../components/aws/firewall-adapters.js")).awsDnsFirewall,
	awsNetworkFirewallDomainList: async () =>
		(await import("../components/aws/firewall-adapters.js")).awsNetworkFirewallDomainList,
	awsNetworkFirewall: async () => (await import("../components/aws/firewall-adapters.js")).awsNetworkFirewall,
	azureFirewall: async () => (await import("../components/azure/firewall-adapters.js")).azureFirewall,
	gcpFirewallPolicy: async () => (await import("../components/gcp/firewall-adapters.js")).gcpFirewallPolicy,
	gcpSecureWebProxy: async () => (await import("../components/gcp/firewall-adapters.js")).gcpSecureWebProxy,
} satisfies Record<CloudBackendName, Load<FirewallAdapter>>;

export const firewallAdapters: Readonly<Record<string, Load<FirewallAdapter>>> = {
	...Object.fromEntries(Object.entries(filesOnly).map(([name, make]) => [name, async () => make])),
	...cloudFirewallAdapters,
};

export const storeAdapters: Readonly<Record<keyof typeof artifactStores, Load<StoreAdapter>>> = {
	azureBlob: async () => (await import("../components/azure/store-adapters.js")).azureBlob,
	gcs: async () => (await import("../components/gcp/store-adapters.js")).gcs,
	local: async () => local,
	s3: async () => (await import("../components/aws/store-adapters.js")).s3,
};
