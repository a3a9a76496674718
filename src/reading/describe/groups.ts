import { canonicalJson, type JsonObject } from "../../json.js";
import { below, type Problem, warning } from "../../problem.js";
import { type Platform, platforms } from "../../profiles/format.js";
import type { ReadSettings } from "../read-device-file.js";
import { shownName } from "./credential-text.js";
import { currentSettings } from "./current-settings.js";
import { ownIdentity } from "./own-identity.js";

/** Settings that become a group of the deployment. */
export interface ReadGroup {
	readonly name: string;
	readonly files: readonly string[];
	readonly platforms: readonly Platform[];
	readonly settings: JsonObject;
}

/** Files of equal settings are one group on all of their platforms; warnings name the file and the key. */
export function groupsOf(read: readonly ReadSettings[]): {
	readonly groups: readonly ReadGroup[];
	readonly warnings: readonly Problem[];
} {
	const bySettings = new Map<string, { readonly read: ReadSettings[]; readonly settings: JsonObject }>();
	const warnings: Problem[] = [];
	for (const each of read) {
		const { settings, warnings: ofFile } = currentSettings(each.carried);
		for (const problem of ofFile) warnings.push(below([each.file], problem));
		if (Object.keys(settings).length === 0) {
			warnings.push(warning("no-settings", [each.file], "sets nothing; it is left out"));
			continue;
		}
		const same = bySettings.get(canonicalJson(settings)) ?? { read: [], settings };
		same.read.push(each);
		bySettings.set(canonicalJson(settings), same);
	}
	const taken = new Set<string>();
	const groups = [...bySettings.values()].map(({ read: files, settings }): ReadGroup => {
		const stated = new Set(files.flatMap(({ carried }) => carried.platform ?? []));
		warnings.push(...placeWarnings(files, stated));
		const name = unused(groupName(files), taken);
		taken.add(name);
		return {
			name,
			files: files.map(({ file }) => file),
			platforms: platforms.filter((platform) => stated.size === 0 || stated.has(platform)),
			settings,
		};
	});
	return { groups, warnings };
}

/** What is to be known of where a group's settings stood. */
function placeWarnings(files: readonly ReadSettings[], stated: ReadonlySet<Platform>): Problem[] {
	const [first] = files;
	const own = files.filter(({ carried }) => carried.scope === "app");
	return [
		...own.map(({ file }) =>
			warning(
				"own-configuration",
				[file],
				"is of the app's own window, which device management takes the place of once its files are on the device",
			),
		),
		// What another tool keeps for every platform is meant for every platform.
		...(first?.carried.native && stated.size === 0
			? [
					warning(
						"no-platform",
						[first.file],
						"does not say of which platform it is; its group is for all of them, take away what is not meant",
					),
				]
			: []),
	];
}

/** Of ours the identifier says the group; otherwise the file's own name. */
function groupName(files: readonly ReadSettings[]): string {
	const [first] = files;
	const own = files.flatMap((each) => ownIdentity(each) ?? [])[0];
	if (own) return own.group;
	const name = first?.file.split(/[\\/]/).findLast((step) => step !== "") ?? "";
	const base = groupOfFile(first?.file ?? "") ?? name.replace(/\.[^.]*$/, "");
	return (shownName(base) === base ? named(base) : undefined) ?? "imported";
}

/** A bundle keeps the files of each group in a folder of its name. */
export function groupOfFile(file: string): string | undefined {
	const folder = file.split(/[\\/]/).filter((step) => step !== "");
	const inBundle = folder[folder.lastIndexOf("groups") + 1];
	return folder.includes("groups") && inBundle !== folder.at(-1) ? inBundle : undefined;
}

/** A name as deployments want it; undefined where nothing of it fits, or it is what every such file is called. */
function named(text: string): string | undefined {
	const words = text
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== "");
	const begin = words.findIndex((word) => /^[a-z]/.test(word));
	const name = begin < 0 ? "" : withinLength(words.slice(begin));
	const everybodys = ["claude", "managed-settings", "com-anthropic-claudefordesktop", "registry", "bootstrap"];
	return name === "" || everybodys.includes(name) ? undefined : name;
}

/** As many of the words as a name may have, or the first of them in part. */
function withinLength(words: readonly string[]): string {
	const most = 31;
	return words.reduce((name, word) => {
		const longer = name === "" ? word.slice(0, most) : `${name}-${word}`;
		return longer.length <= most ? longer : name;
	}, "");
}

function unused(name: string, taken: ReadonlySet<string>): string {
	for (let count = 1; ; count++) {
		const suffix = count === 1 ? "" : `-${count}`;
		const candidate = `${name.slice(0, 31 - suffix.length)}${suffix}`;
		if (!taken.has(candidate)) return candidate;
	}
}
