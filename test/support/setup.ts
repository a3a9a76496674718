import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** What becomes of golden files that differ: `all` are written, `new` ones are, or `none`. */
		readonly updateSnapshot: "all" | "new" | "none";
	}
}

/** Runs once before every test. */
export default function setup(project: TestProject): void {
	project.provide("updateSnapshot", project.config.snapshotOptions.updateSnapshot);
}
