// Rendered from the catalogue by test/configuration/managed-settings.test.ts; `npx vitest run -u` writes it anew.
import type { SecretReference } from "../reference/reference.js";

/** A banner across the window. */
export interface Banner<Secret = SecretReference> {
	/** Whether the banner is shown; one without it never is. @default false */
	readonly enabled?: boolean;
	/** One line of at most 200 characters; an enabled banner needs it. @default - none */
	readonly text?: string | Secret;
	/** `#RRGGBB`. @default #F5F5F5 */
	readonly backgroundColor?: string | Secret;
	/** `#RRGGBB`. @default #000000 */
	readonly textColor?: string | Secret;
	/** https address that a click opens. @default - none */
	readonly linkUrl?: string | Secret;
}

/** Import of what a user has on claude.ai. */
export interface ClaudeAiImport {
	/** Whether users may import; from 1.28929.0. @default false */
	readonly enabled?: boolean;
	/** Whether the import runs by itself; beta; from 1.44121.1. @default false */
	readonly automatic3pImport?: boolean;
	/** Whether users may export; from 1.32352.0. @default false */
	readonly exportEnabled?: boolean;
	/** When the app points at the import; from 1.28929.0. @default - the app's choice */
	readonly bannerBehavior?: "off" | "detect" | "show";
}

/** A Git repository. */
export interface GitMarketplace<Secret = SecretReference> {
	/** Kind of source. */
	readonly source: "git";
	/** https address without credentials or query. */
	readonly url: string | Secret;
	/**
	 * Branch, tag or commit; of a repository with `auto_install` or `required` a full commit hash.
	 * @default - the source's default branch
	 */
	readonly ref?: string | Secret;
	/** Folder of the marketplace inside its source. @default - the root */
	readonly path?: string | Secret;
	/** Name that the marketplace must give itself. @default - any */
	readonly expectedName?: string | Secret;
	/** Whether its plugins are offered, installed, or installed for good. @default available */
	readonly installationPreference?: "available" | "auto_install" | "required";
	/** How the app signs in at the source; `inferenceCredential` for `url` alone. @default anonymous */
	readonly credentialKind?: "anonymous" | "userGit" | "credentialHelper" | "inferenceCredential";
	/**
	 * Absolute path of a program that prints a token; with `credentialKind` `credentialHelper` alone.
	 * @default - none
	 */
	readonly credentialHelper?: string | Secret;
}

/** A repository on GitHub. */
export interface GithubMarketplace<Secret = SecretReference> {
	/** Kind of source. */
	readonly source: "github";
	/** `owner/name`. */
	readonly repo: string | Secret;
	/**
	 * Branch, tag or commit; of a repository with `auto_install` or `required` a full commit hash.
	 * @default - the source's default branch
	 */
	readonly ref?: string | Secret;
	/** Folder of the marketplace inside its source. @default - the root */
	readonly path?: string | Secret;
	/** Name that the marketplace must give itself. @default - any */
	readonly expectedName?: string | Secret;
	/** Whether its plugins are offered, installed, or installed for good. @default available */
	readonly installationPreference?: "available" | "auto_install" | "required";
	/** How the app signs in at the source; `inferenceCredential` for `url` alone. @default anonymous */
	readonly credentialKind?: "anonymous" | "userGit" | "credentialHelper" | "inferenceCredential";
	/**
	 * Absolute path of a program that prints a token; with `credentialKind` `credentialHelper` alone.
	 * @default - none
	 */
	readonly credentialHelper?: string | Secret;
}

/** GitHub. */
export interface GithubMcpServer<Secret = SecretReference> {
	/** Unique among the servers. */
	readonly name: string | Secret;
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, "allow" | "ask" | "blocked">>;
	/** Which built-in server; from 1.25927.0. */
	readonly server: "github";
	/** Id of the OAuth app. */
	readonly clientId: string | Secret;
	/** https address of a GitHub Enterprise Server, of which the app takes the origin. @default - github.com */
	readonly host?: string | Secret;
	/** Separated by spaces. @default repo read:org read:user */
	readonly scope?: string | Secret;
	/** Sets of tools, separated by commas. @default - the app's */
	readonly toolsets?: string | Secret;
	/** Whether only tools that read are there. @default false */
	readonly readOnly?: boolean | "true" | "false";
}

/** A model of the picker. */
export interface InferenceModel<Secret = SecretReference> {
	/** Model id, deployment name, ARN or alias; a final `[1m]` is short for `supports1m`. */
	readonly name: string | Secret;
	/** Name in the picker. @default - derived from `name` */
	readonly labelOverride?: string | Secret;
	/** Whether the model has a variant with a context of one million tokens. @default false */
	readonly supports1m?: boolean;
	/** Whether that variant is preferred; needs `supports1m`; from 1.21459.0. @default false */
	readonly prefer1m?: boolean;
	/** Family, for names that do not tell, such as ARNs and deployment names. @default - read from `name` */
	readonly anthropicFamilyTier?: "sonnet" | "opus" | "haiku" | "fable" | "mythos";
	/** Whether the model is its family's default. @default false */
	readonly isFamilyDefault?: boolean;
	/** Highest reasoning effort users may choose; from 2.110.0. @default - no limit */
	readonly maxEffort?: "low" | "medium" | "high" | "xhigh" | "max";
}

/** An MCP server that the app starts as a program. */
export interface LocalMcpServer<Secret = SecretReference> {
	/** Unique among the servers. */
	readonly name: string | Secret;
	/** Kind of the server. */
	readonly transport: "stdio";
	/** Absolute path of the program on the device, without `..` and shell characters. */
	readonly command: string | Secret;
	/** Arguments, in order. @default - none */
	readonly args?: readonly (string | Secret)[];
	/** Environment variables by name. @default - none */
	readonly env?: Readonly<Record<string, string | Secret>>;
	/** Absolute path of a program that prints environment variables as flat JSON within 30 seconds. @default - none */
	readonly envHelper?: string | Secret;
	/** How long its variables are kept, in seconds; more than 0; from 1.21459.0. @default 300 */
	readonly envHelperTtlSec?: number;
	/** How long the program may take to start, in seconds; 5 to 600; from 1.19367.0. @default 120 */
	readonly startupTimeoutSec?: number;
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, "allow" | "ask" | "blocked">>;
}

/** An MCP server that every user gets: `transport` tells its kind, or `server` for those that come with the app. */
export type ManagedMcpServer<Secret = SecretReference> =
	| RemoteMcpServer<Secret>
	| LocalMcpServer<Secret>
	| PolicyOnlyMcpServer<Secret>
	| Microsoft365McpServer<Secret>
	| WebSearchMcpServer<Secret>
	| GithubMcpServer<Secret>;

/** How users sign in at a remote MCP server. */
export interface McpOAuth<Secret = SecretReference> {
	/**
	 * Who runs the flow; `hosted` needs `authorizationServer` and brings its own client; from 1.32885.1.
	 * @default - the app runs the flow
	 */
	readonly mode?: "hosted";
	/**
	 * Id of the client; every member but the scope and the redirect's referrers needs it.
	 * @default - registered with the server
	 */
	readonly clientId?: string | Secret;
	/** A secret; needs `authorizationServer`. @default - none */
	readonly clientSecret?: Secret;
	/** Absolute path of a program that prints `{"clientSecret": "..."}`; needs `authorizationServer`. @default - none */
	readonly clientSecretHelper?: string | Secret;
	/** https addresses of the authorization servers that are allowed. @default - those that the server names */
	readonly authorizationServer?: readonly (string | Secret)[];
	/** https address; with `tokenUrl` and `clientId`. @default - discovered */
	readonly authorizationUrl?: string | Secret;
	/** https address; with `authorizationUrl` and `clientId`. @default - discovered */
	readonly tokenUrl?: string | Secret;
	/** Entra tenant: a UUID, or `common`, `organizations`, `consumers`; needs `scope`. @default - none */
	readonly tenantId?: string | Secret;
	/** How sign-in runs; `broker` needs a `tenantId` that is a UUID. @default - the app's choice */
	readonly authFlow?: "browser" | "broker";
	/** Separated by spaces. @default - the server's */
	readonly scope?: string | Secret;
	/** Whether the scope offline_access is added. @default - the app's choice */
	readonly appendOfflineAccess?: boolean;
	/** Host of the loopback redirect address. @default - the app's choice */
	readonly callbackHost?: "127.0.0.1" | "localhost";
	/** Port of the loopback redirect address; 1024 to 65535. @default - the app's choice */
	readonly callbackPort?: number;
	/** Further hosts that may lead back to the app, separated by spaces. @default - none */
	readonly additionalRedirectReferrerHosts?: string | Secret;
}

/** Microsoft 365. */
export interface Microsoft365McpServer<Secret = SecretReference> {
	/** Unique among the servers. */
	readonly name: string | Secret;
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, "allow" | "ask" | "blocked">>;
	/** Which built-in server. */
	readonly server: "microsoft365";
	/** Entra tenant: a UUID, or `common`, `organizations`, `consumers`. */
	readonly tenantId: string | Secret;
	/** Entra application. */
	readonly clientId: string | Secret;
	/** Cloud of the tenant. @default global */
	readonly azureCloud?: "global" | "us-gov-high" | "us-gov-dod";
	/** Whether Entra may end access at once; from 1.49585.0. @default enabled */
	readonly continuousAccessEvaluation?: "enabled" | "disabled";
	/** Separated by spaces; one unknown scope makes the app drop the server. @default - the app's */
	readonly scope?: string | Secret;
}

/** Prices of a model per million tokens. */
export interface ModelPrice<Secret = SecretReference> {
	/** Model id. */
	readonly name: string | Secret;
	/** Input. */
	readonly inputPerMtok: number;
	/** Output. */
	readonly outputPerMtok: number;
	/** Input read from the cache. */
	readonly cacheReadPerMtok: number;
	/** Input written to the cache. */
	readonly cacheWritePerMtok: number;
}

/** Sign-in before the configuration is fetched: `issuer`, or `authorizationUrl` and `tokenUrl` together. */
export interface OidcClient<Secret = SecretReference> {
	/** Id of the client at the identity provider. */
	readonly clientId: string | Secret;
	/** https address of the identity provider. @default - `authorizationUrl` and `tokenUrl` */
	readonly issuer?: string | Secret;
	/** https address; with `tokenUrl`. @default - discovered from `issuer` */
	readonly authorizationUrl?: string | Secret;
	/** https address; with `authorizationUrl`. @default - discovered from `issuer` */
	readonly tokenUrl?: string | Secret;
	/** Port of the loopback redirect address; 1024 to 65535. @default - any free port */
	readonly redirectPort?: number;
	/** Host of the loopback redirect address; from 2.110.0. @default - the app's choice */
	readonly redirectHost?: "127.0.0.1" | "localhost";
	/** Further hosts that may lead back to the app, separated by spaces. @default - none */
	readonly additionalRedirectReferrerHosts?: string | Secret;
	/** Separated by spaces; the server's own scope among them. */
	readonly scopes: string | Secret;
}

/** Sign-in at the organisation's identity provider for gateway and Bedrock. */
export interface OidcOptions<Secret = SecretReference> {
	/** Id of the client at the identity provider. */
	readonly clientId: string | Secret;
	/** https address of the identity provider. @default - `authorizationUrl` and `tokenUrl` */
	readonly issuer?: string | Secret;
	/** https address; with `tokenUrl`. @default - discovered from `issuer` */
	readonly authorizationUrl?: string | Secret;
	/** https address; with `authorizationUrl`. @default - discovered from `issuer` */
	readonly tokenUrl?: string | Secret;
	/** Separated by spaces. @default openid profile email offline_access */
	readonly scopes?: string | Secret;
	/** Port of the loopback redirect address; 1024 to 65535. @default - any free port */
	readonly redirectPort?: number;
	/** Host of the loopback redirect address; from 2.110.0. @default - the app's choice */
	readonly redirectHost?: "127.0.0.1" | "localhost";
	/** Further hosts that may lead back to the app, separated by spaces. @default - none */
	readonly additionalRedirectReferrerHosts?: string | Secret;
	/** Token that is sent as the bearer; `access_token` needs `scopes`. @default id_token */
	readonly bearerTokenType?: "id_token" | "access_token";
	/** Whether the scope offline_access is added. @default true */
	readonly appendOfflineAccess?: boolean;
	/**
	 * https address, or from 2.9939.2 another URI such as `urn:...`; with `bearerTokenType` `access_token` alone, and
	 * not for Entra ID.
	 * @default - none
	 */
	readonly resource?: string | Secret;
}

/** Permissions for the tools of one server that an organisation plugin brings. */
export interface OrgPluginServer<Secret = SecretReference> {
	/** Name of the server. */
	readonly serverName: string | Secret;
	/** Permissions of its tools. */
	readonly tools: readonly OrgPluginTool<Secret>[];
}

/** Permission for one tool. */
export interface OrgPluginTool<Secret = SecretReference> {
	/** Name of the tool. */
	readonly toolName: string | Secret;
	/** What happens when it is called. */
	readonly permission: "allow" | "ask" | "blocked";
}

/** A marketplace that users may add plugins from. */
export type PluginMarketplace<Secret = SecretReference> =
	| GithubMarketplace<Secret>
	| GitMarketplace<Secret>
	| UrlMarketplace<Secret>;

/** A remote MCP server that plugins may, or may not, bring. */
export interface PluginMcpServer<Secret = SecretReference> {
	/** Address of the server with its scheme, where `*` stands for any text. */
	readonly serverUrl: string | Secret;
}

/** Permissions for an MCP server that comes from elsewhere; from 2.110.0. */
export interface PolicyOnlyMcpServer<Secret = SecretReference> {
	/** Name of the server that the permissions are for. */
	readonly name: string | Secret;
	/** Kind of the server. */
	readonly transport: "policy-only";
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, "allow" | "ask" | "blocked">>;
}

/** An MCP server at an address. */
export interface RemoteMcpServer<Secret = SecretReference> {
	/** Unique among the servers. */
	readonly name: string | Secret;
	/** Kind of the server. */
	readonly transport: "http" | "sse";
	/** https address. */
	readonly url: string | Secret;
	/** Headers of each request, by name. @default - none */
	readonly headers?: Readonly<Record<string, string | Secret>>;
	/** Absolute path of a program that prints headers as flat JSON within 30 seconds. @default - none */
	readonly headersHelper?: string | Secret;
	/** How long its headers are kept, in seconds; more than 0. @default 300 */
	readonly headersHelperTtlSec?: number;
	/** How long before that it runs again, in seconds; more than 0; from 1.21459.0. @default 60 */
	readonly headersHelperRefreshBufferSec?: number;
	/** `true`, or how to sign in. @default - no OAuth */
	readonly oauth?: true | McpOAuth<Secret>;
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, "allow" | "ask" | "blocked">>;
}

/** A manifest at an address. */
export interface UrlMarketplace<Secret = SecretReference> {
	/** Kind of source. */
	readonly source: "url";
	/** https address without credentials or query. */
	readonly url: string | Secret;
	/** SHA-256 of the manifest; needed with `auto_install` or `required`. @default - none */
	readonly manifestSha256?: string | Secret;
	/**
	 * Branch, tag or commit; of a repository with `auto_install` or `required` a full commit hash.
	 * @default - the source's default branch
	 */
	readonly ref?: string | Secret;
	/** Folder of the marketplace inside its source. @default - the root */
	readonly path?: string | Secret;
	/** Name that the marketplace must give itself. @default - any */
	readonly expectedName?: string | Secret;
	/** Whether its plugins are offered, installed, or installed for good. @default available */
	readonly installationPreference?: "available" | "auto_install" | "required";
	/** How the app signs in at the source; `inferenceCredential` for `url` alone. @default anonymous */
	readonly credentialKind?: "anonymous" | "userGit" | "credentialHelper" | "inferenceCredential";
	/**
	 * Absolute path of a program that prints a token; with `credentialKind` `credentialHelper` alone.
	 * @default - none
	 */
	readonly credentialHelper?: string | Secret;
}

/** Web search; one at most. */
export interface WebSearchMcpServer<Secret = SecretReference> {
	/** Unique among the servers. */
	readonly name: string | Secret;
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, "allow" | "ask" | "blocked">>;
	/** Which built-in server; from 1.15962.0. */
	readonly server: "websearch";
	/** Search service. */
	readonly provider: "brave" | "tavily" | "exa" | "custom";
	/** https address of the search service; with `provider` `custom` alone. @default - none */
	readonly customUrl?: string | Secret;
	/** Headers of each request, by name: the API key, which every provider but `custom` needs. @default - none */
	readonly headers?: Readonly<Record<string, string | Secret>>;
	/** Absolute path of a program that prints headers as flat JSON within 30 seconds. @default - none */
	readonly headersHelper?: string | Secret;
	/** How long its headers are kept, in seconds; more than 0. @default 300 */
	readonly headersHelperTtlSec?: number;
	/** How long before that it runs again, in seconds; more than 0; from 1.21459.0. @default 60 */
	readonly headersHelperRefreshBufferSec?: number;
}

/** Sign-in at the identity provider behind a workforce pool. */
export interface WorkforceOidcOptions<Secret = SecretReference> {
	/** Id of the client at the identity provider. */
	readonly clientId: string | Secret;
	/** https address of the identity provider. @default - `authorizationUrl` and `tokenUrl` */
	readonly issuer?: string | Secret;
	/** https address; with `tokenUrl`. @default - discovered from `issuer` */
	readonly authorizationUrl?: string | Secret;
	/** https address; with `authorizationUrl`. @default - discovered from `issuer` */
	readonly tokenUrl?: string | Secret;
	/** Separated by spaces. @default openid profile email offline_access */
	readonly scopes?: string | Secret;
	/** Port of the loopback redirect address; 1024 to 65535. @default - any free port */
	readonly redirectPort?: number;
	/** Host of the loopback redirect address; from 2.110.0. @default - the app's choice */
	readonly redirectHost?: "127.0.0.1" | "localhost";
	/** Further hosts that may lead back to the app, separated by spaces. @default - none */
	readonly additionalRedirectReferrerHosts?: string | Secret;
	/** Whether the scope offline_access is left out; from 1.17377.1. @default false */
	readonly omitOfflineAccess?: boolean;
}

/** A folder that users may attach. */
export interface WorkspaceFolder<Secret = SecretReference> {
	/** Absolute, or starting with `~` or a variable such as `%OneDrive%`. */
	readonly path: string | Secret;
	/** Whether it is attached from the start. @default false */
	readonly isDefaultSelected?: boolean;
	/** Whether files may be changed. @default rw */
	readonly mode?: "rw" | "ro";
}
