import type { Problem } from "../../problem.js";
import { fleetMeets } from "../../version.js";
import type { ConfigurationView, Rule } from "./rule.js";

interface Companion {
	readonly keys: readonly string[];
	readonly need: string;
	/** What is the case without it. */
	readonly without: string;
}

/** Keys that do nothing, or mislead, without another key. */
const companions: readonly Companion[] = [
	{ keys: ["inferenceMaxTokensPerWindow"], need: "inferenceTokenWindowHours", without: "the cap has no window" },
	{ keys: ["inferenceTokenWindowHours"], need: "inferenceMaxTokensPerWindow", without: "the window has no cap" },
	{ keys: ["deploymentDisplaySubtitle"], need: "deploymentDisplayName", without: "the subtitle is not shown" },
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
		without: "nothing is exported",
	},
	{
		keys: ["bootstrapOidc", "bootstrapHeaders", "bootstrapHeadersHelper", "trustBootstrapDelivery"],
		need: "bootstrapUrl",
		without: "nothing is fetched",
	},
];

function lonely(view: ConfigurationView): Problem[] {
	return companions.flatMap(({ keys, need, without }) => {
		if (view.has(need)) return [];
		const message = `needs ${need}, without which ${without}; add that or remove this`;
		return keys.filter((key) => view.has(key)).map((key) => view.error("needs-companion", key, message));
	});
}

function pricing(view: ConfigurationView): Problem[] {
	const needed = fleetMeets(view.configuration.fleet, { since: "1.44121.1" });
	if (!needed || view.value("inferenceModelPricingEnabled") === true) return [];
	const message =
		"needs inferenceModelPricingEnabled: true, without which no prices are shown; add that or remove this";
	return ["inferenceModelPricing", "inferenceModelPricingMultiplier"]
		.filter((key) => view.has(key))
		.map((key) => view.error("needs-companion", key, message));
}

/** Keys that go together, but for those of one way to sign in: https://claude.com/docs/third-party/claude-desktop/configuration */
export const pairRules: readonly Rule[] = [lonely, pricing];
