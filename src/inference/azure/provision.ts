// Rendered from the shapes beside it by test/inference/azure/declarations.test.ts; `npx vitest run -u` writes it anew.

/** The account of Azure AI Foundry that answers. */
export interface FoundryAccount {
	/** Its name in Azure. @default - the route's `resource`, which is its sub-domain in any case */
	readonly name?: string;
	/** Whether it is there: nothing of it changes, it only gets deployments and roles. @default false */
	readonly existing?: boolean;
	/** Whether a deleted account of the name is taken back, for the one update that does it. @default false */
	readonly restore?: boolean;
}

/** Registration of the app in Entra ID: of one tenant, without a secret. Needs `@pulumi/azuread`. */
export interface FoundryApp {
	/** What people see when they sign in. @default - from the deployment's name */
	readonly displayName?: string;
	/**
	 * Name of the service principal in the tenant whose scope `user_impersonation` people consent to.
	 * @default Microsoft Cognitive Services
	 */
	readonly apiName?: string;
	/**
	 * Whether the tenant's consent is given for everybody, which takes an administrator of applications.
	 * @default false
	 */
	readonly consent?: boolean;
}

/** A model deployment of the account. Its version never changes by itself. */
export interface FoundryDeployment {
	/** Model in Foundry's catalogue, such as `claude-sonnet-5`. */
	readonly model: string;
	/** Version in the catalogue, as text. `2` is hosted on Azure, `1` and dated ones such as `20251001` by Anthropic. */
	readonly version: string;
	/** Who runs it, which decides how far prompts and answers go. Held against the version. */
	readonly hosting: "anthropic" | "azure";
	/**
	 * Kind of capacity: `GlobalStandard` is answered in any of Azure's regions, `DataZoneStandard` within the United
	 * States.
	 */
	readonly sku: "GlobalStandard" | "DataZoneStandard";
	/** Thousands of tokens a minute, out of the subscription's quota. */
	readonly capacity: number;
	/** What people see in the list of models. @default - the model */
	readonly label?: string;
}

/** Records of calls: who, from where, which deployment, how many tokens; never what was said. */
export interface FoundryDiagnostics<Late = string> {
	/** Log Analytics workspace that exists, by id. @default - one is created */
	readonly workspaceId?: Late;
	/** Days that the created workspace keeps records; 30 to 730. @default 90 */
	readonly retentionDays?: number;
}

/** A customer-managed key for what the account keeps. */
export interface FoundryEncryption<Late = string> {
	/** Address of the key vault, with soft delete and purge protection on. */
	readonly keyVaultUri: Late;
	/** Name of the key. */
	readonly keyName: Late;
	/** Version of the key. */
	readonly keyVersion: Late;
	/** Managed identity that may already wrap and unwrap with the key. */
	readonly identity: {
		/** Its id. */
		readonly id: Late;
		/** Its client id. */
		readonly clientId: Late;
	};
}

/** Who reaches the account's public endpoint; everybody else is refused. */
export interface FoundryNetwork<Late = string> {
	/** Public IPv4 addresses and ranges that the devices come from. @default - none */
	readonly addresses?: readonly string[];
	/** Subnets with the service endpoint `Microsoft.CognitiveServices`, by id. @default - none */
	readonly subnets?: readonly Late[];
	/** Whether Azure's own trusted services come past the rules. @default false */
	readonly trustedServices?: boolean;
}

/** The way into the account without the public internet. */
export interface FoundryPrivateEndpoint<Late = string> {
	/**
	 * Subnet that it is created in, of the account's subscription. Required but with `existing`.
	 * @default - none is needed
	 */
	readonly subnetId?: Late;
	/** Network that resolves the zones that are created. Required where one is. @default - none is needed */
	readonly virtualNetworkId?: Late;
	/** Region of the network. @default - the account's */
	readonly location?: string;
	/**
	 * An endpoint of the account that exists, by id: nothing of it changes, and no zones are created.
	 * @default - it is created
	 */
	readonly existing?: Late;
	/**
	 * `create`: the endpoint's records stand in the three zones, which are created but those that `zones` names;
	 * `elsewhere`: others, such as a policy of Azure, write them.
	 * @default create
	 */
	readonly privateDns?: "create" | "elsewhere";
	/**
	 * Zones that exist, by id: they get the endpoint's records, and are linked to no network.
	 * @default - each is created
	 */
	readonly zones?: {
		/** Zone `privatelink.services.ai.azure.com`. @default - it is created */
		readonly servicesAi?: Late;
		/** Zone `privatelink.openai.azure.com`. @default - it is created */
		readonly openAi?: Late;
		/** Zone `privatelink.cognitiveservices.azure.com`. @default - it is created */
		readonly cognitiveServices?: Late;
	};
}

/**
 * What Anthropic is told of who uses its models. To deploy with it accepts Anthropic's terms for the organisation.
 */
export interface FoundryProviderData {
	/** Legal name of the organisation. */
	readonly organization: string;
	/** Its country, by ISO 3166-1: two capitals. */
	readonly country: string;
	/** Its trade, in small letters. */
	readonly industry:
		| "technology"
		| "finance"
		| "healthcare"
		| "education"
		| "retail"
		| "manufacturing"
		| "government"
		| "media"
		| "other";
}

/** What to create in Azure for a deployment on Foundry. */
export interface FoundryProvision<Late = string> {
	/** Subscription that holds the account, by id. */
	readonly subscription: string;
	/** Resource group of the account and of all that is created beside it. */
	readonly resourceGroup: {
		/** Its name. */
		readonly name: string;
		/** Whether it is there: nothing of it changes. @default false */
		readonly existing?: boolean;
	};
	/** Region of the account, such as `swedencentral`: one that has Claude models. */
	readonly location: string;
	/** The account. @default - it is created under the name of the route's `resource` */
	readonly account?: FoundryAccount;
	/** Whether the account takes its two keys besides Entra ID. @default - only with `signIn.apiKey` */
	readonly localAuthentication?: boolean;
	/** Who reaches the public endpoint. @default - everybody, or nobody with `privateEndpoint` */
	readonly network?: FoundryNetwork<Late>;
	/** A customer-managed key. @default - Microsoft's own keys */
	readonly encryption?: FoundryEncryption<Late>;
	/** Records of calls, in a Log Analytics workspace. @default - none */
	readonly diagnostics?: FoundryDiagnostics<Late>;
	/** Model deployments, by the names that devices call and that `models` lists. */
	readonly deployments: Readonly<Record<string, FoundryDeployment>>;
	/** What Anthropic is told of who uses its models. */
	readonly provider: FoundryProviderData;
	/** Data zones that calls may be answered in; other deployments are refused. @default - any */
	readonly residency?: readonly "us"[];
	/** Registers the app in Entra ID, for `signIn.entra` without a `clientId`. @default - it is registered by hand */
	readonly app?: FoundryApp;
	/**
	 * Which of the account's keys profiles carry, for `signIn.apiKey`: name the other, let devices change over, then
	 * have Azure make this one anew.
	 * @default key1
	 */
	readonly key?: "key1" | "key2";
	/** Whether who may call the account is looked after elsewhere: then no roles are assigned. @default false */
	readonly bringYourOwn?: boolean;
	/** Way into the account without the public internet. @default - the public endpoint */
	readonly privateEndpoint?: FoundryPrivateEndpoint<Late>;
	/**
	 * What has been seen to of all that the warnings ask for, so that it is told no more.
	 * @default - nothing, and each is told
	 */
	readonly settled?: readonly (
		| "marketplaceTerms"
		| "quota"
		| "dataBoundary"
		| "sharedDeployments"
		| "appRegistration"
		| "adminConsent"
		| "roleAssignments"
		| "sharedKey"
		| "localAuthentication"
		| "softDelete"
		| "resolvers"
	)[];
	/** Tags of everything created that takes them. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
	/**
	 * What devices may lose of what they sign in with, in this update or a later one: identities by their names, as the
	 * summary prints them, or `all` of this deployment.
	 * @default - an update that would take one away is refused
	 */
	readonly retire?: "all" | readonly string[];
}
