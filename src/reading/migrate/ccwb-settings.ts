import type { JsonObject, JsonValue } from "../../json.js";
import { type Problem, warning } from "../../problem.js";
import type { CarriedSettings } from "../../profiles/carried.js";
import type { Platform } from "../../profiles/format.js";
import type { CcwbProfile } from "./ccwb-profile.js";

/** What stands for names that the profile does not say; each is told. */
const placeholders = {
	region: "us-east-1",
	startUrl: "https://example.awsapps.com/start",
	accountId: "111122223333",
	permissionSet: "Cowork",
	helper: "/opt/claude-code-with-bedrock/cowork-credential-helper.sh",
	windowsHelper: "C:\\Program Files\\claude-code-with-bedrock\\cowork-credential-helper.cmd",
};

/** What devices of a profile are given, and what has no equal or is still to be said; paths start at its members. */
export function ccwbSettings(profile: CcwbProfile): {
	readonly carried: CarriedSettings;
	readonly problems: readonly Problem[];
} {
	const problems: Problem[] = [];
	const say = (member: string, message: string) => problems.push(warning("migration", [member], message));
	const orElse = (value: string | undefined, member: string, placeholder: string) => {
		if (value === undefined) say(member, `is not in the profile; ${placeholder} stands for it, replace it`);
		return value ?? placeholder;
	};
	const region = orElse(profile.region, "aws_region", placeholders.region);
	const settings: Record<string, JsonValue> = {
		inferenceProvider: "bedrock",
		inferenceBedrockRegion: region,
		inferenceModels: modelsOf(profile, region, say),
		isClaudeCodeForDesktopEnabled: true,
		isDesktopExtensionEnabled: true,
		isDesktopExtensionSignatureRequired: true,
		isLocalDevMcpEnabled: true,
		...signIn[profile.auth](profile, { orElse, say, region }),
		...monitoring(profile, say),
		...search(profile, say),
	};
	for (const member of profile.others) say(member, "has no equal in a deployment; it is left out");
	const values = [...Object.entries(settings), ...Object.entries(profile.extra)];
	const platform = platformOf(profile.platform);
	return { carried: { ...(platform && { platform }), scope: "machine", values }, problems };
}

interface Saying {
	readonly say: (member: string, message: string) => void;
	readonly orElse: (value: string | undefined, member: string, placeholder: string) => string;
	readonly region: string;
}

const signIn: Readonly<Record<CcwbProfile["auth"], (profile: CcwbProfile, saying: Saying) => JsonObject>> = {
	idc: ({ startUrl, accountId, permissionSet, identityCenterRegion }, { orElse, region }) => ({
		inferenceCredentialKind: "interactive",
		inferenceBedrockSsoStartUrl: orElse(startUrl, "idc_start_url", placeholders.startUrl),
		inferenceBedrockSsoRegion: identityCenterRegion ?? region,
		inferenceBedrockSsoAccountId: orElse(accountId, "idc_account_id", placeholders.accountId),
		inferenceBedrockSsoRoleName: orElse(permissionSet, "idc_permission_set_name", placeholders.permissionSet),
	}),
	oidc({ name, credentials, helperTtlSeconds }, { say }) {
		if (credentials === "profile") return awsProfile(name);
		say(
			"cowork_credential_mode",
			`ran a program in each user's home, which settings cannot name; install it as ${placeholders.helper}, on Windows as ${placeholders.windowsHelper}, or sign in by identityCenter without a program`,
		);
		return {
			inferenceCredentialKind: "helper-script",
			inferenceCredentialHelper: placeholders.helper,
			inferenceCredentialHelperWindows: placeholders.windowsHelper,
			inferenceCredentialHelperTtlSec: helperTtlSeconds,
			inferenceCredentialHelperSilentRefreshEnabled: true,
		};
	},
	none: ({ name }) => awsProfile(name),
};

/** The tool writes a stanza of the profile's name into the AWS configuration of each user. */
function awsProfile(name: string): JsonObject {
	return { inferenceCredentialKind: "vendor-profile", inferenceBedrockProfile: name };
}

/** Calls stay in the geography of their region unless the profile says otherwise. */
const geographies: Readonly<Record<string, string>> = {
	us: "us",
	europe: "eu",
	eu: "eu",
	apac: "apac",
	ap: "apac",
	global: "global",
};

function modelsOf({ model, modelArns, spread }: CcwbProfile, region: string, say: Saying["say"]): JsonValue {
	const arns = Object.entries(modelArns).map(([tier, name]) => ({ name, anthropicFamilyTier: tier }));
	if (arns.length > 0) return arns;
	if (model !== undefined) return [model];
	const prefix = geographies[spread ?? region.replace(/-.*/, "")] ?? "global";
	const named = `${prefix}.anthropic.claude-sonnet-5`;
	say(
		"selected_model",
		`is not in the profile, which left the choice to the app; ${named} stands for it, list what people may use`,
	);
	return [named];
}

function monitoring({ monitoring: mode, collector, collectorToken }: CcwbProfile, say: Saying["say"]): JsonObject {
	if (mode === "none") return {};
	const endpoint = mode === "sidecar" ? "http://localhost:4318" : collector;
	if (endpoint === undefined) {
		say(
			"otel_collector_endpoint",
			"is not in the profile; take it from the output CollectorEndpoint of its stack and set otlpEndpoint",
		);
		return {};
	}
	if (mode === "sidecar") say("monitoring_mode", "sends to a program on the device, which stays to be installed there");
	return {
		otlpEndpoint: endpoint,
		otlpProtocol: "http/protobuf",
		...(collectorToken !== undefined && { otlpHeaders: { "X-Cowork-Token": collectorToken } }),
	};
}

function search({ searchUrl, searchHelper }: CcwbProfile, say: Saying["say"]): JsonObject {
	if (searchUrl === undefined) return {};
	if (searchHelper === undefined) {
		say(
			"websearch_headers_helper_path",
			"is a program in each user's home, which settings cannot name; the search server is left out",
		);
		return {};
	}
	const server = {
		name: "agentcore-websearch",
		transport: "http",
		url: searchUrl,
		headersHelper: searchHelper,
		headersHelperTtlSec: 900,
	};
	return { managedMcpServers: [server] };
}

function platformOf(written: string | undefined): Platform | undefined {
	if (written?.startsWith("macos")) return "macos";
	if (written?.startsWith("windows")) return "windows";
	return written?.startsWith("linux") ? "linux" : undefined;
}
