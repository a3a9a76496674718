import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import type { Owner } from "../request.js";

/** What exists is one thing, and takes one policy. */
export function checkOneOwner(owners: readonly Owner[], word: string, at: Path): Problem[] {
	if (owners.length < 2) return [];
	const message = `is one ${word}, and the models or profiles of ${owners.map(ownerWords).join(" and of ")} differ; leave it out, or give all groups the same`;
	return [error("one-owner", at, message)];
}

export function ownerWords({ groups }: Owner): string {
	return groups.map(({ name }) => name).join(", ");
}
