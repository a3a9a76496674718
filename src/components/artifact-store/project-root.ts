import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { contains } from "../../files/contains.js";
import { isMissing } from "../../files/fault.js";
import { isObject } from "../../json.js";

/** Folders of projects that a program is known to be of, by the owner of what is published; never in state. */
const known = new Map<string, string>();

/** Keeps for this run of the engine where an owner's project is. */
export function rememberRoot(owner: string, root: string): void {
	known.set(owner, root);
}

/** The folder of an owner's project, as its program has told it in this run of the engine. */
export function knownRoot(owner: string): string | undefined {
	return known.get(owner);
}

/** The nearest folder upward of here with the file of the project of an owner (`<project>/<stack>/<deployment>`). */
export function searchRoot(owner: string): string | undefined {
	const [project = ""] = owner.split("/");
	return upward(process.cwd(), project);
}

/** Whether {@link searchRoot} finds a project from where its program runs: a program behind a link may be elsewhere. */
export function isFoundFromHere(root: string): boolean {
	const real = realPath(root);
	// Without an engine, as in a test of a program, there is nothing to find.
	return real === undefined || contains(real, process.cwd());
}

/** Whether a folder holds the file of the project of that name. */
export function isProject(folder: string, project: string): boolean {
	return ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].some((name) => nameIn(path.join(folder, name)) === project);
}

function realPath(folder: string): string | undefined {
	try {
		return realpathSync(folder);
	} catch (fault) {
		if (isMissing(fault)) return undefined;
		throw fault;
	}
}

function upward(folder: string, project: string): string | undefined {
	if (isProject(folder, project)) return folder;
	const above = path.dirname(folder);
	return above === folder ? undefined : upward(above, project);
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
