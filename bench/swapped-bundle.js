// How a bundle was written when the goals were set, in the place of what does so now: the whole of it beside its folder,
// which is then swapped for it, and nothing where the same stands there.
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

export function inspectSite(folder, files) {
	return { stands: existsSync(folder) && isSame(folder, files), conflicts: [] };
}

export function replaceBundle(folder, files, { stands } = inspectSite(folder, files)) {
	if (!stands) swap(folder, files);
	return { value: { changed: !stands, removed: [], foreign: [] }, problems: [] };
}

function swap(folder, files) {
	mkdirSync(path.dirname(folder), { recursive: true });
	const fresh = mkdtempSync(`${folder}.`);
	try {
		const [next, previous] = [path.join(fresh, "next"), path.join(fresh, "previous")];
		for (const { path: place, content, sensitive } of files) {
			const target = path.join(next, place);
			mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
			writeFileSync(target, content, { mode: sensitive ? 0o600 : 0o644, flag: "wx" });
		}
		if (existsSync(folder)) renameSync(folder, previous);
		renameSync(next, folder);
	} finally {
		rmSync(fresh, { recursive: true, force: true });
	}
}

function isSame(folder, files) {
	// A folder without the manifest of an earlier bundle was refused.
	readFileSync(path.join(folder, "manifest.json"));
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
	return entries.length === files.length && files.every((file) => stands(path.join(folder, file.path), file));
}

function stands(place, { content, sensitive }) {
	const status = lstatSync(place, { throwIfNoEntry: false });
	if (!status?.isFile() || status.size !== content.length) return false;
	return !(sensitive && (status.mode & 0o077) !== 0) && readFileSync(place).equals(content);
}
