import { error, type Problem, warning } from "../../problem.js";
import { flag, integer, object } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";

/**
 * How long objects stay whoever wants them gone. What replaces an object, a pointer among them, makes it a version of
 * its own, which stays as long. https://cloud.google.com/storage/docs/bucket-lock
 */
export interface GcsRetention {
	/** Days since an object was written; 1 to 36500. */
	readonly days: number;
	/**
	 * Whether the days can never be made fewer and the bucket not be deleted before it is empty, by anybody. Needs
	 * `lockAcknowledged`.
	 * @default false
	 */
	readonly isLocked?: boolean;
	/** Says that a lock that nobody can undo is meant. @default false */
	readonly lockAcknowledged?: boolean;
}

/** {@link GcsRetention} as a member of a block. */
export const retention: Member = {
	shape: object(
		{
			// Google takes less than 3155760000 seconds.
			days: { shape: integer({ min: 1, max: 36500 }), summary: "Days since an object was written.", required: true },
			isLocked: {
				shape: flag,
				summary:
					"Whether the days can never be made fewer and the bucket not be deleted before it is empty, by anybody. Needs `lockAcknowledged`.",
				default: false,
			},
			lockAcknowledged: { shape: flag, summary: "Says that a lock that nobody can undo is meant.", default: false },
		},
		{
			name: "GcsRetention",
			summary:
				"How long objects stay whoever wants them gone. What replaces an object, a pointer among them, makes it a version of its own, which stays as long. https://cloud.google.com/storage/docs/bucket-lock",
		},
	),
	summary: "How long objects stay whoever wants them gone. Needs `versioning` and `retain`.",
	defaultNote: "as long as nobody deletes them",
};

/** What is wrong with a policy, and what people must know of it. Paths are those of the block. */
export function checkRetention(
	{ days, isLocked, lockAcknowledged }: GcsRetention,
	{ versioning = true, retain = true }: { readonly versioning?: boolean; readonly retain?: boolean },
): Problem[] {
	const problems: Problem[] = [];
	if (!versioning) {
		const message = `keeps pointers of rings as they are for ${days} days, so that nothing could be promoted or rolled back: with versions, what they said stays beside what they say; leave versioning out`;
		problems.push(error("pointers-retained", ["retention"], message));
	}
	if (!retain) {
		const message = `cannot be false where retention keeps every object for ${days} days, so that no destroy could end; leave one of them out`;
		problems.push(error("either-or", ["retain"], message));
	}
	if (isLocked && !lockAcknowledged) {
		const message = `locks ${days} days of retention, which nobody can ever undo, Google included; promote a ring once without it, then say lockAcknowledged: true where that is meant`;
		problems.push(error("lock-not-acknowledged", ["retention", "isLocked"], message));
	}
	if (isLocked && lockAcknowledged) {
		const message = `locks ${days} days of retention for ever: the bucket and everything in it can be deleted by nobody before`;
		problems.push(warning("retention-locked", ["retention", "isLocked"], message));
	}
	if (lockAcknowledged && !isLocked) {
		const message = "acknowledges a lock that isLocked does not ask for; leave it out";
		problems.push(error("no-effect", ["retention", "lockAcknowledged"], message));
	}
	return problems;
}

export function retentionSeconds({ days }: GcsRetention): string {
	return String(days * 24 * 60 * 60);
}
