import type { EgressContext, Recorded } from "./context.js";

/** What is asked of a group: a function of its context alone, the same object for every group. */
export type Question<Result> = (context: EgressContext) => Result;

/** Asks one question of a group. */
export type Recall = <Result>(question: Question<Result>) => Result;

/** The group that was the first of its kind, and what was worked out for it. */
interface Kind {
	readonly founder: EgressContext;
	readonly answers: ReadonlyMap<Question<unknown>, Recorded<unknown>>;
}

/** Groups that differ in more keys than this are not of a kind. */
const mostDifferences = 8;

/** Of more kinds than this, finding the right one would take as long as the work that it spares. */
const mostKinds = 8;

/**
 * Spares the groups of a deployment from working out the same answers again: where nothing that an answer followed
 * from differs, it is the same, down to the objects. A group's name is not looked at.
 */
export class AnswerMemory {
	/** By all that an answer follows from besides the settings. */
	private readonly kinds = new Map<string, Kind[]>();

	/** Recalls the answer to one question after another for a group, or has it worked out. */
	recall(context: EgressContext): Recall {
		const kinds = this.kindsLike(context);
		for (const { founder, answers } of kinds) {
			const differing = context.differences(founder, mostDifferences);
			if (!differing) continue;
			return <Result>(question: Question<Result>) => {
				// An answer stands under its own question.
				const known = answers.get(question) as Recorded<Result> | undefined;
				return known && !differing.some((key) => known.asked.has(key)) ? known.result : question(context);
			};
		}
		const answers = new Map<Question<unknown>, Recorded<unknown>>();
		if (kinds.length < mostKinds) kinds.push({ founder: context, answers });
		return (question) => {
			const answer = context.recording(() => question(context));
			answers.set(question, answer);
			return answer.result;
		};
	}

	private kindsLike({ configuration }: EgressContext): Kind[] {
		const { group: _, settings: __, ...circumstances } = configuration;
		const seen = JSON.stringify(circumstances);
		const kinds = this.kinds.get(seen) ?? [];
		this.kinds.set(seen, kinds);
		return kinds;
	}
}
