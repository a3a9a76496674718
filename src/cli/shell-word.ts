import { shellQuoted } from "../shell-quoted.js";

/**
 * A path as one word of a command line to paste. On Windows quotes are those that both of its shells know; no file name
 * there holds one.
 */
export function shellWord(file: string, platform: NodeJS.Platform = process.platform): string {
	// An option would begin with the same.
	const named = file.startsWith("-") ? `./${file}` : file;
	if (platform === "win32") return /^[\w@+=:,.\\/-]+$/.test(named) ? named : `"${named}"`;
	return /^[\w@%+=:,./-]+$/.test(named) ? named : shellQuoted(named);
}
