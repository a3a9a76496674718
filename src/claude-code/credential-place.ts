import { lineProblems } from "../configuration/values/text.js";
import { error, type Problem } from "../problem.js";
import { text } from "../shape/build.js";
import type { TextShape } from "../shape/shape.js";
import { permissionRule } from "./values/permission-rule.js";

/** Below the home folder, below the root, or below a drive of Windows; a rule expands no variable. */
const form = /^(?:~|(?<drive>[A-Za-z]):)?[\\/](?![\\/])(?!.*(?:%|\$))(?=.*[^\\/])/;

/** A place that tools may not read, as an administrator writes it: `~/vault/`, `/opt/secrets/` or `C:\Secrets\`. */
export const credentialPlace: TextShape = text(lineProblems, (place) =>
	isPlace(place) ? (permissionRule.rules ?? []).flatMap((rule) => rule(readRule(place))) : [noPlace],
);

const noPlace: Problem = error(
	"credential-place",
	[],
	"is no place that a rule holds for; expected a path below ~/, / or a drive as in C:\\Secrets\\, without variables",
);

function isPlace(place: string): boolean {
	// Only Windows has its own separator, and there a drive says so.
	return form.test(place) && (driveOf(place) !== undefined || !place.includes("\\"));
}

function driveOf(place: string): string | undefined {
	return form.exec(place)?.groups?.drive;
}

/**
 * The rule of `permissions.deny` that keeps a place from being read, with a folder's content where it ends in a slash.
 * https://code.claude.com/docs/en/permissions#read-and-edit: two slashes are the root, and `C:\` is `//c/`.
 */
export function readRule(place: string): string {
	const drive = driveOf(place);
	const posix = drive === undefined ? place : `/${drive.toLowerCase()}${place.slice(2).replaceAll("\\", "/")}`;
	const anchored = posix.startsWith("/") ? `/${posix}` : posix;
	return `Read(${anchored.endsWith("/") ? `${anchored}**` : anchored})`;
}

/** The same places for shell commands in the sandbox, where one slash is the root; Windows has no sandbox. */
export function sandboxPlaces(places: readonly string[]): readonly string[] {
	return places.filter((place) => driveOf(place) === undefined).map((place) => place.replace(/\/$/, ""));
}
