import { everyKey, type Recorded, type SettingsView } from "./settings-view.js";

/** What is asked of a group: a function of its view alone, the same object for every group. */
export type Question<View extends SettingsView, Result> = (view: View) => Result;

/** Asks one question of a group. */
export type Recall<View extends SettingsView> = <Result>(question: Question<View, Result>) => Result;

/** The group that was the first of its kind, and what was worked out for it. */
interface Kind<View extends SettingsView> {
	readonly founder: View;
	readonly answers: ReadonlyMap<Question<View, unknown>, Recorded<unknown>>;
}

/** Groups that differ in more keys than this are not of a kind. */
const mostDifferences = 8;

/** Of more kinds than this, finding the right one would take as long as the work that it spares. */
const mostKinds = 8;

/**
 * Spares the groups of a deployment from working out the same answers again: where nothing that an answer followed
 * from differs, it is the same, down to the objects. A group's name is not looked at.
 */
export class AnswerMemory<View extends SettingsView> {
	/** By all that an answer follows from besides the settings. */
	private readonly kinds = new Map<string, Kind<View>[]>();

	/** Recalls the answer to one question after another for a group, or has it worked out. */
	recall(view: View): Recall<View> {
		const kinds = this.kindsLike(view);
		for (const { founder, answers } of kinds) {
			const differing = view.differences(founder, mostDifferences);
			if (!differing) continue;
			return <Result>(question: Question<View, Result>) => {
				// An answer stands under its own question.
				const known = answers.get(question) as Recorded<Result> | undefined;
				return known && holdsDespite(known, differing) ? known.result : question(view);
			};
		}
		const answers = new Map<Question<View, unknown>, Recorded<unknown>>();
		if (kinds.length < mostKinds) kinds.push({ founder: view, answers });
		return (question) => {
			const answer = view.recording(() => question(view));
			answers.set(question, answer);
			return answer.result;
		};
	}

	private kindsLike(view: View): Kind<View>[] {
		const { group: _, ...circumstances } = view.configuration;
		const seen = JSON.stringify(circumstances);
		const kinds = this.kinds.get(seen) ?? [];
		this.kinds.set(seen, kinds);
		return kinds;
	}
}

function holdsDespite({ asked }: Recorded<unknown>, differing: readonly string[]): boolean {
	if (differing.length > 0 && asked.has(everyKey)) return false;
	return !differing.some((key) => asked.has(key));
}
