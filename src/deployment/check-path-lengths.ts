import { error, type Problem } from "../problem.js";
import { chosenBlocks, eachPlatform } from "../profiles/chosen-formats.js";
import { profilePath } from "../profiles/profile-path.js";
import type { Registries } from "../registries.js";
import { deliveryOf } from "./check-delivery.js";
import type { ParsedDeployment } from "./deployment.js";

/** Windows refuses whole paths of more than 259 characters, of which the folder they are put in has some. */
const longestPath = 200;

/** Whether the names of a deployment fit into paths; the longest are those of profiles, in which all names may stand. */
export function checkPathLengths(deployment: ParsedDeployment, registries: Pick<Registries, "profiles">): Problem[] {
	const longest = pathsOf(deployment, registries).reduce((most, path) => Math.max(most, path.length), 0);
	if (longest <= longestPath) return [];
	const message = `makes the path of a profile ${longest} characters long, which Windows may refuse; shorten it by ${longest - longestPath}`;
	return [error("path-length", ["organization", "identifier"], message)];
}

function pathsOf(deployment: ParsedDeployment, { profiles }: Pick<Registries, "profiles">): string[] {
	const { name, organization, groups, profiles: chosen } = deployment;
	return Object.entries(groups).flatMap(([group, { platforms }]) => {
		const identity = {
			organization: organization.name,
			identifierPrefix: organization.identifier,
			deployment: name,
			group,
		};
		const blocks = chosenBlocks(chosen, profiles, platforms, deliveryOf(deployment, group));
		return eachPlatform(blocks, profiles, platforms).flatMap(({ format, platform }) =>
			format.fileNames(identity).map((file) => `${name}/${profilePath(group, format, platform, file)}`),
		);
	});
}
