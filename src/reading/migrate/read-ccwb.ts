import { isJsonObject, type JsonObject } from "../../json.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { below, error, type Problem } from "../../problem.js";
import { readJsonObject } from "../../profiles/json-document.js";
import { shownName } from "../describe/credential-text.js";
import type { NamedFile, ReadSettings } from "../read-device-file.js";
import { withShownNames } from "../shown-names.js";
import { ccwbProfile } from "./ccwb-profile.js";
import { ccwbSettings } from "./ccwb-settings.js";

/** Members of which every profile of the guidance has one. */
const typical = [
	"aws_region",
	"provider_domain",
	"okta_domain",
	"auth_type",
	"auth",
	"identity_pool_name",
	"sso_enabled",
];

const title = "Profile of the guidance for Claude Code with Amazon Bedrock";

/** What profiles of the guidance gave devices: of a profile's own file, or of the configuration of a package. */
export function readCcwb(files: readonly NamedFile[]): Outcome<readonly ReadSettings[]> {
	const read: ReadSettings[] = [];
	const problems: Problem[] = [];
	for (const { name, bytes } of files) {
		const document = readJsonObject(bytes);
		if (!document.value) {
			problems.push(...document.problems.map((each) => ({ ...each, path: [name] })));
			continue;
		}
		for (const [given, written] of profilesOf(name, document.value)) {
			const profile = shownName(given);
			const { carried, problems: ofProfile } = ccwbSettings(ccwbProfile(profile, written));
			read.push({ file: profile, title, carried: withShownNames(carried) });
			problems.push(...ofProfile.map((problem) => below([profile], problem)));
		}
	}
	// One that cannot be read stands in nobody's way but its own.
	if (read.length > 0) return made(read, problems.map(asWarning));
	if (problems.length > 0) return { problems };
	const message =
		"holds no profile of the guidance; expected ~/.ccwb/profiles/<name>.json, or the config.json of a package";
	return refused(error("no-profile", [], message));
}

function asWarning(problem: Problem): Problem {
	return { ...problem, severity: "warning" };
}

function profilesOf(file: string, document: JsonObject): (readonly [string, JsonObject])[] {
	const own = file.replace(/^.*[\\/]/, "").replace(/\.json$/i, "");
	if (typical.some((member) => Object.hasOwn(document, member))) return [[own, document]];
	const inside = isJsonObject(document.profiles) ? document.profiles : document;
	return Object.entries(inside).flatMap(([name, written]) =>
		isJsonObject(written) && typical.some((member) => Object.hasOwn(written, member)) ? [[name, written] as const] : [],
	);
}
