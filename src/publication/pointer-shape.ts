import { made, type Outcome, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";
import { flag, integer, object, text } from "../shape/build.js";
import { digestShape } from "./digest-shape.js";
import { manifestKey, type PublishedScope, publishedScope } from "./layout.js";
import type { RingPointer } from "./pointer.js";
import { readStoredJson } from "./stored-json.js";

/** `current.json` of a ring. */
export const pointerShape = object(
	{
		schemaVersion: { shape: integer({ min: 1, max: 1 }), summary: "Version of this form.", required: true },
		deployment: { shape: text(), summary: "Name of the deployment.", required: true },
		group: { shape: text(), summary: "Name of the group.", defaultNote: "what serves every group" },
		ring: { shape: text(), summary: "Name of the ring.", required: true },
		revision: {
			shape: digestShape,
			summary: "SHA-256 of the revision's manifest.json, in hexadecimal digits.",
			required: true,
		},
		manifest: { shape: text(), summary: "Key of manifest.json, below the prefix of the store.", required: true },
		held: {
			shape: flag,
			summary: "Whether the ring is held at this revision; otherwise it follows the newest.",
			required: true,
		},
		replaces: {
			shape: digestShape,
			summary: "The revision that the ring had before.",
			defaultNote: "none, or nobody has looked",
		},
		owner: { shape: text(), summary: "Who published it: project, stack and resource.", required: true },
	},
	{ name: "RingPointer", summary: "Which revision the devices of a ring are to have." },
);

/** Bytes; it has some hundred. */
export const largestPointer = 64 * 1024;

/** What a pointer that stands at a ring's key says, held to be of that ring and to lead nowhere else. */
export function readPointer(content: Uint8Array, scope: PublishedScope, ring: string): Outcome<RingPointer> {
	const { value, problems } = readStoredJson(pointerShape, content);
	if (value === undefined) return refused(...problems);
	// Its form was checked against the shape, which says the same.
	const { deployment, group, revision, manifest, held, replaces, owner } = value as RingPointer;
	const pointer: RingPointer = {
		schemaVersion: 1,
		...publishedScope(deployment, group),
		ring: (value as RingPointer).ring,
		revision,
		manifest,
		held,
		...(replaces !== undefined && { replaces }),
		owner,
	};
	const strange = strangeMembers(pointer, scope, ring);
	return strange.length > 0 ? refused(...strange) : made(pointer);
}

/** A pointer that was copied from elsewhere, or that leads there. */
function strangeMembers(pointer: RingPointer, scope: PublishedScope, ring: string): Problem[] {
	const expected = { ...scope, group: scope.group, ring, manifest: manifestKey(scope, pointer.revision) };
	return (["deployment", "group", "ring", "manifest"] as const)
		.filter((member) => pointer[member] !== expected[member])
		.map((member) => {
			const wanted = expected[member];
			const message = wanted === undefined ? "is none of a perimeter's" : `leads elsewhere; expected ${wanted}`;
			return error("other-place", [member], message);
		});
}
