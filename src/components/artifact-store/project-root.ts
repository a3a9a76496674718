import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { isMissing } from "../../files/fault.js";
import { isObject } from "../../json.js";

/** Folders of projects that a program is known to be of, by the owner of what is published; never in state. */
const known = new Map<string, string>();

/** Keeps for this run of the engine where an owner's project is. */
export function rememberRoot(owner: string, root: string): void {
	known.set(owner, root);
}

/**
 * The folder of the project that an owner (`<project>/<stack>/<deployment>`) belongs to: as its program has told it, or
 * else the nearest one upward of here with a project file of that name; undefined where there is none.
 */
export function findRoot(owner: string): string | undefined {
	const [project = ""] = owner.split("/");
	return known.get(owner) ?? startingPoints().flatMap((folder) => upward(folder, project))[0];
}

/** Whether {@link findRoot} finds a project from where its program runs without being told. */
export function isFoundFromHere(root: string): boolean {
	const real = realPath(root);
	// Without an engine, as in a test of a program, there is nothing to find.
	if (real === undefined) return true;
	const below = path.relative(real, process.cwd());
	return below !== ".." && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
}

/** Whether a folder holds the file of the project of that name. */
export function isProject(folder: string, project: string): boolean {
	return ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].some((name) => nameIn(path.join(folder, name)) === project);
}

/** Where a program lies behind a link, the way that leads there is in `PWD` alone. */
function startingPoints(): string[] {
	const here = process.cwd();
	const { PWD: logical } = process.env;
	return logical !== undefined && logical !== here && realPath(logical) === here ? [logical, here] : [here];
}

function realPath(folder: string): string | undefined {
	try {
		return realpathSync(folder);
	} catch (fault) {
		if (isMissing(fault)) return undefined;
		throw fault;
	}
}

function upward(folder: string, project: string): string[] {
	if (isProject(folder, project)) return [folder];
	const above = path.dirname(folder);
	return above === folder ? [] : upward(above, project);
}

function nameIn(file: string): unknown {
	try {
		const read: unknown = parse(readFileSync(file, "utf8"), { logLevel: "silent" });
		return isObject(read) ? read.name : undefined;
	} catch (fault) {
		// A project file that does not parse is none of the project that this runs for.
		if (isMissing(fault) || (fault instanceof Error && fault.name === "YAMLParseError")) return undefined;
		throw fault;
	}
}
