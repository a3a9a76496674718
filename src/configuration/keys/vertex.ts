import { choice, structure, text } from "../managed-key.js";
import { workforceOidc } from "../structures/oidc.js";
import { absolutePath } from "../values/file-path.js";
import { googleProject, vertexRegion } from "../values/identifier.js";
import { inferenceBaseUrl } from "../values/url.js";

const vertex = {
	section: "Connection",
	group: "Vertex AI",
	providers: ["vertex"],
	alsoOn: ["configuration-changelog", "vertex"],
} as const;

/** Route `vertex`. */
export const vertexKeys = {
	inferenceVertexProjectId: text({ ...vertex, summary: "Google Cloud project.", since: "1.2581.0" }, googleProject),
	inferenceVertexRegion: text(
		{
			...vertex,
			summary: "Region, multi-region `eu` or `us`, or `global`.",
			since: "1.2581.0",
			alsoOn: ["configuration-changelog", "vertex", "telemetry"],
		},
		vertexRegion,
	),
	inferenceVertexBaseUrl: text(
		{
			...vertex,
			summary: "Address in place of the public endpoint, such as that of Private Service Connect.",
			since: "1.2581.0",
		},
		inferenceBaseUrl,
	),
	inferenceVertexOAuthClientId: text({
		...vertex,
		summary: "OAuth client of the desktop kind for sign-in with Google.",
		since: "1.2581.0",
	}),
	inferenceVertexOAuthClientSecret: text({
		...vertex,
		summary: "Secret of the OAuth client for sign-in with Google.",
		since: "1.2581.0",
		secret: true,
	}),
	inferenceVertexOAuthScopes: text({
		...vertex,
		summary: "Scopes of sign-in with Google, separated by spaces.",
		since: "1.2581.0",
		default: "openid email https://www.googleapis.com/auth/cloud-platform",
	}),
	inferenceVertexOAuthLoginHint: text({
		...vertex,
		summary: "Account proposed at sign-in with Google; {username} stands for the user's name on the device.",
		since: "1.12603.0",
	}),
	inferenceVertexWorkforceAudience: text({
		...vertex,
		summary: "Audience of Workforce Identity Federation.",
		since: "1.10628.0",
	}),
	inferenceVertexWorkforceUserProject: text(
		{ ...vertex, summary: "Project that pays for requests with workforce credentials.", since: "1.10628.0" },
		googleProject,
	),
	inferenceVertexWorkforceAuthFlow: choice(
		{
			...vertex,
			summary: "How sign-in for workforce federation runs.",
			since: "1.25927.0",
			defaultNote: "browser, as for inferenceGatewayOidcAuthFlow",
		},
		["browser", "broker"],
	),
	inferenceVertexWorkforceOidc: structure(
		"object",
		{
			...vertex,
			summary: "Identity provider behind the workforce pool.",
			since: "1.10628.0",
			neededToSignIn: true,
		},
		workforceOidc,
	),
	inferenceVertexCredentialsFile: text(
		{
			...vertex,
			summary: "Absolute path of a file with service-account or application-default credentials.",
			since: "1.2581.0",
		},
		absolutePath,
	),
};
