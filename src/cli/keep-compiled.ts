import { accessSync, constants, existsSync, lstatSync, mkdirSync } from "node:fs";
import module from "node:module";
import { homedir } from "node:os";
import path from "node:path";

/**
 * Has Node keep what it compiles of the command, where it can (Node 22.1): much of a start is that. What is kept is
 * executed, so that it goes to a folder of the user's and not to the one for temporary files, which everybody writes to.
 * NODE_DISABLE_COMPILE_CACHE=1 turns it off, and NODE_COMPILE_CACHE names another folder.
 * https://nodejs.org/api/module.html#module-compile-cache
 *
 * @returns whether it does
 */
export function keepCompiled(): boolean {
	// Node 20, whose types these are, has neither.
	const enable: unknown = Reflect.get(module, "enableCompileCache");
	const folderInUse: unknown = Reflect.get(module, "getCompileCacheDir");
	if (typeof enable !== "function" || typeof folderInUse !== "function") return false;
	const folder = process.env.NODE_COMPILE_CACHE === undefined ? compiledFolder(process.env) : undefined;
	// Where it fails Node compiles anew as ever.
	if (folder !== undefined) enable(folder);
	return isWritable(folderInUse());
}

function isWritable(folder: unknown): boolean {
	try {
		if (typeof folder !== "string") return false;
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * A folder for what is compiled, made where there is none; undefined where none can be had, or somebody else could put
 * something into it.
 *
 * @param user who runs the command; absent on Windows, which has no such numbers
 */
export function compiledFolder(
	{ XDG_CACHE_HOME: named = "" }: NodeJS.ProcessEnv,
	home = homedir,
	user = process.getuid?.(),
): string | undefined {
	try {
		const caches = path.isAbsolute(named) ? named : path.join(home(), ".cache");
		if (!path.isAbsolute(caches)) return undefined;
		const own = path.join(caches, "pulumi-cowork");
		const compiled = path.join(own, "compiled");
		// Node, given a folder whose parents cannot be made, may try for ever.
		for (const each of [caches, own, compiled]) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
		return [own, compiled].every((each) => isOwn(each, user)) ? compiled : undefined;
	} catch {
		// The home of a service is in no list, is not there, or is read-only.
		return undefined;
	}
}

/** Another user's, as below a shared XDG_CACHE_HOME or with the home that `sudo` keeps, would be executed all the same. */
function isOwn(folder: string, user: number | undefined): boolean {
	const status = lstatSync(folder);
	if (!status.isDirectory()) return false;
	return user === undefined || (status.uid === user && (status.mode & 0o022) === 0);
}
