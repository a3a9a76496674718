// Builds the command as a few files instead of some four hundred: most of its start would go into finding and reading
// them. What only one of its commands needs is a file of its own. Takes the folder to write to.
import { build } from "rolldown";
import { licences } from "./licences.js";

await build({
	input: "src/cli/main.ts",
	platform: "node",
	logLevel: "warn",
	output: { dir: process.argv[2] ?? "dist/cli", format: "esm", cleanDir: true, chunkFileNames: "[name].js" },
	plugins: [licences],
});
