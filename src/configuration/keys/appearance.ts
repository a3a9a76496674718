import { flag, structure, text } from "../managed-key.js";
import { banner } from "../structures/banner.js";

const branding = { section: "Appearance", group: "Branding", alsoOn: ["configuration-changelog"] } as const;
const notices = { section: "Appearance", group: "Notices", alsoOn: ["configuration-changelog"] } as const;

/** What users see of the organisation, and notices. */
export const appearanceKeys = {
	endUserAttribution: flag({
		section: "Appearance",
		group: "Identity display",
		summary: "Whether OpenTelemetry records name the user.",
		since: "1.25927.0",
		default: true,
		alsoOn: ["configuration-changelog", "telemetry#user-attribution"],
	}),
	deploymentDisplayName: text({
		...branding,
		summary: "Name of the organisation in the app.",
		since: "1.24012.0",
		max: 60,
	}),
	deploymentDisplaySubtitle: text({
		...branding,
		summary: "Line below deploymentDisplayName.",
		since: "1.24012.0",
		max: 60,
	}),
	disableConfigDeprecationWarnings: flag({
		...notices,
		summary: "Hides warnings about deprecated configuration.",
		since: "1.40609.0",
		defaultNote: "false, inferred",
	}),
	disableFeatureDiscovery: flag({
		...notices,
		summary: "Hides announcements of features.",
		since: "1.21459.0",
		default: false,
		restricts: "when true",
	}),
	banner: structure(
		"object",
		{
			section: "Appearance",
			group: "Banner",
			summary: "Banner across the window.",
			since: "1.7196.0",
			alsoOn: ["configuration-changelog"],
		},
		banner,
	),
};
