import type { CarriedSettings } from "../profiles/carried.js";
import type { Platform } from "../profiles/format.js";
import { settingsPath } from "../profiles/managed-settings-place.js";

/** Settings in the place that the folders and the name of their file say, where the file itself does not. */
export function inItsPlace(file: string, carried: CarriedSettings): CarriedSettings {
	const steps = file.split(/[\\/]+/);
	if (carried.platform === "macos" && !carried.profile && isOfUser(steps)) return { ...carried, scope: "user" };
	if (carried.platform !== undefined || !carried.native) return carried;
	if (isOwnConfiguration(steps)) {
		const platform = homes.find(({ folder }) => folder.test(steps.join("/")))?.platform;
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

/** Where the app keeps what is a user's. */
const homes: readonly { readonly folder: RegExp; readonly platform: Platform }[] = [
	{ folder: /\/Library\/Application Support\/Claude-3p\//, platform: "macos" },
	{ folder: /\/AppData\/Local\/.*Claude-3p\//i, platform: "windows" },
	{ folder: /\/\.config\/Claude-3p\//, platform: "linux" },
];
