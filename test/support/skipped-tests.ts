import type { Reporter, TestModule } from "vitest/node";

/** Names at the end of a run what was skipped, so that a missing program never goes unnoticed. */
export default class SkippedTests implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const names = modules.flatMap((module) =>
			[...module.children.allTests("skipped")].map((test) => `  ${module.relativeModuleId} > ${test.fullName}`),
		);
		if (names.length > 0) process.stdout.write(`\nSkipped:\n${names.sort().join("\n")}\n`);
	}
}
