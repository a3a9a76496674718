import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: { tsconfigPaths: true },
	test: {
		include: ["test/**/*.test.ts"],
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000,
		globalSetup: "test/support/setup.ts",
		reporters: ["default", "./test/support/skipped-tests.ts"],
	},
});
