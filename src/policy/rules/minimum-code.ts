import { codeFactsEdition } from "../../claude-code/code-setting.js";
import { error } from "../../problem.js";
import { text } from "../../shape/build.js";
import { type AppVersion, compareVersions, isAppVersion, versionOf } from "../../version.js";
import { eachCodeGroup } from "../each-code-group.js";
import { parameters } from "../parameters.js";
import { definePolicyRule } from "../policy-rule.js";

const key = "requiredMinimumVersion";
const version = text((value) =>
	isAppVersion(value)
		? []
		: [error("code-version", [], `is no version; expected three numbers such as "${codeFactsEdition.program}"`)],
);

/** https://code.claude.com/docs/en/settings-reference#requiredminimumversion */
export const minimumCode = definePolicyRule<{ readonly version: AppVersion }>({
	id: "minimum-code",
	title: "no Claude Code starts that is older than one that is still accepted",
	why: "An older program does not know newer settings, so that what they close stays open there, and lacks what was mended since.",
	fix: "Set requiredMinimumVersion to the version, once devices have it.",
	severity: "error",
	parameters: parameters({
		version: { shape: version, summary: "Oldest version that is accepted, such as `2.1.238`.", required: true },
	}),
	check: (deployment, { version: accepted }) =>
		eachCodeGroup(deployment, (code) => {
			const oldest = versionOf(code.value(key));
			if (oldest !== undefined && compareVersions(oldest, accepted) >= 0) return [];
			const says = oldest === undefined ? "lets every Claude Code start" : `lets Claude Code ${oldest} start`;
			return [code.ofSetting(key, `${says}; ${accepted} is the oldest accepted`)];
		}),
});
