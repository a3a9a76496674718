import { aroundPart, needsPlistlib, readPlists } from "../../support/plists.js";
import { type Found, fileOf, type ProfileReader } from "../reader.js";

export const reader: ProfileReader = {
	...needsPlistlib,
	carries: "texts",
	read: (profiles) =>
		readPlists(profiles.map((files) => aroundPart(fileOf(files), "<dict>", "</dict>"))) as readonly Found[],
};
