import { compareText } from "../json.js";
import type { Bundle, RenderedPart } from "./bundle.js";
import { listFile, type ManifestMarks, manifestFile } from "./manifest.js";

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
	return {
		deployment,
		files: [...files, manifestFile(inputDigest, listed, omitted, marks)],
		digests: Object.fromEntries(listed.map(({ path, sha256 }) => [path, sha256])),
		omitted,
	};
}
