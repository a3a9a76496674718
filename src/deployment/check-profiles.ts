import { error, type Problem } from "../problem.js";
import { type Platform, platforms } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import type { ParsedDeployment } from "./deployment.js";

const platformNames: Readonly<Record<Platform, string>> = { macos: "macOS", windows: "Windows", linux: "Linux" };

/** A chosen format that no group gets. */
export function checkProfiles({ groups, profiles }: ParsedDeployment, registries: Registries): Problem[] {
	const used = new Set(Object.values(groups).flatMap((group) => group.platforms));
	return Object.keys(profiles).flatMap((word) => {
		const format = registries.profiles[word] ?? registries.templates[word];
		if (!format || format.platforms.some((platform) => used.has(platform))) return [];
		const needed = platforms.filter((platform) => format.platforms.includes(platform));
		const names = needed.map((platform) => platformNames[platform]);
		const cure = names.length === 1 ? "add that platform to a group" : "add one of these platforms to a group";
		return [
			error("no-group-gets", ["profiles", word], `no group has ${names.join(" or ")}; ${cure}, or leave this out`),
		];
	});
}
