import path from "node:path";
import { defineConfig } from "vitest/config";

const source = (name: string) => path.resolve(import.meta.dirname, "src", name);

export default defineConfig({
	resolve: {
		// Examples are projects of their own, whose package is here the sources.
		alias: [
			{ find: /^pulumi-cowork$/, replacement: source("entries/index.ts") },
			{ find: /^pulumi-cowork\/(.+)$/, replacement: source("entries/$1.ts") },
		],
	},
	test: {
		include: ["test/**/*.test.ts"],
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000,
		globalSetup: "test/support/setup.ts",
		setupFiles: "test/support/properties.ts",
		reporters: ["default", "./test/support/skipped-tests.ts"],
	},
});
