import { error, type Problem, warning } from "../problem.js";
import { chosenBlocks } from "../profiles/chosen-formats.js";
import { type Platform, platforms } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import { deliveryOf } from "./check-delivery.js";
import type { ParsedDeployment } from "./deployment.js";

const platformNames: Readonly<Record<Platform, string>> = { macos: "macOS", windows: "Windows", linux: "Linux" };

/** Chosen formats that no group gets, and groups with devices that none of them is for. */
export function checkProfiles(deployment: ParsedDeployment, registries: Registries): Problem[] {
	const unused = [...checkFormats(deployment, registries), ...checkCodeFormats(deployment, registries)];
	return unused.length > 0 ? unused : checkDevices(deployment, registries);
}

function checkDevices(deployment: ParsedDeployment, registries: Registries): Problem[] {
	const { groups, profiles } = deployment;
	return Object.entries(groups).flatMap(([group, { platforms: own }]) => {
		const delivery = deliveryOf(deployment, group);
		const isLeft = (platform: Platform) =>
			Object.keys(chosenBlocks(profiles, registries.profiles, [platform], delivery)).length === 0;
		const left = own.filter(isLeft).map((platform) => platformNames[platform]);
		if (left.length === 0) return [];
		const message = `no chosen profile format is for ${left.join(" or ")}, so that these devices get no file; choose one under profiles, or list only the other platforms`;
		return [warning("platform-without-profile", ["groups", group, "platforms"], message)];
	});
}

/** Formats for Claude Code that hold what no group has. */
function checkCodeFormats({ claudeCode, groups, profiles }: ParsedDeployment, { codeFormats }: Registries): Problem[] {
	const blocks = [claudeCode, ...Object.values(groups).map((group) => group.claudeCode)].filter(
		(each) => each !== undefined,
	);
	return Object.keys(profiles).flatMap((word) => {
		const format = codeFormats[word];
		if (!format) return [];
		const at = ["profiles", word];
		if (blocks.length === 0) {
			return [
				error("no-group-gets", at, "no group has claudeCode; add it to the deployment or a group, or leave this out"),
			];
		}
		if (format.carries === "settings" || blocks.some(({ mcp }) => mcp !== undefined)) return [];
		return [error("no-group-gets", at, "no group has mcp in claudeCode; add it, or leave this out")];
	});
}

function checkFormats({ groups, profiles }: ParsedDeployment, registries: Registries): Problem[] {
	const used = new Set(Object.values(groups).flatMap((group) => group.platforms));
	return Object.keys(profiles).flatMap((word) => {
		const format = registries.profiles[word] ?? registries.templates[word] ?? registries.codeFormats[word];
		if (!format || format.platforms.some((platform) => used.has(platform))) return [];
		const needed = platforms.filter((platform) => format.platforms.includes(platform));
		const names = needed.map((platform) => platformNames[platform]);
		const cure = names.length === 1 ? "add that platform to a group" : "add one of these platforms to a group";
		return [
			error("no-group-gets", ["profiles", word], `no group has ${names.join(" or ")}; ${cure}, or leave this out`),
		];
	});
}
