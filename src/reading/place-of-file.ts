import type { CarriedSettings } from "../profiles/carried.js";
import type { Platform } from "../profiles/format.js";
import { settingsPath } from "../profiles/managed-settings-place.js";

/** Settings in the place that the folders and the name of their file say, where the file itself does not. */
export function inItsPlace(file: string, carried: CarriedSettings): CarriedSettings {
	const steps = file.split(/[\\/]+/);
	if (carried.platform === "macos" && !carried.profile && isOfUser(steps)) return { ...carried, scope: "user" };
	if (carried.code !== undefined || carried.platform !== undefined || !carried.native) return carried;
	if (isOwnConfiguration(steps)) {
		const place = steps.join("/").toLowerCase();
		const platform = homes.find(({ folder }) => place.includes(folder))?.platform;
		return { ...carried, scope: "app", ...(platform && { platform }) };
	}
	return steps.at(-1) === settingsPath.split("/").at(-1) ? { ...carried, platform: "linux" } : carried;
}

/** `/Library/Managed Preferences/<user>/<domain>.plist`; the machine's own stand in no folder there. */
function isOfUser(steps: readonly string[]): boolean {
	return steps.at(-3)?.toLowerCase() === "managed preferences";
}

/** What the app's own window keeps, `configLibrary/<id>.json`. */
function isOwnConfiguration(steps: readonly string[]): boolean {
	return steps.at(-2) === "configLibrary" || /^[0-9a-f-]{36}\.json$/i.test(steps.at(-1) ?? "");
}

/** Below which folder each platform keeps what is a user's, in lower case. */
const homes: readonly { readonly folder: string; readonly platform: Platform }[] = [
	{ folder: "/library/application support/", platform: "macos" },
	{ folder: "/appdata/local/", platform: "windows" },
	{ folder: "/.config/", platform: "linux" },
];
