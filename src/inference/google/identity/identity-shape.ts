import { flag, object, textMatching } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";

/** https://cloud.google.com/iam/docs/reference/rest/v1/locations.workforcePools */
export const poolId = textMatching(
	"workforce-pool",
	/^(?!gcp-)[a-z][a-z0-9-]{4,61}[a-z0-9]$/,
	"is no id of a workforce pool; expected 6 to 63 lower-case letters, digits and inner hyphens, not beginning with gcp-",
);
export const providerId = textMatching(
	"workforce-provider",
	/^(?!gcp-)[a-z0-9-]{4,32}$/,
	"is no id of a workforce provider; expected 4 to 32 lower-case letters, digits and hyphens, not beginning with gcp-",
);

/** Label of a key where nobody chose one. */
export const defaultKeyLabel = "current";

const label = textMatching(
	"key-label",
	/^[a-z0-9][a-z0-9.-]{0,30}$/,
	"is no label; expected lower-case letters, digits, dots and hyphens",
);
const email = textMatching(
	"service-account",
	/^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/,
	"is no address of a service account; expected one such as cowork@example-cowork.iam.gserviceaccount.com",
);

/** Members of `provision` about who people sign in as. */
export const identityMembers = {
	workforce: {
		shape: object(
			{
				poolId: { shape: poolId, summary: "Id of the pool.", required: true },
				providerId: { shape: providerId, summary: "Id of the pool's provider.", required: true },
			},
			{
				name: "VertexWorkforce",
				summary: "The workforce pool and provider that people come by; `VertexFoundation` makes such.",
			},
		),
		summary:
			"The workforce pool and provider that people come by, which exist: `VertexFoundation` makes such. The audience of `signIn.workforce` follows from them.",
		defaultNote: "those of `signIn.workforce.audience`",
	},
	serviceAccountKey: {
		shape: object(
			{
				current: {
					shape: label,
					summary: "Label of the key that devices are to have. A new label is a new key.",
					default: defaultKeyLabel,
				},
				previous: {
					shape: label,
					summary: "Label of the key before, which lives on while devices change over.",
					defaultNote: "none",
				},
				existing: {
					shape: object({ email: { shape: email, summary: "Its address.", required: true } }),
					summary: "A service account that exists, by address: keys and the role are added to it.",
					defaultNote: "one is created",
				},
			},
			{
				name: "VertexServiceAccountKey",
				summary:
					"Discouraged: a key never ends by itself, and whoever copies the file calls as everybody. To rotate, give a new `current`, put the label before it under `previous`, and leave that out once every device has the new file.",
			},
		),
		summary:
			"A service account with a key, whose file `signIn.credentialsFile.path` names on devices. Discouraged: a key never ends by itself.",
		defaultNote: "none: the file holds credentials of the people who are bound",
	},
	bringYourOwn: {
		shape: flag,
		summary: "Whether who may call is looked after elsewhere: then only the role is created, to be granted there.",
		default: false,
	},
} satisfies Readonly<Record<string, Member>>;
