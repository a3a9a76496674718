import { error } from "../../problem.js";
import { text } from "../../shape/build.js";
import { type AppVersion, compareVersions, isAppVersion, newestKnownVersion, versionOf } from "../../version.js";
import { parameters } from "../parameters.js";
import { definePolicyRule } from "../policy-rule.js";

const version = text((value) =>
	isAppVersion(value)
		? []
		: [error("app-version", [], `is no app version; expected three numbers such as "${newestKnownVersion}"`)],
);

export const minimumApp = definePolicyRule<{ readonly version: AppVersion }>({
	id: "minimum-app",
	title: "the fleet has no app older than one that is still accepted",
	why: "An older app does not know newer keys, so that what they close stays open there, and lacks what was mended since.",
	fix: "Update the devices, and then write their oldest version to app.minimumVersion.",
	severity: "error",
	parameters: parameters({
		version: { shape: version, summary: "Oldest version that is accepted, such as `1.46388.1`.", required: true },
	}),
	check: ({ app }, { version: accepted }) => {
		const oldest = versionOf(app.minimumVersion);
		if (oldest !== undefined && compareVersions(oldest, accepted) >= 0) return [];
		const says = oldest === undefined ? "the oldest app of the fleet is not stated" : `the fleet has app ${oldest}`;
		return [
			{
				subject: "app.minimumVersion",
				says: `${says}; ${accepted} is the oldest accepted`,
				at: { path: "app.minimumVersion" },
			},
		];
	},
});
