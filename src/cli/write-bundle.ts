import {
	existsSync,
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
	const standing = existsSync(target);
	if (standing) refuseForeign(target);
	if (standing && isSame(target, bundle.files)) return false;
	mkdirSync(directory, { recursive: true });
	const fresh = mkdtempSync(path.join(directory, `.${bundle.deployment}.`));
	const next = path.join(fresh, "next");
	const previous = path.join(fresh, "previous");
	try {
		for (const file of bundle.files) writeFile(path.join(next, file.path), file);
		if (standing) renameSync(target, previous);
		try {
			renameSync(next, target);
		} catch (fault) {
			if (standing) renameSync(previous, target);
			throw fault;
		}
	} finally {
		rmSync(fresh, { recursive: true, force: true });
	}
	return true;
}

/** The whole folder is replaced, so it must be empty or an earlier bundle. */
function refuseForeign(target: string): void {
	if (readdirSync(target).length === 0) return;
	const manifest = path.join(target, "manifest.json");
	if (existsSync(manifest) && /"generator": "pulumi-cowork /.test(readFileSync(manifest, "utf8"))) return;
	throw new CommandExit(2, `${target} exists and is no bundle of this command; move it away or choose another --out`);
}

function writeFile(target: string, file: BundleFile): void {
	mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
	writeFileSync(target, file.content, { mode: file.sensitive ? 0o600 : 0o644, flag: "wx" });
}

function isSame(target: string, files: readonly BundleFile[]): boolean {
	const standing = new Set(listing(target));
	return standing.size === files.length && files.every((file) => standing.has(file.path) && stands(target, file));
}

/** The files below a folder, relative, with `/`. */
function listing(directory: string): string[] {
	return readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}

function stands(target: string, file: BundleFile): boolean {
	const place = path.join(target, file.path);
	const status = lstatSync(place);
	// Windows has no such modes; elsewhere a secret must not have become readable.
	const exposed = file.sensitive && process.platform !== "win32" && (status.mode & 0o077) !== 0;
	return status.isFile() && !exposed && status.size === file.content.length && readFileSync(place).equals(file.content);
}
