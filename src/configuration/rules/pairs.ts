import type { Problem } from "../../problem.js";
import { fleetMeets } from "../../version.js";
import type { ConfigurationView, Rule } from "./rule.js";

interface Companion {
	readonly keys: readonly string[];
	readonly need: string;
	/** What is the case without it. */
	readonly without: string;
	/** Whether what was asked for is lost with it, and not only its details. */
	readonly lost: boolean;
}

/** Keys that do nothing, or mislead, without another key. */
const companions: readonly Companion[] = [
	{ keys: ["inferenceMaxTokensPerWindow"], need: "inferenceTokenWindowHours", without: "there is no cap", lost: true },
	{ keys: ["inferenceTokenWindowHours"], need: "inferenceMaxTokensPerWindow", without: "there is no cap", lost: true },
	{
		keys: ["deploymentDisplaySubtitle"],
		need: "deploymentDisplayName",
		without: "the subtitle is not shown",
		lost: false,
	},
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
		lost: false,
	},
	{
		keys: ["bootstrapOidc", "bootstrapHeaders", "bootstrapHeadersHelper", "trustBootstrapDelivery"],
		need: "bootstrapUrl",
		without: "nothing is fetched",
		lost: true,
	},
];

function lonely(view: ConfigurationView): Problem[] {
	return companions.flatMap(({ keys, need, without, lost }) => {
		if (view.has(need)) return [];
		const message = `needs ${need}, without which ${without}; add that or remove this`;
		const given = keys.filter((key) => view.has(key));
		return given.map((key) =>
			lost ? view.error("needs-companion", key, message) : view.warning("no-effect", key, message),
		);
	});
}

function pricing(view: ConfigurationView): Problem[] {
	const needed = fleetMeets(view.configuration.fleet, { since: "1.44121.1" });
	if (!needed || view.value("inferenceModelPricingEnabled") === true) return [];
	const message =
		"needs inferenceModelPricingEnabled: true, without which no prices are shown; add that or remove this";
	return ["inferenceModelPricing", "inferenceModelPricingMultiplier"]
		.filter((key) => view.has(key))
		.map((key) => view.warning("no-effect", key, message));
}

/** Keys that go together, but for those of one way to sign in: https://claude.com/docs/third-party/claude-desktop/configuration */
export const pairRules: readonly Rule[] = [lonely, pricing];
