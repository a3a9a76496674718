import { aroundPart, needsPlistlib, readPlists } from "../../support/plists.js";
import { withoutDescribedPayload } from "../payload-settings.js";
import { fileOf, type ProfileReader } from "../reader.js";

export const reader: ProfileReader = {
	...needsPlistlib,
	carries: "texts",
	read: (profiles) =>
		readPlists(profiles.map((files) => aroundPart(fileOf(files), "", ""))).map(withoutDescribedPayload),
};
