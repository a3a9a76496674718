import { powershellParser, valuesInHash } from "../../support/powershell.js";
import { fileOf, type ProfileReader } from "../reader.js";

const parse = await powershellParser();

export const reader: ProfileReader = {
	needs: "nothing that npm does not install",
	isHere: true,
	carries: "texts",
	read: (profiles) => profiles.map((files) => valuesInHash(parse(Buffer.from(fileOf(files)).toString("latin1")))),
};
