import { expect } from "vitest";
import { powershellParser, valuesInHash } from "../../support/powershell.js";
import { fileOf, type ProfileReader } from "../reader.js";

const parse = await powershellParser();

export const reader: ProfileReader = {
	needs: "nothing that npm does not install",
	isHere: true,
	carries: "texts",
	read: (profiles) =>
		profiles.map((files) => {
			const [detected, remedied] = ["Claude-detect.ps1", "Claude-remediate.ps1"].map((name) =>
				valuesInHash(parse(Buffer.from(fileOf(files, name)).toString("latin1"))),
			);
			expect(detected).toEqual(remedied);
			return remedied ?? {};
		}),
};
