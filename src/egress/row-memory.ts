import type { JsonValue } from "../json.js";
import type { EgressContext } from "./context.js";
import type { EgressHost } from "./plan.js";
import type { EgressRow } from "./row.js";

/** What a row came to, and the values that it asked for. */
interface Answer {
	readonly asked: ReadonlyMap<string, JsonValue | undefined>;
	readonly hosts: readonly EgressHost[];
}

/** Groups differ in few keys, so that the latest answers serve nearly all of them. */
const remembered = 4;

/**
 * Spares the groups of a deployment from working out the same rows again: where every value that a row asked for is
 * the same, its hosts are the same, down to the objects.
 */
export class RowMemory {
	private readonly answers = new Map<string, Map<EgressRow, Answer[]>>();

	/** Recalls the hosts of one row after another for a group, or has them worked out. */
	recall(context: EgressContext, work: (row: EgressRow) => readonly EgressHost[]) {
		const answers = this.answersOf(context);
		return (row: EgressRow): readonly EgressHost[] => {
			const known = answers.get(row) ?? [];
			const same = known.find(({ asked }) => agrees(context, asked));
			if (same) return same.hosts;
			const { result: hosts, asked } = context.recording(() => work(row));
			answers.set(row, [{ asked, hosts }, ...known.slice(0, remembered - 1)]);
			return hosts;
		};
	}

	/** By all that a row sees besides the settings. */
	private answersOf({ configuration }: EgressContext): Map<EgressRow, Answer[]> {
		const { platforms, installer, fleet, gated, hints } = configuration;
		const seen = JSON.stringify([platforms, installer, fleet, gated, hints]);
		const known = this.answers.get(seen) ?? new Map<EgressRow, Answer[]>();
		this.answers.set(seen, known);
		return known;
	}
}

function agrees(context: EgressContext, asked: Answer["asked"]): boolean {
	for (const [key, value] of asked) {
		if (context.value(key) !== value) return false;
	}
	return true;
}
