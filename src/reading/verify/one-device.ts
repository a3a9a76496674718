import { error, type Problem, warning } from "../../problem.js";
import type { Platform } from "../../profiles/format.js";
import type { ReadSettings } from "../read-device-file.js";

/** Refuses files of several platforms: no device has settings of two, and which of them it has nobody can say. */
export function checkOneDevice(read: readonly ReadSettings[]): readonly Problem[] {
	const first = read.find(({ carried }) => carried.platform !== undefined);
	return read.flatMap(({ file, carried: { platform } }) => {
		if (!first || platform === undefined || platform === first.carried.platform) return [];
		const message = `is of ${platform}, while ${first.file} is of ${first.carried.platform}; a device has one platform, so verify the files of each device apart`;
		return [error("several-platforms", [file], message)];
	});
}

/** The platform of a device; undefined where none of its files is of one. */
export function platformOf(read: readonly ReadSettings[]): Platform | undefined {
	return read.find(({ carried }) => carried.platform !== undefined)?.carried.platform;
}

/** What is wrong with a device in a group whose settings go to other platforms. */
export function checkPlatform(
	read: readonly ReadSettings[],
	group: string,
	platforms: readonly Platform[],
): readonly Problem[] {
	const platform = platformOf(read);
	if (platform === undefined || platforms.includes(platform)) return [];
	const message = `the device is of ${platform}, for which ${group} gets no files; its platforms are ${platforms.join(", ")}`;
	return [warning("not-for-platform", [], message)];
}
