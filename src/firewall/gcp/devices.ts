import { error, type Problem } from "../../problem.js";
import { late, list, textMatching } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";
import type { RuleRequest } from "../backend.js";

/** Whom rules of Google's firewalls hold for, besides the networks that devices come from. */
export interface DeviceOptions<Late = string> {
	/** Project of what is created. @default - that of the credentials that deploy */
	readonly projectId?: Late;
	/**
	 * Secure tags of the machines that the rules hold for, such as `tagValues/281479271677953`.
	 * @default - machines are not told apart by tags
	 */
	readonly secureTags?: readonly Late[];
	/**
	 * Service accounts that the machines run as which the rules hold for.
	 * @default - machines are not told apart by service accounts
	 */
	readonly serviceAccounts?: readonly Late[];
	/**
	 * A policy that stands, which the rules are added to; its other rules stay as they are.
	 * @default - one of its own
	 */
	readonly policy?: Late;
}

/** Something that stands, as its name, its path from `projects/` on, or its address. */
export const standing = late(
	textMatching(
		"resource-name",
		/^[A-Za-z0-9][A-Za-z0-9:./_-]*$/,
		"is no name or path of a resource; expected letters, digits, dots, hyphens, underscores, colons and slashes",
	),
);

/** {@link DeviceOptions} as members of a block. */
export const deviceMembers: Readonly<Record<keyof DeviceOptions, Member>> = {
	projectId: {
		shape: late(
			textMatching(
				"project-id",
				/^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
				"is no project id; expected 6 to 30 lower-case letters, digits and hyphens",
			),
		),
		summary: "Project of what is created.",
		defaultNote: "that of the credentials that deploy",
	},
	secureTags: {
		shape: list(
			late(
				textMatching("secure-tag", /^tagValues\/[0-9]{1,20}$/, "is no secure tag; expected tagValues/ and a number"),
			),
			{ minItems: 1 },
		),
		summary: "Secure tags of the machines that the rules hold for.",
		defaultNote: "machines are not told apart by tags",
	},
	serviceAccounts: {
		shape: list(
			late(
				textMatching(
					"service-account",
					/^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/,
					"is no service account; expected an address below gserviceaccount.com",
				),
			),
			{ minItems: 1 },
		),
		summary: "Service accounts that the machines run as which the rules hold for.",
		defaultNote: "machines are not told apart by service accounts",
	},
	policy: {
		shape: standing,
		summary: "Name of a policy that stands, which the rules are added to.",
		defaultNote: "one of its own",
	},
};

/** A policy that serves others, too, is told whom these rules are for. */
export function checkSharedPolicy(
	{ clients }: RuleRequest,
	{ policy, secureTags, serviceAccounts }: DeviceOptions,
	orElse: string,
): Problem[] {
	if (policy === undefined || clients || secureTags || serviceAccounts) return [];
	const message = `serves others, too, to whom these rules would open hosts; say clients, secureTags or serviceAccounts${orElse}`;
	return [error("no-devices", ["policy"], message)];
}
