import { canMerge, mergedInto } from "../../support/hive.js";
import { type Found, fileOf, type ProfileReader } from "../reader.js";

export const reader: ProfileReader = {
	needs: "hivexregedit and python3-hivex",
	isHere: canMerge,
	carries: "texts",
	// Its time grows with the square of a value; longer ones are read by Wine.
	mostCharacters: 20_000,
	read: (profiles) =>
		mergedInto(
			"Policies\\Claude",
			profiles.map((files) => fileOf(files)),
		).map((found): Found => found ?? {}),
};
