// Rendered from the routes by test/inference/block.test.ts; `npx vitest run -u` writes it anew.
import type { InferenceModel, OidcOptions, WorkforceOidcOptions } from "../configuration/setting-structures.js";
import type { SecretReference } from "../reference/reference.js";
import type { BedrockProvision, MantleProvision } from "./aws/provision.js";
import type { FoundryProvision } from "./azure/provision.js";
import type { VertexProvision } from "./google/provision.js";
import type { ExactlyOne } from "./exactly-one.js";

/** Claude API. */
export interface AnthropicOptions<Secret = SecretReference> {
	/**
	 * Model ids, or entries with more to say; the first is the default.
	 * @default - what the app finds at the provider
	 */
	readonly models?: readonly (string | Secret | InferenceModel<Secret>)[];
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<AnthropicSignIns<Secret>>;
}

/** Claude API: ways to sign in. */
export interface AnthropicSignIns<Secret = SecretReference> {
	/** One credential for every device. */
	readonly apiKey: Secret;
	/** A program on the device that prints the credential. */
	readonly helper: CredentialHelper;
	/** In the browser, at platform.claude.com; takes no members. */
	readonly interactive: Record<string, never>;
}

/** Amazon Bedrock. */
export interface BedrockOptions<Secret = SecretReference, Late = string> {
	/** AWS region of the endpoint, such as `eu-central-1`. */
	readonly region: string;
	/** Origin that replaces the public endpoint, without a path. @default - the region's public endpoint */
	readonly baseUrl?: string;
	/**
	 * Where calls of models that are listed by their bare names, such as `claude-sonnet-5`, are answered: the prefix of
	 * their inference profiles.
	 * @default - models are listed by the ids of their profiles
	 */
	readonly geography?: "us" | "eu" | "apac" | "jp" | "au" | "ca" | "us-gov" | "global";
	/** Service tier asked for with each request. @default - on demand */
	readonly serviceTier?: "flex" | "priority";
	/**
	 * Inference-profile ids such as `eu.anthropic.claude-sonnet-5`, or ARNs, or with `geography` bare names such as
	 * `claude-sonnet-5`; the first is the default. Required but for `bearerToken` and `helper`.
	 * @default - what the app finds at the provider
	 */
	readonly models?: readonly (string | Secret | InferenceModel<Secret>)[];
	/** What to create in the cloud for the way to sign in; `{}` suits every way. @default - nothing is created */
	readonly provision?: BedrockProvision<Late>;
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<BedrockSignIns<Secret>>;
}

/** Amazon Bedrock: ways to sign in. */
export interface BedrockSignIns<Secret = SecretReference> {
	/** AWS IAM Identity Center, signed in to inside the app. */
	readonly identityCenter: {
		/** Start page of AWS IAM Identity Center for sign-in in the app. */
		readonly startUrl: string;
		/** Region of the Identity Center, which may differ from the endpoint's. */
		readonly region: string;
		/**
		 * Account in which people take a role: twelve digits, as text.
		 * @default - what `provision` creates; required without it
		 */
		readonly accountId?: string;
		/**
		 * Name of the permission set, not of the role that AWS makes of it.
		 * @default - what `provision` creates; required without it
		 */
		readonly roleName?: string;
	};
	/** A named profile of the AWS configuration on the device. */
	readonly profile: {
		/** Named profile of the user's AWS configuration. */
		readonly name: string;
		/**
		 * Absolute path of the folder with the AWS config and credentials files.
		 * @default - the user's ~/.aws, where no bearer token is set
		 */
		readonly awsDir?: string;
		/** Absolute path of the AWS command line that signs in to a profile. @default - the app finds it */
		readonly awsCliPath?: string;
		/**
		 * Region of the Identity Center behind the profile; only tells which hosts to open.
		 * @default - the endpoint's region
		 */
		readonly ssoRegion?: string;
	};
	/** One Bedrock API key for every device; `{}` where `provision` creates it. */
	readonly bearerToken: Secret | Record<string, never>;
	/** A program on the device that prints the credential. */
	readonly helper: CredentialHelper;
	/** The organisation's identity provider, in front of a proxy that `baseUrl` names. */
	readonly idp: {
		/** The identity provider. */
		readonly oidc: OidcOptions<Secret>;
		/** How sign-in there runs. @default - browser */
		readonly flow?: "browser" | "broker";
	};
}

/** A program on the device that prints the credential. */
export interface CredentialHelper {
	/** Absolute path of the program, without arguments; `~` and environment variables are not expanded. */
	readonly path: string;
	/** Absolute path on Windows. @default - `path` */
	readonly windowsPath?: string;
	/** Arguments, in order; anyone on the device can read them. @default - none */
	readonly args?: readonly string[];
	/**
	 * How long the helper's credential is kept, in seconds; 120 or less is not checked on every turn; more than 0.
	 * @default 3600
	 */
	readonly ttlSeconds?: number;
	/** How long the helper may run, in seconds; within a session never more than 20; 1 to 600. @default 60 */
	readonly timeoutSeconds?: number;
	/** Whether the app may run the helper again in the background once the credential has expired. @default true */
	readonly silentRefresh?: boolean;
}

/** Azure AI Foundry. */
export interface FoundryOptions<Secret = SecretReference, Late = string> {
	/**
	 * Name of the resource, also where `baseUrl` is given. With `provision` the sub-domain of the account, which nobody
	 * else in the world may have.
	 */
	readonly resource: string;
	/**
	 * Full address in place of the resource's endpoint; the app appends /v1/messages.
	 * @default - the resource's public endpoint
	 */
	readonly baseUrl?: string;
	/**
	 * Deployment names, with `anthropicFamilyTier` where neither a name nor `provision` tells the family; the first is
	 * the default.
	 */
	readonly models: readonly (string | Secret | InferenceModel<Secret>)[];
	/** What to create in the cloud for the way to sign in. @default - nothing is created */
	readonly provision?: FoundryProvision<Late>;
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<FoundrySignIns<Secret>>;
}

/** Azure AI Foundry: ways to sign in. */
export interface FoundrySignIns<Secret = SecretReference> {
	/** Entra ID. */
	readonly entra: {
		/** Entra tenant that users sign in at. */
		readonly tenantId: string;
		/** Entra application that users sign in to. @default - what `provision` creates; required without it */
		readonly clientId?: string;
		/** How sign-in at Entra runs. @default device-code */
		readonly flow?: "device-code" | "browser" | "broker";
	};
	/** One credential for every device; `{}` where `provision` reads it of the account. */
	readonly apiKey: Secret | Record<string, never>;
	/** A program on the device that prints the credential. */
	readonly helper: CredentialHelper;
}

/** LLM gateway. */
export interface GatewayOptions<Secret = SecretReference> {
	/** Full URL; the app appends `/v1/messages` and `/v1/models`. */
	readonly baseUrl: string;
	/** Header that carries the gateway's credential. @default bearer */
	readonly authScheme?: "bearer" | "x-api-key";
	/** Headers added to every inference request, by name; not meant for credentials. @default - none */
	readonly headers?: Readonly<Record<string, string | Secret>>;
	/**
	 * Model ids, or entries with more to say; the first is the default.
	 * @default - what the app finds at the provider
	 */
	readonly models?: readonly (string | Secret | InferenceModel<Secret>)[];
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<GatewaySignIns<Secret>>;
}

/** LLM gateway: ways to sign in. */
export interface GatewaySignIns<Secret = SecretReference> {
	/** One credential for every device. */
	readonly apiKey: Secret;
	/** A program on the device that prints the credential. */
	readonly helper: CredentialHelper;
	/** The gateway's own sign-in, or with `oidc` the older spelling of `idp`. */
	readonly interactive: {
		/** The organisation's identity provider. @default - the gateway's own sign-in */
		readonly oidc?: OidcOptions<Secret>;
		/** How sign-in there runs. @default browser */
		readonly flow?: "browser" | "broker";
	};
	/** The organisation's identity provider. */
	readonly idp: {
		/** The identity provider. */
		readonly oidc: OidcOptions<Secret>;
		/** How sign-in there runs. @default - browser */
		readonly flow?: "browser" | "broker";
	};
}

/** What a group may say anew, for the deployment's route; a member replaces the deployment's. */
export interface GroupInference<Secret = SecretReference> {
	/**
	 * Where `provision` creates what people sign in as, a group with models of its own gets one of its own. What it
	 * shared until then goes with the last group that shares it, which is refused until `provision.retire` names it: let
	 * another group keep the deployment's models until devices have their new profiles.
	 * @default - the deployment's
	 */
	readonly models?: readonly (string | Secret | InferenceModel<Secret>)[];
	/**
	 * The same way to sign in as the deployment's. A group that has its own key takes none that `provision` creates; one
	 * that says `bearerToken: {}` beside the deployment's own key gets one.
	 * @default - the deployment's
	 */
	readonly signIn?:
		| ExactlyOne<GatewaySignIns<Secret>>
		| ExactlyOne<AnthropicSignIns<Secret>>
		| ExactlyOne<BedrockSignIns<Secret>>
		| ExactlyOne<MantleSignIns<Secret>>
		| ExactlyOne<VertexSignIns<Secret>>
		| ExactlyOne<FoundrySignIns<Secret>>;
}

/** The block of each route. */
export interface InferenceBlocks<Secret = SecretReference, Late = string> {
	/** LLM gateway. */
	readonly gateway: GatewayOptions<Secret>;
	/** Claude API. */
	readonly anthropic: AnthropicOptions<Secret>;
	/** Amazon Bedrock. */
	readonly bedrock: BedrockOptions<Secret, Late>;
	/** Amazon Bedrock Mantle. */
	readonly mantle: MantleOptions<Secret, Late>;
	/** Google Vertex AI. */
	readonly vertex: VertexOptions<Secret, Late>;
	/** Azure AI Foundry. */
	readonly foundry: FoundryOptions<Secret, Late>;
}

/** Amazon Bedrock Mantle. */
export interface MantleOptions<Secret = SecretReference, Late = string> {
	/** AWS region of the endpoint, such as `us-east-1`. */
	readonly region: string;
	/** Full URL that replaces the public endpoint, `/anthropic` included. @default - the region's public endpoint */
	readonly baseUrl?: string;
	/** Ids of the Mantle catalogue, such as `anthropic.claude-sonnet-5`; the first is the default. */
	readonly models: readonly (string | Secret | InferenceModel<Secret>)[];
	/** What to create in the cloud for the way to sign in; `{}` suits every way. @default - nothing is created */
	readonly provision?: MantleProvision<Late>;
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<MantleSignIns<Secret>>;
}

/** Amazon Bedrock Mantle: ways to sign in. */
export interface MantleSignIns<Secret = SecretReference> {
	/** One Bedrock API key for every device; `{}` where `provision` creates it. */
	readonly bearerToken: Secret | Record<string, never>;
	/** A program on the device that prints the credential. */
	readonly helper: CredentialHelper;
}

/** Google Vertex AI. */
export interface VertexOptions<Secret = SecretReference, Late = string> {
	/** Google Cloud project. */
	readonly projectId: string;
	/** A single region such as `europe-west1`, or `eu`, `us`, `global`. */
	readonly region: string;
	/**
	 * Address in place of the public endpoint, such as that of Private Service Connect.
	 * @default - the region's public endpoint
	 */
	readonly baseUrl?: string;
	/** Publisher ids such as `claude-sonnet-5` or `claude-sonnet-4@20250514`; the first is the default. */
	readonly models: readonly (string | Secret | InferenceModel<Secret>)[];
	/** What to create in the cloud for the way to sign in; `{}` suits every way. @default - nothing is created */
	readonly provision?: VertexProvision<Late>;
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<VertexSignIns<Secret>>;
}

/** Google Vertex AI: ways to sign in. */
export interface VertexSignIns<Secret = SecretReference> {
	/** Workforce Identity Federation. */
	readonly workforce: {
		/** Audience of Workforce Identity Federation. @default - what `provision` creates; required without it */
		readonly audience?: string;
		/** Project that pays for requests with workforce credentials. @default - the deployment's project */
		readonly userProject?: string;
		/** Identity provider behind the workforce pool. */
		readonly oidc: WorkforceOidcOptions<Secret>;
		/** How sign-in for workforce federation runs. @default - browser */
		readonly flow?: "browser" | "broker";
	};
	/** Google sign-in with an OAuth client of the type desktop app. */
	readonly google: {
		/** OAuth client of the desktop kind for sign-in with Google. */
		readonly clientId: string;
		/** Secret of the OAuth client for sign-in with Google. */
		readonly clientSecret: Secret;
		/**
		 * Scopes of sign-in with Google, separated by spaces.
		 * @default openid email https://www.googleapis.com/auth/cloud-platform
		 */
		readonly scopes?: string;
		/** Account proposed at sign-in with Google; {username} stands for the user's name on the device. @default - none */
		readonly loginHint?: string;
	};
	/** Credentials in a file on the device. */
	readonly credentialsFile: {
		/** Absolute path of a file with service-account or application-default credentials. */
		readonly path: string;
	};
	/** Application Default Credentials of the device. */
	readonly applicationDefault: Record<string, never>;
	/** A program on the device that prints the credential. */
	readonly helper: CredentialHelper;
}

/** The `inference` of a deployment: exactly one route. */
export type InferenceBlock<Secret = SecretReference> = ExactlyOne<InferenceBlocks<Secret>>;
