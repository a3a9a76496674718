import { vertexEgress } from "../../egress/rows/routes/vertex.js";
import { credentialHelper } from "../credential-helper.js";
import { answeredAt } from "../google/models/answering.js";
import { checkVertexModel } from "../google/models/vertex-model.js";
import { vertexPrerequisites } from "../google/prerequisites.js";
import { checkProjectId } from "../google/project.js";
import { vertexProvisioning } from "../google/provisioning.js";
import { checkWorkforceAudience } from "../google/workforce-audience.js";
import type { InferenceRoute } from "../route.js";

export const vertex = {
	title: "Google Vertex AI",
	docs: "https://claude.com/docs/third-party/claude-desktop/vertex",
	options: {
		projectId: { key: "inferenceVertexProjectId", required: true, rule: checkProjectId },
		region: {
			key: "inferenceVertexRegion",
			required: true,
			summary: "A single region such as `europe-west1`, or `eu`, `us`, `global`.",
		},
		baseUrl: { key: "inferenceVertexBaseUrl", defaultNote: "the region's public endpoint" },
	},
	modelIds: "Publisher ids such as `claude-sonnet-5` or `claude-sonnet-4@20250514`; the first is the default.",
	signIn: {
		workforce: {
			kind: "workforce",
			summary: "Workforce Identity Federation.",
			members: {
				audience: {
					key: "inferenceVertexWorkforceAudience",
					required: true,
					provisioned: true,
					rule: checkWorkforceAudience,
				},
				userProject: {
					key: "inferenceVertexWorkforceUserProject",
					defaultNote: "the deployment's project",
					rule: checkProjectId,
				},
				oidc: { key: "inferenceVertexWorkforceOidc", required: true },
				flow: { key: "inferenceVertexWorkforceAuthFlow", defaultNote: "browser" },
			},
		},
		google: {
			kind: "interactive",
			summary: "Google sign-in with an OAuth client of the type desktop app.",
			members: {
				clientId: { key: "inferenceVertexOAuthClientId", required: true },
				clientSecret: { key: "inferenceVertexOAuthClientSecret", required: true },
				scopes: { key: "inferenceVertexOAuthScopes" },
				loginHint: { key: "inferenceVertexOAuthLoginHint", defaultNote: "none" },
			},
		},
		credentialsFile: {
			kind: "vendor-profile",
			summary: "Credentials in a file on the device.",
			members: { path: { key: "inferenceVertexCredentialsFile", required: true } },
		},
		applicationDefault: {
			kind: "vendor-profile",
			summary: "Application Default Credentials of the device.",
			members: {},
		},
		helper: credentialHelper,
	},
	modelsRequired: true,
	provisioning: vertexProvisioning,
	first: {
		projectId: "example-project",
		region: "europe-west1",
		models: ["claude-sonnet-4-6"],
		signIn: {
			google: {
				clientId: "123456789012-example.apps.googleusercontent.com",
				clientSecret: { fromEnv: "GOOGLE_CLIENT_SECRET" },
			},
		},
	},
	keepsConversationContent: true,
	refusesToolSearch: true,
	egress: vertexEgress,
	prerequisites: vertexPrerequisites,
	answering: (_, location) => (location === undefined ? { saidBy: "the location of the calls" } : answeredAt(location)),
	checkModel: checkVertexModel,
} as const satisfies InferenceRoute;
