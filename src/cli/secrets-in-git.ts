import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import type { Compilation } from "../bundle/compile-with.js";
import { placedReferences } from "../configuration/check-secret-text.js";
import type { Path } from "../path.js";
import { type Problem, warning } from "../problem.js";
import { isSecretReference } from "../reference/reference.js";

/** A warning where files with a credential are to lie in a work tree of Git that does not ignore them. */
export function checkSecretsInGit({ bundle, plan }: Pick<Compilation, "bundle" | "plan">, out: string): Problem[] {
	const sensitive = bundle.files.filter((file) => file.sensitive).map((file) => file.path);
	if (sensitive.length === 0) return [];
	const { standing, rest } = standingPart(path.resolve(out, bundle.deployment));
	if (!isInWorkTree(standing)) return [];
	const places = sensitive.map((file) => path.join(standing, rest, file));
	const ignored = ignoredByGit(standing, places);
	const open = places.filter((place) => !ignored.has(place));
	if (open.length === 0) return [];
	const [first = ""] = open;
	const which = open.length === 1 ? `${first} holds` : `${first} and ${open.length - 1} more hold`;
	const message = `${which} a credential in a work tree of Git that does not ignore it; name the folder in .gitignore, or choose another --out`;
	return [warning("secrets-in-git", firstSecret(plan), message)];
}

/** Where the deployment says what one of the files holds. */
function firstSecret({ groups }: Compilation["plan"]): Path {
	const placed = [...groups.values()].flatMap(({ configuration }) => placedReferences(configuration));
	return placed.find(({ reference }) => isSecretReference(reference))?.at ?? [];
}

/** The part of a path that is there, without symbolic links, and what comes after it. */
function standingPart(folder: string): { readonly standing: string; readonly rest: string } {
	let standing = folder;
	while (!existsSync(standing) && path.dirname(standing) !== standing) standing = path.dirname(standing);
	return { standing: realpathSync(standing), rest: path.relative(standing, folder) };
}

function isInWorkTree(folder: string): boolean {
	if (existsSync(path.join(folder, ".git"))) return true;
	const parent = path.dirname(folder);
	return parent !== folder && isInWorkTree(parent);
}

/** Those of the files that Git ignores; none where it does not say, because it is not installed or trusts not the folder. */
function ignoredByGit(folder: string, files: readonly string[]): ReadonlySet<string> {
	// A program that the configuration of somebody's repository names is not run.
	const words = ["-c", "core.fsmonitor=false", "check-ignore", "--stdin", "-z"];
	const { stdout, error } = spawnSync("git", words, { cwd: folder, input: files.join("\0"), encoding: "utf8" });
	return new Set(error ? [] : stdout.split("\0").filter((file) => file !== ""));
}
