import { needsPlistlib, readPlists } from "../../support/plists.js";
import { type Found, fileOf, type ProfileReader } from "../reader.js";

export const reader: ProfileReader = {
	...needsPlistlib,
	carries: "texts",
	read: (profiles) => readPlists(profiles.map((files) => fileOf(files))) as readonly Found[],
};
