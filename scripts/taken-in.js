import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Packages whose code stands in what rolldown wrote, as their manifests with the folders that hold them, by name. */
export function packagesIn(builds) {
	const modules = builds.flatMap(({ output }) => output.flatMap(({ moduleIds = [] }) => moduleIds));
	const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []);
	return [...new Set(folders)].sort().map((folder) => ({ folder, manifest: manifestIn(folder) }));
}

/** The licences of packages, which ask to be passed on. */
export function licencesOf(packages) {
	const texts = packages.map(({ folder, manifest }) => {
		return `${manifest.name}\n\n${readFileSync(licenceIn(folder, manifest.name), "utf8").trim()}\n`;
	});
	return texts.join("\n----\n\n");
}

/** Of a package that ships none, the file that its repository has is kept here. */
function licenceIn(folder, name) {
	const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
	if (file !== undefined) return path.join(folder, file);
	const kept = path.join(import.meta.dirname, "licences", `${name}.txt`);
	if (!existsSync(kept)) throw new Error(`${folder} has no licence file`);
	return kept;
}

function manifestIn(folder) {
	return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
}
