import path from "node:path";

/** Whether a place is a folder or stands somewhere below it; both without links on their way. */
export function contains(folder: string, place: string): boolean {
	const below = path.relative(folder, place);
	return below !== ".." && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
}
