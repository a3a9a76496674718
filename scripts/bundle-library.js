// Builds what programs import, as a few files for the reason the command is: an import would take longer than Pulumi's
// own. Every entry keeps the place that its declarations have. Takes the folder to write to.
import { build } from "rolldown";
import { entries } from "./entries.js";
import { licences } from "./licences.js";

/** The program in the repository's root is none that anybody imports. */
const files = [...entries.map((file) => `entries/${file}`), "program/index"];

await build({
	input: Object.fromEntries(files.map((file) => [file, `src/${file}.ts`])),
	platform: "node",
	logLevel: "warn",
	// There is one Pulumi per program, and the provider's address stands in state.
	external: [/^@pulumi\//, /^pulumi-cowork\//],
	output: { dir: process.argv[2] ?? "dist", format: "esm", chunkFileNames: "chunks/[name].js" },
	plugins: [licences],
});
