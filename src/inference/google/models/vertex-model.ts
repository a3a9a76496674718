import { error, type Problem, warning } from "../../../problem.js";
import { aliasNotResolved, isFamilyName, wrongModel } from "../../model-id.js";
import type { ModelContext } from "../../route.js";
import { type Generation, lastRegional, locationsDate, multiRegions, regionsOf } from "./locations-table.js";

/** What is wrong with a model id on Vertex AI. */
export function checkVertexModel(id: string, { region }: Pick<ModelContext, "region">): readonly Problem[] {
	if (isFamilyName(id)) return aliasNotResolved;
	const dated = /^(claude-.+)-(20\d{6})$/.exec(id);
	if (dated) return wrongModel(`is dated as on the Claude API; expected ${dated[1]}@${dated[2]}`);
	if (isPublisherId(id)) return region === undefined ? [] : checkLocation(id, region);
	return wrongModel("is no publisher id; expected one such as claude-sonnet-5 or claude-sonnet-4@20250514");
}

export function isPublisherId(id: string): boolean {
	return /^claude-[a-z0-9.-]+(?:@[a-z0-9-]+)?$/.test(id);
}

/** Resource name by which Google knows a model. */
export function publisherModel(id: string): string {
	return `publishers/anthropic/models/${id}`;
}

/** The generation that an id names, in either order of its words; undefined where it names none. */
export function generationOf(id: string): Generation | undefined {
	const [name = ""] = id.split("@");
	const [, major, minor] =
		/^claude-[a-z]+-(\d{1,2})(?:-(\d{1,2}))?$/.exec(name) ?? /^claude-(\d{1,2})(?:-(\d{1,2}))?-[a-z]/.exec(name) ?? [];
	return major === undefined ? undefined : [Number(major), Number(minor ?? 0)];
}

/** Google answers 404 for a model in a location that does not serve it. */
function checkLocation(id: string, location: string): readonly Problem[] {
	if (isMultiRegion(location)) return [];
	const generation = generationOf(id);
	if (!generation) return [];
	const regions = regionsOf(generation);
	if (regions.includes(location)) return [];
	if (regions.length === 0) {
		const message = `is answered in no single region by the table of ${locationsDate}, and so not in ${location}; take region ${multiRegions.join(", ")}, or a model up to generation ${lastRegional}`;
		return [error("model-location", [], message)];
	}
	const message = `is not known to be answered in ${location} by the table of ${locationsDate}, but in ${regions.join(", ")}; make sure of it in Model Garden before devices get it`;
	return [warning("unknown-location", [], message)];
}

function isMultiRegion(location: string): boolean {
	return multiRegions.some((each) => each === location);
}
