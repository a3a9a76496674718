import { isJsonObject, type JsonObject, type JsonValue } from "../../json.js";

/** How people sign in, in the guidance's words. */
export type CcwbAuth = "oidc" | "idc" | "none";

/**
 * What a profile of the guidance says, as far as a deployment has words for it.
 * https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock
 */
export interface CcwbProfile {
	readonly name: string;
	readonly auth: CcwbAuth;
	/** Of calls to Bedrock. */
	readonly region?: string;
	/** Set of regions that inference profiles spread over, such as `us`. */
	readonly spread?: string;
	readonly model?: string;
	/** ARNs of application inference profiles, by family. */
	readonly modelArns: Readonly<Record<string, string>>;
	readonly startUrl?: string;
	readonly accountId?: string;
	readonly permissionSet?: string;
	readonly identityCenterRegion?: string;
	/** Whether the app runs a program for credentials, or has a profile of the AWS configuration. */
	readonly credentials: "helper" | "profile";
	readonly helperTtlSeconds: number;
	readonly monitoring: "central" | "sidecar" | "none";
	readonly collector?: string;
	/** A credential. */
	readonly collectorToken?: string;
	readonly platform?: string;
	readonly searchUrl?: string;
	readonly searchHelper?: string;
	/** Managed keys that were set by hand, in the form that its tool writes. */
	readonly extra: JsonObject;
	/** Names of members that are set and that a deployment has no words for. */
	readonly others: readonly string[];
}

/** The profile of a JSON document: that of the tool itself, of its packages, or of a scenario that it tests. */
export function ccwbProfile(name: string, written: JsonObject): CcwbProfile {
	const text = (...names: readonly string[]) =>
		names.map((each) => written[each]).find((value): value is string => typeof value === "string" && value !== "");
	const scenario = (member: string) => {
		const value = written[member];
		return isJsonObject(value) ? value : {};
	};
	const named = {
		region: text("selected_source_region", "aws_region", "region"),
		spread: text("cross_region_profile"),
		model: text("selected_model"),
		startUrl: text("idc_start_url"),
		accountId: text("idc_account_id"),
		permissionSet: text("idc_permission_set_name"),
		identityCenterRegion: text("sso_region"),
		collector: text("otel_collector_endpoint"),
		collectorToken: text("cowork_service_token"),
		platform: text("platform"),
		searchUrl: written.web_search_enabled === true ? text("websearch_gateway_url") : undefined,
		searchHelper: text("websearch_headers_helper_path"),
	};
	const ttl = written.cowork_credential_helper_ttl_sec;
	const extra = written.cowork_3p_extra_keys;
	return {
		...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
		name: text("name") ?? name,
		auth: authOf(written, scenario("auth").type),
		modelArns: Object.fromEntries(
			["opus", "sonnet", "haiku"].flatMap((tier) => {
				const arn = text(`inference_profile_${tier}_arn`);
				return arn === undefined ? [] : [[tier, arn]];
			}),
		),
		credentials: written.cowork_credential_mode === "profile" ? "profile" : "helper",
		helperTtlSeconds: typeof ttl === "number" && ttl > 0 ? ttl : 3500,
		monitoring: monitoringOf(written, scenario("monitoring").mode),
		extra: isJsonObject(extra) ? extra : {},
		others: Object.keys(written).filter((member) => isSet(written[member]) && withoutWords.test(member)),
	};
}

function authOf(written: JsonObject, ofScenario: JsonValue | undefined): CcwbAuth {
	const said = written.auth_type ?? ofScenario ?? (written.sso_enabled === false ? "none" : "oidc");
	if (said === "idc") return "idc";
	return said === "oidc" ? "oidc" : "none";
}

function monitoringOf(written: JsonObject, ofScenario: JsonValue | undefined): CcwbProfile["monitoring"] {
	if (written.monitoring_enabled === false) return "none";
	const said = written.monitoring_mode ?? ofScenario ?? (written.monitoring_enabled === true ? "central" : "none");
	return said === "central" || said === "sidecar" ? said : "none";
}

/** What the guidance provisions or enforces beside the app, and settings of Claude Code. */
const withoutWords =
	/^(?:quota|monthly_|daily_|warning_threshold|burst_|enable_|distribution|codebuild|stack_names|analytics|firehose|metrics_|data_retention|federat|provider_|client_|oidc_|okta_|cognito_|identity_pool|azure_|redirect_port|tags|include_coauthored|settings_target|lock_default|model_alias|max_session|credential_storage|extra_files|config_delivery|cowork_config_delivery|allowed_bedrock_regions|websearch_domain)/;

function isSet(value: JsonValue | undefined): boolean {
	if (value === undefined || value === null || value === "" || value === false || value === 0) return false;
	return typeof value !== "object" || Object.keys(value).length > 0;
}
