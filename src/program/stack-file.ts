import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { mapLeaves } from "../deployment/plain-data.js";
import { parseSource } from "../deployment/source.js";
import { formatPath, type Path } from "../path.js";
import { error, type Problem, within } from "../problem.js";

/**
 * What in a deployment of a stack's configuration a deployment file would say otherwise. A program gets its
 * configuration already read, `017` as 15, so the stack's file is read once more where it stands in the project's
 * folder; of one that stands elsewhere, dates alone can still be told.
 */
export function readDifferently(key: string, deployment: unknown): Problem[] {
	const ofFile = ofStackFile(key);
	const told = new Set(ofFile.map(({ path }) => formatPath(path)));
	return [...ofFile, ...writtenDates(deployment).filter((each) => !told.has(formatPath(each.path)))];
}

/** The stack's own file, where it stands unless Pulumi is told otherwise. */
export function stackFile(): string {
	return path.join(pulumi.runtime.getRootDirectory(), `Pulumi.${pulumi.getStack()}.yaml`);
}

function ofStackFile(key: string): Problem[] {
	const file = stackFile();
	const name = path.basename(file);
	if (!existsSync(file)) return [];
	const { problems } = parseSource(readFileSync(file, "utf8"), name);
	const different = problems.filter(({ code }) => code === "read-differently");
	return different.flatMap((problem) => within(["config", key], problem));
}

/** How the engine writes a date: `2026-01-01 00:00:00 +0000 UTC`. Nobody writes text so. */
const dateForm = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? [-+]\d{4} \S+$/;

function writtenDates(deployment: unknown): Problem[] {
	const problems: Problem[] = [];
	const note = (at: Path) =>
		problems.push(error("read-differently", at, "is a date, which the engine wrote anew; put it in quotes"));
	mapLeaves(deployment, (leaf, at) => {
		if (typeof leaf === "string" && dateForm.test(leaf)) note(at);
		return leaf;
	});
	return problems;
}
