import { words } from "../../../shape/build.js";
import type { RouteMember } from "../../route.js";
import { geographies } from "./bedrock-model.js";
import { tableProfiles } from "./destinations-table.js";

/** What a deployment says of where its models answer, so that its lists need not. */
export const geography: RouteMember = {
	shape: words(Object.keys(geographies)),
	summary:
		"Where calls of models that are listed by their bare names, such as `claude-sonnet-5`, are answered: the prefix of their inference profiles.",
	spellsOut: true,
	defaultNote: "models are listed by the ids of their profiles",
};

/** A bare name, as other routes have it. */
const bareName = /^claude-[a-z0-9-]+$/;

/** The inference profile of a model that is listed by its bare name; any other text as it is. */
export function profileOf(listed: string, { geography: prefix }: Readonly<Record<string, unknown>>): string {
	if (typeof prefix !== "string" || !Object.hasOwn(geographies, prefix) || !bareName.test(listed)) return listed;
	const undated = `${prefix}.anthropic.${listed}`;
	// Models of old have a date and a version in their ids, and younger ones neither.
	const dated = tableProfiles().filter(
		(id) => id.startsWith(undated) && /^-\d{8}-v\d+:\d+$/.test(id.slice(undated.length)),
	);
	return dated.length === 1 && dated[0] !== undefined ? dated[0] : undated;
}
