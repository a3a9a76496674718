import { type BundleFile, sha256, textFile } from "../../src/bundle/bundle.js";
import { listFile, manifest } from "../../src/bundle/manifest.js";
import type { WantedFile } from "../../src/files/wanted-file.js";
import { prettyJson } from "../../src/json.js";

/** A bundle of these files by their text, those below `secret/` sensitive, with its manifest at the end. */
export function bundleOf(texts: Readonly<Record<string, string>>): WantedFile[] {
	const files = Object.entries(texts).map(
		([path, text]): BundleFile => ({ ...textFile(path, "text/plain", text), sensitive: path.startsWith("secret/") }),
	);
	const listing = manifest("0".repeat(64), files.map(listFile), []);
	const all = [...files, textFile("manifest.json", "application/json", prettyJson(listing))];
	return all.map((file) => ({ ...file, sha256: sha256(file.content) }));
}
