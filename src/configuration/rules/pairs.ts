import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** Keys that do nothing, or mislead, without another key. */
const companions: readonly { readonly keys: readonly string[]; readonly need: string; readonly because: string }[] = [
	{
		keys: ["inferenceMaxTokensPerWindow"],
		need: "inferenceTokenWindowHours",
		because: "a cap has no window without it",
	},
	{
		keys: ["inferenceTokenWindowHours"],
		need: "inferenceMaxTokensPerWindow",
		because: "a window has no cap without it",
	},
	{ keys: ["deploymentDisplaySubtitle"], need: "deploymentDisplayName", because: "the subtitle stands below it" },
	{
		keys: [
			"otlpProtocol",
			"otlpHeaders",
			"otlpAuthMode",
			"otlpHeadersHelper",
			"otlpResourceAttributes",
			"otlpDesktopLogLevel",
			"otlpContentCapture",
			"otlpTracesEnabled",
		],
		need: "otlpEndpoint",
		because: "nothing is exported without it",
	},
	{
		keys: ["bootstrapOidc", "bootstrapHeaders", "bootstrapHeadersHelper", "trustBootstrapDelivery"],
		need: "bootstrapUrl",
		because: "nothing is fetched without it",
	},
	{
		keys: ["inferenceCredentialHelperArgs"],
		need: "inferenceCredentialHelper",
		because: "there is nothing to pass them to",
	},
];

const ssoKeys = [
	"inferenceBedrockSsoStartUrl",
	"inferenceBedrockSsoRegion",
	"inferenceBedrockSsoAccountId",
	"inferenceBedrockSsoRoleName",
];

function lonely(view: ConfigurationView): Problem[] {
	return companions.flatMap(({ keys, need, because }) =>
		view.has(need)
			? []
			: keys.filter((key) => view.has(key)).map((key) => view.error(key, `needs ${need}: ${because}`)),
	);
}

function pricing(view: ConfigurationView): Problem[] {
	if (view.value("inferenceModelPricingEnabled") === true) return [];
	return ["inferenceModelPricing", "inferenceModelPricingMultiplier"]
		.filter((key) => view.has(key))
		.map((key) => view.error(key, "needs inferenceModelPricingEnabled: true; prices are not shown without it"));
}

function singleSignOn(view: ConfigurationView): Problem[] {
	const missing = ssoKeys.filter((key) => !view.has(key));
	const [present] = ssoKeys.filter((key) => view.has(key));
	if (!present || missing.length === 0) return [];
	return [
		view.error(
			present,
			`needs ${missing.join(", ")}; the four inferenceBedrockSso keys are set together or not at all`,
		),
	];
}

/** Pairs of configuration.md section 7: https://claude.com/docs/third-party/claude-desktop/configuration */
export const pairRules: readonly Rule[] = [lonely, pricing, singleSignOn];
