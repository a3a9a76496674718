// Builds what programs import, as a few files for the reason the command is: an import would take longer than Pulumi's
// own. Every entry keeps the place that its declarations have. Takes the folder to write to.
import { build } from "rolldown";
import { licences } from "./licences.js";

const entries = ["core", "index", "aws", "components/artifact-store/local-provider", "program/index"];

await build({
	input: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])),
	platform: "node",
	logLevel: "warn",
	// There is one Pulumi per program, and the provider's address stands in state.
	external: [/^@pulumi\//, /^pulumi-cowork\//],
	output: { dir: process.argv[2] ?? "dist", format: "esm", chunkFileNames: "chunks/[name].js" },
	plugins: [licences],
});
