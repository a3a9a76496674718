import { error } from "../problem.js";
import { digestForm } from "../publication/digest-shape.js";
import { list, map, object, text, textMatching } from "../shape/build.js";
import type { Member, ObjectShape, Rule } from "../shape/shape.js";
import { isPem } from "../signing/sign-options.js";
import { nameShape } from "./name-shape.js";

const digest = textMatching(
	"revision-digest",
	digestForm,
	"is no digest of a revision; expected 64 hexadecimal digits in lower case, as pulumi-cowork rings prints them",
);

/** `rings` of a group, or what holds the rings of what serves every group. */
export function heldRingsMember(whose: string): Member {
	return {
		shape: map(
			object({
				hold: { shape: digest, summary: "Digest of the revision that the ring stays at.", required: true },
			}),
			{ names: nameShape },
		),
		summary: `Rings of ${whose} that are held at a revision, by ring.`,
		defaultNote: "each follows the newest revision",
	};
}

const distinct: Rule<readonly unknown[]> = (rings) =>
	rings.flatMap((ring, index) =>
		rings.indexOf(ring) < index ? [error("duplicate", [index], "is given twice; keep one")] : [],
	);

/** What `publish` says besides the blocks of stores. */
export const publishMembers: Readonly<Record<string, Member>> = {
	rings: {
		shape: list(nameShape, { minItems: 1, rules: [distinct] }),
		summary: "Who gets a new revision first, and who later, in order.",
		defaultNote: "one ring, `all`; a local folder keeps the bundle as it is",
	},
	sign: {
		shape: object({
			key: {
				shape: text(isPem),
				summary: "File of an Ed25519 key in PEM (PKCS #8), or the key itself as a secret.",
				required: true,
				secretsInside: true,
			},
			publicKeys: {
				shape: list(text(), { minItems: 1, rules: [distinct] }),
				summary:
					"Files of Ed25519 keys in PEM (SubjectPublicKeyInfo), that of key among them: where revisions are read, each has to be signed by one of them.",
				defaultNote: "signatures are not verified",
			},
		}),
		summary: "Signs the manifest of each revision, so that whoever reads it need not trust the store.",
		defaultNote: "it is not signed",
	},
	perimeter: heldRingsMember("what serves every group"),
};

export function publishShape(stores: ObjectShape): ObjectShape {
	return object({ ...publishMembers, ...stores.members });
}
