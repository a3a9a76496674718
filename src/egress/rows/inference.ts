import { oidcHosts, urlHost } from "../address.js";
import type { EgressContext } from "../context.js";
import type { Destination, EgressRow } from "../row.js";

const provider = (context: EgressContext) => context.text("inferenceProvider");
const kind = (context: EgressContext) => context.text("inferenceCredentialKind");
const region = (context: EgressContext) => context.text("inferenceBedrockRegion") ?? "";
const government = (context: EgressContext) => region(context).startsWith("us-gov-");

/** The region whose IAM Identity Center signs users in, where one does. */
function ssoRegion(context: EgressContext): string | undefined {
	if (provider(context) !== "bedrock") return undefined;
	if (kind(context) === "vendor-profile") return context.configuration.hints.awsSsoRegion ?? region(context);
	return context.text("inferenceBedrockSsoRegion");
}

function startPage(context: EgressContext): Destination[] {
	const [start] = urlHost(context.value("inferenceBedrockSsoStartUrl"));
	if (!start) return [];
	return [start.host.endsWith(".awsapps.com") ? { host: "*.awsapps.com" } : start];
}

const vertexHosts: Readonly<Record<string, string>> = {
	global: "aiplatform.googleapis.com",
	eu: "aiplatform.eu.rep.googleapis.com",
	us: "aiplatform.us.rep.googleapis.com",
};

/** The provider's endpoint: what carries prompts and answers. */
export const endpointRows: readonly EgressRow[] = [
	{
		feature: "inference",
		key: "inferenceGatewayBaseUrl",
		because: "model inference through the gateway",
		operator: "inference",
		source: "gateway",
		hosts: (context) => (provider(context) === "gateway" ? urlHost(context.value("inferenceGatewayBaseUrl")) : []),
	},
	{
		feature: "inference",
		key: "inferenceProvider",
		because: "model inference",
		operator: "inference",
		source: "claude-api",
		hosts: (context) => (provider(context) === "anthropic" ? ["api.anthropic.com"] : []),
	},
	{
		feature: "inference",
		key: "inferenceBedrockRegion",
		because: "model inference",
		operator: "inference",
		source: "bedrock",
		hosts: (context) =>
			provider(context) === "bedrock" && context.value("inferenceBedrockBaseUrl") === undefined
				? [`bedrock-runtime${government(context) ? "-fips" : ""}.${region(context)}.amazonaws.com`]
				: [],
	},
	{
		feature: "inference",
		key: "inferenceBedrockRegion",
		because: "model inference",
		operator: "inference",
		source: "mantle",
		hosts: (context) =>
			provider(context) === "mantle" && context.value("inferenceBedrockBaseUrl") === undefined
				? [`bedrock-mantle.${region(context)}.api.aws`]
				: [],
	},
	{
		feature: "inference",
		key: "inferenceBedrockBaseUrl",
		because: "model inference at the endpoint of the deployment",
		operator: "inference",
		source: "bedrock",
		hosts: (context) => urlHost(context.value("inferenceBedrockBaseUrl")),
	},
	{
		feature: "inference",
		key: "inferenceVertexRegion",
		because: "model inference",
		operator: "inference",
		source: "vertex",
		hosts: (context) => {
			const location = context.text("inferenceVertexRegion");
			if (location === undefined || context.value("inferenceVertexBaseUrl") !== undefined) return [];
			return [vertexHosts[location] ?? `${location}-aiplatform.googleapis.com`];
		},
	},
	{
		feature: "inference",
		key: "inferenceVertexBaseUrl",
		because: "model inference at the endpoint of the deployment",
		operator: "inference",
		source: "vertex",
		hosts: (context) => urlHost(context.value("inferenceVertexBaseUrl")),
	},
	{
		feature: "inference",
		key: "inferenceFoundryResource",
		because: "model inference",
		operator: "inference",
		source: "foundry",
		when: (context) => context.when("inferenceFoundryBaseUrl", (value) => value === undefined),
		hosts: (context) => {
			const resource = context.text("inferenceFoundryResource");
			return resource === undefined ? [] : [`${resource.toLowerCase()}.services.ai.azure.com`];
		},
	},
	{
		feature: "inference",
		key: "inferenceFoundryBaseUrl",
		because: "model inference at the endpoint of the deployment",
		operator: "inference",
		source: "foundry",
		when: (context) => [context.known("inferenceFoundryBaseUrl")],
		hosts: (context) => urlHost(context.value("inferenceFoundryBaseUrl")),
	},
];

/** Everything else that using the provider takes: its control plane and signing in. */
export const signInRows: readonly EgressRow[] = [
	{
		feature: "model-discovery",
		key: "inferenceBedrockRegion",
		because: "control plane: model discovery",
		operator: "inference",
		source: "bedrock",
		hosts: (context) =>
			provider(context) === "bedrock"
				? [`bedrock${government(context) ? "-fips" : ""}.${region(context)}.amazonaws.com`]
				: [],
	},
	{
		feature: "sign-in",
		key: "inferenceCredentialKind",
		because: "Claude platform sign-in; dialed only without an API key or helper",
		operator: "inference",
		source: "claude-api",
		hosts: (context) => {
			if (provider(context) !== "anthropic") return [];
			return [{ host: "platform.claude.com", requirement: kind(context) === "interactive" ? "required" : "optional" }];
		},
	},
	{
		feature: "sign-in",
		key: "inferenceBedrockProfile",
		because: "temporary AWS credentials of the named profile",
		operator: "inference",
		source: "bedrock",
		hosts: (context) =>
			provider(context) === "bedrock" && kind(context) === "vendor-profile"
				? ["sts.amazonaws.com", `sts.${region(context)}.amazonaws.com`]
				: [],
	},
	{
		feature: "sign-in",
		key: "inferenceCredentialKind",
		because: "AWS IAM Identity Center",
		operator: "inference",
		source: "bedrock",
		hosts: (context) => {
			const where = ssoRegion(context);
			return where === undefined ? [] : [`portal.sso.${where}.amazonaws.com`, `oidc.${where}.amazonaws.com`];
		},
	},
	{
		feature: "sign-in",
		key: "inferenceBedrockSsoStartUrl",
		because: "start page of IAM Identity Center, opened in the browser",
		operator: "inference",
		requirement: "optional",
		source: "bedrock",
		hosts: startPage,
	},
	{
		feature: "sign-in",
		key: "inferenceProvider",
		because: "Google token exchange",
		operator: "inference",
		source: "vertex",
		hosts: (context) =>
			provider(context) === "vertex"
				? ["oauth2.googleapis.com", "sts.googleapis.com", "iamcredentials.googleapis.com", "accounts.google.com"]
				: [],
	},
	{
		feature: "sign-in",
		key: "inferenceFoundryTenantId",
		because: "Microsoft Entra sign-in",
		operator: "inference",
		source: "foundry",
		hosts: (context) =>
			provider(context) === "foundry" && kind(context) === "interactive" ? ["login.microsoftonline.com"] : [],
	},
	...["inferenceIdpOidc", "inferenceGatewayOidc", "inferenceVertexWorkforceOidc"].map(
		(key): EgressRow => ({
			feature: "sign-in",
			key,
			because: "identity provider",
			operator: "organization",
			source: `configuration#${key.toLowerCase()}`,
			hosts: (context) => oidcHosts(context.value(key)),
		}),
	),
];
