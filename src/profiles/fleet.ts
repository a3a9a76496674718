import { made } from "../outcome.js";
import { list, textMatching } from "../shape/build.js";
import { configurationProfile } from "./configuration-profile.js";
import type { ProfileFormat } from "./format.js";
import { hashIntroduction } from "./profile-name.js";
import { linesFile } from "./text-file.js";

export interface FleetOptions {
	/** Label of the hosts that get a group's profile, with `{group}` for the group's name. @default - every host of the fleet */
	readonly label?: string;
	/** Labels of hosts that do not get it although they are otherwise meant. @default - none */
	readonly excludedLabels?: readonly string[];
}

const yamlName = "fleet.yml";
const profileName = "fleet.mobileconfig";

/** `fleetctl` puts variables of the environment in the place of a dollar with a name. */
const labelText = textMatching(
	"fleet-label",
	/^[^$\p{C}\u2028\u2029]+$/u,
	"is no label that fleetctl reads as it is written; expected text on one line without dollars",
);

/** GitOps of Fleet: the lines for the file of a fleet, and the configuration profile that they name. */
export const fleet: ProfileFormat<FleetOptions> = {
	title: "Fleet GitOps",
	docs: "https://fleetdm.com/docs/configuration/yaml-files#controls",
	evidence: "read by PyYAML and Python's plistlib; Fleet's own check needs a server",
	platforms: ["macos"],
	byDefault: false,
	options: {
		label: {
			shape: labelText,
			summary: "Label of the hosts that get a group's profile, with {group} for the group's name.",
			defaultNote: "every host of the fleet gets it",
		},
		excludedLabels: {
			shape: list(labelText),
			summary: "Labels of hosts that do not get it although they are otherwise meant.",
			default: [],
		},
	},
	handling: {
		imports: [{ tool: "Fleet", step: "put both files beside each other into its repository" }],
		removal: "take the profile out of the repository",
	},
	examples: {
		plain: {},
		labelled: { label: "Claude {group}", excludedLabels: ["Kiosk", "Lab: 2"] },
	},
	fileNames: () => [yamlName, profileName],

	render(profile, { label, excludedLabels = [] }) {
		const { value: content, problems } = configurationProfile(profile);
		if (!content) return { problems };
		const { group } = profile.identity;
		const lines = [
			...hashIntroduction("Delivers the settings of Claude Desktop", profile),
			"# For the file of the fleet that its devices are in.",
			"controls:",
			"  apple_settings:",
			"    configuration_profiles:",
			`      - path: ${profileName}`,
			...labels("labels_include_any", label === undefined ? [] : [label.replaceAll("{group}", group)]),
			...labels("labels_exclude_any", excludedLabels),
		];
		return made([
			linesFile(yamlName, "application/yaml", lines),
			{ name: profileName, mediaType: "application/x-apple-aspen-config", content },
		]);
	},
};

function labels(name: string, values: readonly string[]): readonly string[] {
	if (values.length === 0) return [];
	// A JSON text is a text of YAML.
	return [`        ${name}:`, ...values.map((value) => `          - ${JSON.stringify(value)}`)];
}
