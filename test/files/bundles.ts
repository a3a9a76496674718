import { type BundleFile, sha256, textFile } from "../../src/bundle/bundle.js";
import { listFile, manifestFile } from "../../src/bundle/manifest.js";
import type { WantedFile } from "../../src/files/wanted-file.js";

/** A bundle of these files by their text, those below `secret/` sensitive, with its manifest at the end. */
export function bundleOf(texts: Readonly<Record<string, string>>): WantedFile[] {
	const files = Object.entries(texts).map(
		([path, text]): BundleFile => ({ ...textFile(path, "text/plain", text), sensitive: path.startsWith("secret/") }),
	);
	const all = [...files, manifestFile("0".repeat(64), files.map(listFile), [])];
	return all.map((file) => ({ ...file, sha256: sha256(file.content) }));
}
