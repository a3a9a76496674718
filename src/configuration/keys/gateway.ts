import { choice, integer, structure, text } from "../managed-key.js";
import { inferenceOidc } from "../structures/oidc.js";
import { url } from "../values/url.js";

const gatewayIdp = {
	section: "Connection",
	group: "Gateway / IdP",
	alsoOn: ["configuration-changelog", "gateway"],
} as const;

/** Route `gateway`, and sign-in at the organisation's identity provider. */
export const gatewayKeys = {
	inferenceGatewayBaseUrl: text(
		{
			...gatewayIdp,
			summary: "Full address of the gateway; the app appends /v1/messages and /v1/models.",
			since: "1.2581.0",
			providers: ["gateway"],
		},
		url({ http: "loopback", parts: "base", appended: ["/v1/messages", "/v1/models"] }),
	),
	inferenceStreamIdleTimeoutSec: integer({
		...gatewayIdp,
		summary: "How long a streamed answer may pause, in seconds, before the app gives it up.",
		since: "1.44121.1",
		min: 300,
		max: 1800,
		default: 300,
		providers: ["gateway"],
	}),
	inferenceGatewayApiKey: text({
		...gatewayIdp,
		summary: "Fixed credential of the gateway.",
		since: "1.2581.0",
		secret: true,
		providers: ["gateway"],
	}),
	inferenceGatewayAuthScheme: choice(
		{
			...gatewayIdp,
			summary: "Header that carries the gateway's credential.",
			since: "1.3036.0",
			default: "bearer",
			providers: ["gateway"],
			deprecatedValues: { auto: "use bearer or x-api-key", sso: "sign in with signIn.interactive instead" },
		},
		["bearer", "x-api-key"],
	),
	inferenceGatewayOidc: structure(
		"object",
		{
			...gatewayIdp,
			summary: "Identity provider for sign-in at the gateway, in the older spelling.",
			since: "1.6889.0",
			neededToSignIn: true,
			deprecated: "use inferenceIdpOidc, which takes its place from 2.7032.0",
			providers: ["gateway"],
		},
		inferenceOidc,
	),
	inferenceGatewayOidcAuthFlow: choice(
		{
			...gatewayIdp,
			summary: "How sign-in with inferenceGatewayOidc runs, in the older spelling.",
			since: "1.25927.0",
			default: "browser",
			deprecated: "use inferenceIdpAuthFlow, which takes its place from 2.7032.0",
			providers: ["gateway"],
		},
		["browser", "broker"],
	),
	inferenceIdpOidc: structure(
		"object",
		{
			...gatewayIdp,
			summary: "Identity provider for sign-in at the gateway or at Bedrock.",
			since: "2.7032.0",
			neededToSignIn: true,
			providers: ["gateway", "bedrock"],
			alsoOn: ["configuration-changelog", "gateway", "bedrock"],
		},
		inferenceOidc,
	),
	inferenceIdpAuthFlow: choice(
		{
			...gatewayIdp,
			summary: "How sign-in with inferenceIdpOidc runs.",
			since: "2.7032.0",
			defaultNote: "browser, as for inferenceGatewayOidcAuthFlow",
			providers: ["gateway", "bedrock"],
		},
		["browser", "broker"],
	),
};
