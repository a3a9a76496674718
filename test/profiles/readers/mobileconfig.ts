import { needsPlistlib, readPlists } from "../../support/plists.js";
import { payloadSettings } from "../payload-settings.js";
import { fileOf, type ProfileReader } from "../reader.js";

export const reader: ProfileReader = {
	...needsPlistlib,
	carries: "texts",
	read: (profiles) => readPlists(profiles.map((files) => fileOf(files))).map(payloadSettings),
};
