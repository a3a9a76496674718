import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../../src/bundle/bundle.js";

/** Every entry below a folder, with a file's text. */
export function tree(folder: string): Record<string, string> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	return Object.fromEntries(
		entries
			.map((entry) => [path.relative(folder, path.join(entry.parentPath, entry.name)), entry] as const)
			.map(([name, entry]) => [name, entry.isFile() ? readFileSync(path.join(folder, name), "latin1") : kindOf(entry)])
			.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
	);
}

function kindOf(entry: { isDirectory(): boolean }): string {
	return entry.isDirectory() ? "folder" : "link";
}

/** The manifest's text, where every file that it lists is there with its digest. */
export function readWhole(folder: string): string | undefined {
	const text = tree(folder)["manifest.json"];
	if (text === undefined) return undefined;
	const { files } = JSON.parse(text) as { files: { path: string; sha256: string }[] };
	const isThere = (file: { path: string; sha256: string }) => {
		const place = path.join(folder, file.path);
		return (
			lstatSync(place, { throwIfNoEntry: false })?.isFile() === true && sha256(readFileSync(place)) === file.sha256
		);
	};
	return files.every(isThere) ? text : undefined;
}
