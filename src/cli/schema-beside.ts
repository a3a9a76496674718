import { randomUUID } from "node:crypto";
import { lstatSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deploymentSchema, deploymentSchemaTitle } from "../deployment/deployment-schema.js";
import { readJsonNote, readNote } from "../files/read-note.js";
import { isObject, prettyJson } from "../json.js";
import type { Registries } from "../registries.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";

/** Name of the JSON Schema that stands beside deployment files, for editors. */
export const schemaName = "deployment.schema.json";

/** Refuses to write over what is no such schema, of this version or another. */
export function refuseOtherSchema(deployment: string): void {
	const file = besideOf(deployment);
	const written = withFiles("read", file, () =>
		lstatSync(file, { throwIfNoEntry: false }) ? { content: readJsonNote(file) } : undefined,
	);
	if (!written || (isObject(written.content) && written.content.title === deploymentSchemaTitle)) return;
	throw new CommandExit(
		2,
		`${file} is no schema of deployments, and editors look for that there; move it, or name a file of another folder with --out`,
	);
}

/** Writes the schema where it is missing or of another version, and says what became of it. */
export function writeSchema(deployment: string, registries: Registries): string {
	const file = besideOf(deployment);
	const text = prettyJson(deploymentSchema(registries));
	return withFiles("write", file, () => {
		const standing = readNote(file);
		if (standing === text) return `${file}, for editors, is there already.`;
		replaceFile(file, text);
		return standing === undefined
			? `${file} was written, for editors.`
			: `${file}, for editors, was of another version and was written anew.`;
	});
}

function besideOf(deployment: string): string {
	return path.join(path.dirname(deployment), schemaName);
}

/** By a rename, which follows no link. */
function replaceFile(file: string, text: string): void {
	const staged = `${file}.${randomUUID()}`;
	try {
		writeFileSync(staged, text, { flag: "wx" });
		renameSync(staged, file);
	} finally {
		rmSync(staged, { force: true });
	}
}
