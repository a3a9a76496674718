import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** What becomes of golden files that differ: `all` are written, `new` ones are, or `none`. */
		readonly updateSnapshot: "all" | "new" | "none";
		/** A folder for what several files of tests need and only one has to make; empty at the start of each run. */
		readonly sharedFolder: string;
	}
}

/** Runs once before every test; what it returns, after the last. */
export default function setup(project: TestProject): () => void {
	const sharedFolder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-shared-"));
	const remove = () => rmSync(sharedFolder, { recursive: true, force: true });
	project.provide("updateSnapshot", project.config.snapshotOptions.updateSnapshot);
	project.provide("sharedFolder", sharedFolder);
	project.onTestsRerun(() => {
		remove();
		mkdirSync(sharedFolder);
	});
	return remove;
}
