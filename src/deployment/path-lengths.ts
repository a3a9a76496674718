import { error, type Problem } from "../problem.js";
import type { Registries } from "../registries.js";
import type { ParsedDeployment } from "./deployment.js";

/** Windows opens no path longer than 260 characters unless it is told to; this leaves 60 for the folder around. */
const longestPath = 200;

/** Identifiers become names of files, and must not make a path that somebody cannot open. */
export function checkPathLengths(deployment: ParsedDeployment, registries: Registries): Problem[] {
	const { name, organization, groups } = deployment;
	const formats = Object.values(registries.profiles);
	const longest = Object.keys(groups).reduce((most, group) => {
		const identity = {
			organization: organization.name,
			identifierPrefix: organization.identifier,
			deployment: name,
			group,
		};
		const lengths = formats.flatMap((format) =>
			format.platforms.flatMap((platform) =>
				format.fileNames(identity).map((file) => `${name}/groups/${group}/profiles/${platform}/${file}`.length),
			),
		);
		return lengths.reduce((longer, length) => Math.max(longer, length), most);
	}, 0);
	if (longest <= longestPath) return [];
	const expected = `expected at most ${longestPath}, since Windows opens none beyond 260; shorten it`;
	return [
		error(
			"path-too-long",
			["organization", "identifier"],
			`makes a path of ${longest} characters below the output folder; ${expected}`,
		),
	];
}
