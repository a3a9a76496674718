import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { type AwsPrincipal, modelIds, peopleOf } from "../request.js";

/** What tells people of one group from those of another. */
export interface Mark {
	/** In words, such as `session tag`. */
	readonly what: string;
	/** Where a group's values stand. */
	readonly at: (group: string) => Path;
	readonly valuesOf: (group: string) => readonly string[];
}

/**
 * Whoever has every mark of two groups can sign in as either, so that neither policy bounds what they call. `marks` are
 * those that are all asked for.
 */
export function checkToldApart(principals: readonly AwsPrincipal[], marks: readonly Mark[]): Problem[] {
	if (marks.length === 0) return [];
	return principals.flatMap((principal, index) =>
		principals.slice(0, index).flatMap((other) => {
			if (haveSameModels(principal, other)) return [];
			const shared = marks.map((mark) => sharedValue(mark, principal, other));
			const [first] = shared;
			if (!first || shared.includes(undefined)) return [];
			const message = `${first.value} is the ${first.what} of ${peopleOf(other)}, too, whose models differ, so that these people could call the models of either; give each a ${first.what} of its own, or the same models`;
			return [error("same-people", first.at, message)];
		}),
	);
}

function haveSameModels({ models }: AwsPrincipal, other: AwsPrincipal): boolean {
	return modelIds(models).join() === modelIds(other.models).join();
}

function sharedValue({ what, at, valuesOf }: Mark, { groups }: AwsPrincipal, other: AwsPrincipal) {
	const theirs = other.groups.flatMap(({ name }) => valuesOf(name));
	for (const { name } of groups) {
		const value = valuesOf(name).find((each) => theirs.includes(each));
		if (value !== undefined) return { what, value, at: at(name) };
	}
	return undefined;
}
