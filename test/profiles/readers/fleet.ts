import { expect } from "vitest";
import { readPlists } from "../../support/plists.js";
import { python, pythonHas } from "../../support/python.js";
import { payloadSettings } from "../payload-settings.js";
import { fileOf, type ProfileReader } from "../reader.js";

const script = `
import yaml

def answer(documents):
    return [yaml.safe_load(base64.b64decode(each)) for each in documents]
`;

interface GitOps {
	readonly controls: { readonly apple_settings: { readonly configuration_profiles: readonly Entry[] } };
}

interface Entry {
	readonly path: string;
	readonly labels_include_any?: readonly string[];
	readonly labels_exclude_any?: readonly string[];
}

export const reader: ProfileReader = {
	needs: "python3-yaml",
	isHere: pythonHas("yaml", "plistlib"),
	carries: "texts",
	read(profiles) {
		const documents = profiles.map((files) => Buffer.from(fileOf(files, "fleet.yml")).toString("base64"));
		const named = (python(script, documents) as readonly GitOps[]).map(({ controls }, index) => {
			const [entry, ...others] = controls.apple_settings.configuration_profiles;
			if (!entry || others.length > 0) throw new Error("expected one profile");
			const { path, ...labels } = entry;
			expect([{}, { labels_include_any: ["Claude pilot"], labels_exclude_any: ["Kiosk", "Lab: 2"] }]).toContainEqual(
				labels,
			);
			return fileOf(profiles[index] ?? [], path);
		});
		return readPlists(named).map(payloadSettings);
	},
};
