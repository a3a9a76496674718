import { compareText, prettyJson } from "../json.js";
import { type Bundle, type RenderedPart, textFile } from "./bundle.js";
import { listFile, type ManifestMarks, manifest, manifestPath } from "./manifest.js";

/** What was rendered, in order of paths, with the manifest that lists it. */
export function assembleBundle(
	deployment: string,
	inputDigest: string,
	rendered: RenderedPart,
	marks: ManifestMarks = {},
): Bundle {
	const byPath = (a: { readonly path: string }, b: { readonly path: string }) => compareText(a.path, b.path);
	const files = [...rendered.files].sort(byPath);
	const omitted = [...rendered.omitted].sort(byPath);
	const listed = files.map(listFile);
	const listing = manifest(inputDigest, listed, omitted, marks);
	return {
		deployment,
		files: [...files, textFile(manifestPath, "application/json", prettyJson(listing))],
		digests: Object.fromEntries(listed.map(({ path, sha256 }) => [path, sha256])),
		omitted,
	};
}
