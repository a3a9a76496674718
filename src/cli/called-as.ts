import { existsSync } from "node:fs";
import path from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

const name = "pulumi-cowork";

/**
 * The command as a person types it here: its name where a shell finds that, and with `npx` where it was installed into a
 * project. Below npm and what is like it, which say so, a shell finds names that it does not find outside.
 */
export function calledAs(
	environment: Environment,
	platform: NodeJS.Platform = process.platform,
	isThere: (file: string) => boolean = existsSync,
): string {
	const withNpx = `npx ${name}`;
	if (environment.npm_config_user_agent !== undefined) return withNpx;
	const { join, delimiter } = platform === "win32" ? path.win32 : path.posix;
	// Windows calls the variable Path.
	const search = environment.PATH ?? environment.Path ?? "";
	const files = platform === "win32" ? [`${name}.cmd`, `${name}.exe`] : [name];
	const folders = search.split(delimiter).filter((folder) => folder !== "");
	return folders.some((folder) => files.some((file) => isThere(join(folder, file)))) ? name : withNpx;
}

/** A line that sets a variable for what comes after it, its value left to the person. */
export function settingLine(variable: string, what: string, platform: NodeJS.Platform = process.platform): string {
	const line = platform === "win32" ? `$env:${variable} = "..."` : `export ${variable}=...`;
	return `${line}   # ${what}`;
}
