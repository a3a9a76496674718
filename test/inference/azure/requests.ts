import type { FoundryProvision } from "../../../src/inference/azure/provision.js";
import { type FoundryRequest, foundryRequest } from "../../../src/inference/azure/request.js";

export const subscription = "0f9e2f2b-63c3-4f5e-8e55-0b7b5b8b1a11";
export const tenantId = "72f988bf-86f1-41af-91ab-2d7cd011db47";
export const clientId = "5f0d7f77-3c3c-4a39-9d53-1d2f3b7a2c22";
export const directory = {
	general: "aaaaaaaa-0000-4000-8000-000000000001",
	pilot: "bbbbbbbb-0000-4000-8000-000000000002",
} as const;

/** Everything that warnings ask for. */
export const everythingSettled = [
	"marketplaceTerms",
	"quota",
	"dataBoundary",
	"sharedDeployments",
	"appRegistration",
	"adminConsent",
	"roleAssignments",
	"sharedKey",
	"localAuthentication",
	"softDelete",
	"resolvers",
] as const satisfies FoundryProvision["settled"];

export const sonnet = {
	model: "claude-sonnet-5",
	version: "2",
	hosting: "azure",
	sku: "GlobalStandard",
	capacity: 500,
} as const;
export const haiku = { ...sonnet, model: "claude-haiku-4-5", version: "20251001", hosting: "anthropic" } as const;

/** A block that asks for an account with one deployment. */
export const provision = {
	subscription,
	resourceGroup: { name: "cowork-eu" },
	location: "swedencentral",
	deployments: { "claude-sonnet-5": sonnet },
	provider: { organization: "Example Corp", country: "SE", industry: "manufacturing" },
	settled: everythingSettled,
} as const satisfies FoundryProvision;

export interface Asked {
	readonly provision?: object;
	readonly signIn?: Readonly<Record<string, unknown>>;
	/** The deployment's models. */
	readonly models?: readonly unknown[];
	readonly options?: object;
	/** Groups by name: members, and what they state of their own. */
	readonly groups?: Readonly<Record<string, AskedGroup>>;
}

interface AskedGroup {
	readonly members?: object;
	readonly models?: readonly unknown[];
	readonly signIn?: object;
	/** @default - desktops, which have a broker */
	readonly platforms?: readonly string[];
}

/** Every word but some, so that just those are told. */
export function settledBut(...words: readonly string[]): string[] {
	return everythingSettled.filter((word) => !words.includes(word));
}

/** Ids of what stands in a network of the subscription. */
export const network = {
	subnet: networkId("virtualNetworks/office/subnets/endpoints"),
	virtualNetwork: networkId("virtualNetworks/office"),
	zone: (name: string) => networkId(`privateDnsZones/${name}`),
} as const;

function networkId(path: string): string {
	return `/subscriptions/${subscription}/resourceGroups/network/providers/Microsoft.Network/${path}`;
}

/** What a deployment asks Azure for: two groups that sign in with Entra ID, but where something else is said. */
export function asked(more: Asked = {}): FoundryRequest {
	const signIn = more.signIn ?? { entra: { tenantId, clientId } };
	const options = {
		resource: "example-cowork",
		models: more.models ?? ["claude-sonnet-5"],
		signIn,
		provision: { ...provision, ...more.provision },
		...more.options,
	};
	const groups = more.groups ?? {
		general: { members: { entraGroupId: directory.general } },
		pilot: { members: { entraGroupId: directory.pilot } },
	};
	return foundryRequest({
		deployment: "eu",
		signIn: Object.keys(signIn)[0] ?? "",
		options,
		at: ["inference", "foundry"],
		groups: Object.entries(groups).map(([name, { members = {}, models, signIn: own, platforms }]) => ({
			name,
			members: { ...members },
			platforms: platforms ?? ["macos", "windows"],
			states: [...(models ? (["models"] as const) : []), ...(own ? (["signIn"] as const) : [])],
			options: { ...options, ...(models && { models }), ...(own && { signIn: own }) },
		})),
	});
}
