import {
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Bundle, BundleFile } from "../bundle/bundle.js";
import { CommandExit } from "./exit.js";

/**
 * Writes a bundle to `<directory>/<deployment>`: to a temporary sibling first, then swapped in, so that a reader
 * never sees half of one. Returns whether anything changed; what did not change is not touched.
 */
export function writeBundle(bundle: Bundle, directory: string): boolean {
	const target = path.join(directory, bundle.deployment);
	const standing = listing(target);
	if (standing && !standing.includes("manifest.json") && standing.length > 0) {
		throw new CommandExit(
			2,
			`${target} exists and holds no bundle (no manifest.json); move it away or choose another --out`,
		);
	}
	if (standing && isSame(target, standing, bundle.files)) return false;
	mkdirSync(directory, { recursive: true });
	const fresh = mkdtempSync(path.join(directory, `.${bundle.deployment}.`));
	const next = path.join(fresh, "next");
	try {
		for (const file of bundle.files) writeFile(path.join(next, file.path), file);
		if (standing) renameSync(target, path.join(fresh, "previous"));
		swapIn(next, target, standing && path.join(fresh, "previous"));
	} finally {
		rmSync(fresh, { recursive: true, force: true });
	}
	return true;
}

function swapIn(next: string, target: string, previous: string | undefined): void {
	try {
		renameSync(next, target);
	} catch (fault) {
		if (previous) renameSync(previous, target);
		throw fault;
	}
}

function writeFile(target: string, file: BundleFile): void {
	mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
	writeFileSync(target, file.content, { mode: modeOf(file), flag: "wx" });
}

function modeOf(file: BundleFile): number {
	return file.sensitive ? 0o600 : 0o644;
}

/** The files below a folder, relative, with `/`; undefined where there is no such folder. */
function listing(directory: string): string[] | undefined {
	try {
		return readdirSync(directory, { recursive: true, withFileTypes: true })
			.filter((entry) => !entry.isDirectory())
			.map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
	} catch (fault) {
		if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return undefined;
		throw fault;
	}
}

function isSame(target: string, standing: readonly string[], files: readonly BundleFile[]): boolean {
	if (standing.length !== files.length) return false;
	const names = new Set(standing);
	return files.every((file) => {
		if (!names.has(file.path)) return false;
		const place = path.join(target, file.path);
		const status = lstatSync(place);
		// Windows has no such modes; a secret must not have become readable elsewhere.
		const readable = file.sensitive && process.platform !== "win32" && (status.mode & 0o077) !== 0;
		return (
			status.isFile() && !readable && status.size === file.content.length && readFileSync(place).equals(file.content)
		);
	});
}
