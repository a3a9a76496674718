import { sha256 } from "../bundle/bundle.js";
import { isInside } from "../files/inside.js";
import { isObject } from "../json.js";
import { made, type Outcome, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";
import { flag, integer, list, object, text } from "../shape/build.js";
import { digestShape } from "./digest-shape.js";
import { type PublishedScope, revisionManifest, revisionSignature } from "./layout.js";
import type { RevisionManifest } from "./revision.js";
import { readStoredJson } from "./stored-json.js";

const filePath = text((path) =>
	isInside(path) && path !== revisionManifest && path !== revisionSignature
		? []
		: [error("outside", [], "leads out of the revision, or to what says what it is")],
);

const fileShape = object(
	{
		path: { shape: filePath, summary: "Key below the folder of the revision.", required: true },
		sha256: { shape: digestShape, summary: "SHA-256 of its bytes, in hexadecimal digits.", required: true },
		bytes: { shape: integer({ min: 0 }), summary: "How many bytes it has.", required: true },
		mediaType: { shape: text(), summary: "What it is.", required: true },
		sensitive: {
			shape: flag,
			summary: "Whether it carries a secret: it has the same key in the place for such files.",
			required: true,
		},
	},
	{ name: "RevisionFile", summary: "A file of a revision." },
);

/** `manifest.json` of a revision. */
export const revisionShape = object(
	{
		schemaVersion: { shape: integer({ min: 1, max: 1 }), summary: "Version of this form.", required: true },
		generator: { shape: text(), summary: "Name and version of what wrote it.", required: true },
		facts: {
			shape: object({
				app: { shape: text(), summary: "The newest version of Claude Desktop that was known.", required: true },
				date: { shape: text(), summary: "The day of that knowledge.", required: true },
			}),
			summary: "How far what it was made with reached.",
			required: true,
		},
		deployment: { shape: text(), summary: "Name of the deployment.", required: true },
		group: { shape: text(), summary: "Name of the group.", defaultNote: "what serves every group" },
		app: {
			shape: object({
				minimumVersion: {
					shape: text(),
					summary: "The oldest version of Claude Desktop that it is for.",
					defaultNote: "the oldest known",
				},
				maximumVersion: {
					shape: text(),
					summary: "The newest version of Claude Desktop that it is for.",
					defaultNote: "the newest known",
				},
			}),
			summary: "Versions of Claude Desktop that it is for.",
			required: true,
		},
		files: {
			shape: list(fileShape, { rules: [differentPaths] }),
			summary: "Every file, in the order of their paths.",
			required: true,
		},
	},
	{ name: "RevisionManifest", summary: "What a revision consists of; its SHA-256 is the revision's name." },
);

/** Bytes; it has some hundred for each file. */
export const largestManifest = 4 * 1024 * 1024;

/** The manifest that stands at a revision's key, held to have that digest and to be of that scope. */
export function readRevision(content: Uint8Array, scope: PublishedScope, revision: string): Outcome<RevisionManifest> {
	const digest = sha256(content);
	if (digest !== revision) return refused(error("altered-manifest", [], `was altered: its digest is ${digest}`));
	const { value, problems } = readStoredJson(revisionShape, content);
	if (value === undefined) return refused(...problems);
	// Its form was checked against the shape, which says the same.
	const manifest = value as RevisionManifest;
	const strange = (["deployment", "group"] as const)
		.filter((member) => manifest[member] !== scope[member])
		.map((member) => error("other-place", [member], "is another one's: somebody has copied it here"));
	return strange.length > 0 ? refused(...strange) : made(manifest);
}

function differentPaths(files: readonly unknown[]): Problem[] {
	const paths = files.flatMap((file) => (isObject(file) ? [file.path] : []));
	return new Set(paths).size < paths.length ? [error("path-twice", [], "lists a path twice")] : [];
}
