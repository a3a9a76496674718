import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { modelIds, peopleOf, type RequestedGroup } from "../../requested-deployment.js";
import type { AwsPrincipal } from "../request.js";

/** What tells people of one group from those of another. */
export interface Mark {
	/** In words, such as `session tag`. */
	readonly what: string;
	/** Where the values of a principal's group stand. */
	readonly at: (group: RequestedGroup, principal: AwsPrincipal) => Path;
	readonly valuesOf: (group: RequestedGroup, principal: AwsPrincipal) => readonly string[];
}

/**
 * Whoever has every mark of two groups can sign in as either, so that neither policy bounds what they call. `marks` are
 * those that are all asked for.
 */
export function checkToldApart(principals: readonly AwsPrincipal[], marks: readonly Mark[]): Problem[] {
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

function sharedValue({ what, at, valuesOf }: Mark, principal: AwsPrincipal, other: AwsPrincipal) {
	const theirs = other.groups.flatMap((group) => valuesOf(group, other));
	for (const group of principal.groups) {
		const value = valuesOf(group, principal).find((each) => theirs.includes(each));
		if (value !== undefined) return { what, value, at: at(group, principal) };
	}
	return undefined;
}
