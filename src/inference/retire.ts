import type { Path } from "../path.js";
import { type Problem, warning } from "../problem.js";
import { either, list, textMatching, words } from "../shape/build.js";
import type { Member } from "../shape/shape.js";
import type { CloudPlan } from "./cloud-plan.js";

/** Identities that an update may take from devices: by their names, or every one of the deployment. */
export type Retire = readonly string[] | "all";

const identityName = textMatching(
	"identity-name",
	/^[a-z][a-z-]*\/\S+$/,
	"is no name of an identity; write it as the summary prints it, such as role/cowork-eu.pilot",
);

/** The member of every route's `provision` block. */
export const retire: Member = {
	shape: either(words(["all"]), list(identityName, { minItems: 1 })),
	summary:
		"What devices may lose of what they sign in with, in this update or a later one: identities by their names, as the summary prints them, or `all` of this deployment.",
	defaultNote: "an update that would take one away is refused",
};

/** What stays unguarded as long as `retire` names it, `at` being the path of the `provision` block. */
export function checkRetire(retired: Retire | undefined, { identities }: CloudPlan, at: Path): Problem[] {
	const open = identities.filter(({ name }) => isRetired(name, retired));
	if (open.length === 0) return [];
	const names = open.map(({ name, groups }) => `${name} (${groups.join(", ")})`).join(", ");
	const message = `lets a later update take ${names} from devices unasked; leave it out unless that update is the next`;
	return [warning("identity-unguarded", [...at, "retire"], message)];
}

/** Those that it names one by one. */
export function namesIn(retired: Retire | undefined): readonly string[] {
	return retired === "all" ? [] : (retired ?? []);
}

export function isRetired(name: string, retired: Retire | undefined): boolean {
	return retired === "all" || (retired?.includes(name) ?? false);
}
