import type { ManagedSettings } from "../../configuration/managed-settings.js";
import { vertexEgress } from "../../egress/rows/routes/vertex.js";
import type { SecretReference } from "../../reference/reference.js";
import { type CredentialHelper, credentialHelper } from "../credential-helper.js";
import type { ExactlyOne } from "../exactly-one.js";
import { aliasNotResolved, isModelAlias, wrongModel } from "../model-id.js";
import type { RouteOf } from "../route.js";

/** Google Vertex AI. */
export interface VertexOptions<Secret = SecretReference> {
	/** Google Cloud project. */
	readonly projectId: string;
	/** A single region such as `europe-west1`, or `eu`, `us`, `global`. */
	readonly region: string;
	/** URL that replaces the public endpoint. @default the region's public endpoint */
	readonly baseUrl?: string;
	/** Publisher ids such as `claude-sonnet-5` or `claude-sonnet-4@20250514`; the first is the default. */
	readonly models: NonNullable<ManagedSettings<Secret>["inferenceModels"]>;
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<VertexSignIns<Secret>>;
}

export interface VertexSignIns<Secret = SecretReference> {
	/** Workforce Identity Federation. */
	readonly workforce: {
		readonly audience: string;
		/** Project that is billed. @default none */
		readonly userProject?: string;
		/** The identity provider behind the workforce pool. */
		readonly oidc: NonNullable<ManagedSettings<Secret>["inferenceVertexWorkforceOidc"]>;
		/** @default browser */
		readonly flow?: ManagedSettings<Secret>["inferenceVertexWorkforceAuthFlow"];
	};
	/** Google sign-in with an OAuth client of the type desktop app. */
	readonly google: {
		readonly clientId: string;
		readonly clientSecret: Secret;
		/** Separated by spaces. @default "openid email https://www.googleapis.com/auth/cloud-platform" */
		readonly scopes?: string;
		/** Account to offer; `{username}` stands for the user's name on the device. @default none */
		readonly loginHint?: string;
	};
	/** A credentials file on the device. */
	readonly credentialsFile: {
		/** Absolute path; `~` and environment variables are not expanded. */
		readonly path: string;
	};
	/** Application-default credentials of gcloud; takes no members. */
	readonly applicationDefault: Record<string, never>;
	readonly helper: CredentialHelper;
}

export const vertex = {
	title: "Google Vertex AI",
	docs: "https://claude.com/docs/third-party/claude-desktop/vertex",
	options: {
		projectId: { key: "inferenceVertexProjectId", required: true },
		region: { key: "inferenceVertexRegion", required: true },
		baseUrl: { key: "inferenceVertexBaseUrl" },
	},
	signIn: {
		workforce: {
			kind: "workforce",
			members: {
				audience: { key: "inferenceVertexWorkforceAudience", required: true },
				userProject: { key: "inferenceVertexWorkforceUserProject" },
				oidc: { key: "inferenceVertexWorkforceOidc", required: true },
				flow: { key: "inferenceVertexWorkforceAuthFlow" },
			},
		},
		google: {
			kind: "interactive",
			members: {
				clientId: { key: "inferenceVertexOAuthClientId", required: true },
				clientSecret: { key: "inferenceVertexOAuthClientSecret", required: true },
				scopes: { key: "inferenceVertexOAuthScopes" },
				loginHint: { key: "inferenceVertexOAuthLoginHint" },
			},
		},
		credentialsFile: {
			kind: "vendor-profile",
			members: { path: { key: "inferenceVertexCredentialsFile", required: true } },
		},
		applicationDefault: { kind: "vendor-profile", members: {} },
		helper: credentialHelper,
	},
	modelsRequired: true,
	keepsConversationContent: true,
	egress: vertexEgress,
	checkModel(id) {
		if (isModelAlias(id)) return aliasNotResolved;
		const dated = /^(claude-.+)-(20\d{6})$/.exec(id);
		if (dated) return wrongModel(`is dated as on the Claude API; expected ${dated[1]}@${dated[2]}`);
		if (/^claude-[a-z0-9.-]+(@[a-z0-9-]+)?$/.test(id)) return [];
		return wrongModel("is no publisher id; expected one such as claude-sonnet-5 or claude-sonnet-4@20250514");
	},
} as const satisfies RouteOf<VertexOptions, VertexSignIns>;
