import { list, words } from "../../shape/build.js";
import { eachGroup } from "../each-group.js";
import { parameters } from "../parameters.js";
import { definePolicyRule } from "../policy-rule.js";

/** What the app sends of itself, by class of data, with the key that closes it. */
const classes = {
	crashReports: { key: "disableEssentialTelemetry", data: "crash reports and performance timings" },
	usageAnalytics: { key: "disableNonessentialTelemetry", data: "analytics of how people use the app" },
	siteIcons: { key: "disableNonessentialServices", data: "requests for site icons and artifact previews" },
} as const;

type DataClass = keyof typeof classes;

/** https://claude.com/docs/third-party/claude-desktop/telemetry */
export const telemetry = definePolicyRule<{ readonly allow: readonly DataClass[] }>({
	id: "telemetry",
	title: "only those classes of data leave for Anthropic and its processors that are allowed",
	why: "Each class tells outsiders something of devices and of what people do with them; which of them may leave is for the organisation to say.",
	fix: "Set the key to true, which closes its class, or allow the class.",
	severity: "error",
	parameters: parameters({
		allow: {
			shape: list(words(Object.keys(classes))),
			summary: `Classes that may leave: ${Object.entries(classes)
				.map(([word, { data }]) => `\`${word}\` (${data})`)
				.join(", ")}.`,
			default: [],
		},
	}),
	check: (deployment, { allow }) =>
		eachGroup(deployment, (group) =>
			Object.entries(classes).flatMap(([word, { key, data }]) =>
				allow.some((each) => each === word) || group.value(key) === true
					? []
					: [group.ofKey(key, `lets ${data} leave (${word})`)],
			),
		),
});
