import { lineProblems } from "../../../configuration/values/text.js";
import { error } from "../../../problem.js";
import { object, text, words } from "../../../shape/build.js";
import { countryCodes } from "./country-codes.js";

/**
 * What Anthropic is told of an organisation may say of its trade; Azure takes it in small letters alone.
 * https://github.com/Azure-Samples/claude
 */
export const industries = [
	"technology",
	"finance",
	"healthcare",
	"education",
	"retail",
	"manufacturing",
	"government",
	"media",
	"other",
] as const;

const country = text((code) => {
	if (countryCodes.has(code)) return [];
	return [error("country-code", [], "is no country's code of ISO 3166-1; expected two capitals such as US, SE or GB")];
});

/**
 * Who uses the models, which Azure tells Anthropic with each deployment and without which it deploys none.
 * https://github.com/Azure/azure-rest-api-specs/issues/43610
 */
export const providerDataShape = object(
	{
		organization: { shape: text(lineProblems), summary: "Legal name of the organisation.", required: true },
		country: { shape: country, summary: "Its country, by ISO 3166-1: two capitals.", required: true },
		industry: { shape: words(industries), summary: "Its trade, in small letters.", required: true },
	},
	{
		name: "FoundryProviderData",
		summary:
			"What Anthropic is told of who uses its models. To deploy with it accepts Anthropic's terms for the organisation.",
	},
);
