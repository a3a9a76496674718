import { describe, expect, test } from "vitest";
import { presets } from "../../src/configuration/presets.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { InferenceRoute, RouteMember, SignIn } from "../../src/inference/route.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isError } from "../../src/problem.js";
import type { Profile, ProfileFormat } from "../../src/profiles/format.js";
import { profileFormats } from "../../src/profiles/index.js";
import { describeDeployment } from "../../src/reading/describe/describe-deployment.js";
import { readDeviceFile } from "../../src/reading/read-device-file.js";
import { findReferences, replaceReferences } from "../../src/reference/walk.js";
import { firstExample, profileOf } from "../profiles/cases.js";

/** A value for each key that blocks set, apart from those that routes begin with. */
const samples: Readonly<Record<string, JsonValue>> = {
	inferenceGatewayBaseUrl: "https://llm.example.com",
	inferenceGatewayAuthScheme: "x-api-key",
	inferenceCustomHeaders: { "X-Team": { fromEnv: "TEAM" } },
	inferenceGatewayApiKey: { fromEnv: "ROUTE_KEY" },
	inferenceGatewayOidc: { clientId: "cowork", issuer: "https://idp.example.com" },
	inferenceGatewayOidcAuthFlow: "browser",
	inferenceIdpOidc: { clientId: "cowork", issuer: "https://idp.example.com" },
	inferenceIdpAuthFlow: "browser",
	inferenceAnthropicApiKey: { fromEnv: "ROUTE_KEY" },
	inferenceCredentialHelper: "/opt/example/token",
	inferenceCredentialHelperWindows: "C:\\Program Files\\Example\\token.exe",
	inferenceCredentialHelperArgs: ["--for", "cowork"],
	inferenceCredentialHelperTtlSec: 900,
	inferenceCredentialHelperTimeoutSec: 30,
	inferenceCredentialHelperSilentRefreshEnabled: true,
	inferenceBedrockRegion: "eu-central-1",
	inferenceBedrockBaseUrl: "https://bedrock.example.com",
	inferenceBedrockServiceTier: "flex",
	inferenceBedrockSsoStartUrl: "https://example.awsapps.com/start",
	inferenceBedrockSsoRegion: "eu-west-1",
	inferenceBedrockSsoAccountId: "111122223333",
	inferenceBedrockSsoRoleName: "Cowork",
	inferenceBedrockProfile: "cowork",
	inferenceBedrockAwsDir: "/etc/aws",
	inferenceBedrockAwsCliPath: "/usr/local/bin/aws",
	inferenceBedrockBearerToken: { fromEnv: "ROUTE_KEY" },
	inferenceVertexProjectId: "example-project",
	inferenceVertexRegion: "europe-west1",
	inferenceVertexBaseUrl: "https://vertex.example.com",
	inferenceVertexWorkforceAudience:
		"//iam.googleapis.com/locations/global/workforcePools/example-pool/providers/example-provider",
	inferenceVertexWorkforceUserProject: "example-project",
	inferenceVertexWorkforceOidc: { clientId: "cowork", issuer: "https://idp.example.com" },
	inferenceVertexWorkforceAuthFlow: "browser",
	inferenceVertexOAuthClientId: "cowork.apps.googleusercontent.com",
	inferenceVertexOAuthClientSecret: { fromEnv: "ROUTE_KEY" },
	inferenceVertexOAuthScopes: "openid email https://www.googleapis.com/auth/cloud-platform",
	inferenceVertexOAuthLoginHint: "{username}@example.com",
	inferenceVertexCredentialsFile: "/etc/example/credentials.json",
	inferenceFoundryResource: "example-claude",
	inferenceFoundryBaseUrl: "https://foundry.example.com",
	inferenceFoundryTenantId: "00000000-0000-0000-0000-000000000001",
	inferenceFoundryClientId: "00000000-0000-0000-0000-000000000002",
	inferenceFoundryApiKey: { fromEnv: "ROUTE_KEY" },
	inferenceFoundryAuthFlow: "browser",
};

function sampleOf(key: string): JsonValue {
	const value = samples[key];
	if (value === undefined) throw new Error(`no sample for ${key}`);
	return value;
}

/** Members with a value each: every one that sets a key, or those that must be there. */
function blockOf(members: Readonly<Record<string, RouteMember>>, all: boolean, needs: readonly string[] = []) {
	return Object.fromEntries(
		Object.entries(members).flatMap(([name, { key, required }]): [string, JsonValue][] =>
			key !== undefined && (all || required || needs.includes(name)) ? [[name, sampleOf(key)]] : [],
		),
	);
}

const cases = Object.entries<InferenceRoute>(inferenceRoutes).flatMap(([name, route]) =>
	Object.entries(route.signIn).flatMap(([way, signIn]: [string, SignIn]) =>
		[false, true].map((all): [string, JsonObject] => {
			const own = signIn.key === undefined ? blockOf(signIn.members ?? {}, all) : sampleOf(signIn.key);
			const { models } = route.first as { models?: JsonValue };
			const block = {
				...blockOf(route.options, all, signIn.needs),
				models: models ?? ["claude-sonnet-5"],
				signIn: { [way]: own },
			};
			return [`${name}, ${way}, ${all ? "every member" : "what must be"}`, { [name]: block }];
		}),
	),
);

const platforms = ["macos", "windows", "linux"];
const organization = { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" };

function profileFor(format: ProfileFormat, settings: JsonObject): Profile {
	const profile = profileOf(format, settings);
	return { ...profile, identity: { ...profile.identity, organization: organization.name } };
}

function settingsOf(deployment: JsonObject): JsonObject {
	const [configuration] = parseDeployment(deployment).configurations.values();
	return Object.fromEntries([...(configuration?.settings ?? [])].map(([key, { value }]) => [key, value]));
}

const withTexts = (settings: JsonObject) => replaceReferences(settings, () => "a-credential") as JsonObject;

describe.each(cases)("%s", (_, inference) => {
	test.each(Object.keys(presets))("with the preset %s, is read as what it is", async (preset) => {
		const described = {
			name: "eu",
			organization,
			...(/"idp"/.test(JSON.stringify(inference)) && { app: { minimumVersion: "2.7032.0" } }),
			inference,
			groups: { pilot: { preset, platforms, settings: { deploymentDisplayName: "Pilot" } } },
		};
		const before = settingsOf(described);
		for (const format of [profileFormats.mobileconfig, profileFormats.reg, profileFormats.managedSettings]) {
			const { value: files = [] } = await format.render(profileFor(format, withTexts(before)), firstExample(format));
			for (const { name, content } of files) {
				const { value: read = [] } = await readDeviceFile({ name, bytes: content });
				const { value, problems } = describeDeployment(read, {});
				expect([name, problems.filter(isError)]).toEqual([name, []]);
				const { deployment = {}, secrets = [] } = value ?? {};
				// Import chooses the names of credentials itself.
				expect(withTexts(deployment.inference as JsonObject)).toEqual(withTexts(inference));
				expect(secrets).toHaveLength(findReferences(inference).length);
				expect(Object.values((deployment.groups ?? {}) as JsonObject)).toMatchObject([{ preset }]);
				expect(withTexts(settingsOf(deployment))).toEqual(withTexts(before));
			}
		}
	});
});
