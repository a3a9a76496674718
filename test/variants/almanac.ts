import { keyNames } from "../../src/configuration/catalogue.js";
import { made } from "../../src/outcome.js";
import type { ProfileTemplate } from "../../src/profiles/format.js";

/** A template that is an archive, for administrators on Windows; no other file knows of it. */
export const almanac: ProfileTemplate<Record<never, never>> = {
	title: "Almanac",
	docs: "https://example.com/almanac",
	evidence: "the vendor's page alone",
	platforms: ["windows"],
	byDefault: false,
	options: {},
	examples: { plain: {} },
	async render({ identity, platform }) {
		// Loaded only where the template is asked for.
		const { strToU8, zipSync } = await import("fflate");
		const entries = {
			"keys.txt": strToU8(keyNames.join("\n")),
			"for.txt": strToU8(`${identity.deployment} on ${platform}`),
		};
		const content = zipSync(entries, { mtime: "2000-01-01T00:00:00" });
		return made([{ name: "almanac.zip", mediaType: "application/zip", content }]);
	},
};
