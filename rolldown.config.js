import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "rolldown";

/**
 * The command as a few files instead of some four hundred: most of its start would go into finding and reading them.
 * What only one of its commands needs is a chunk of its own.
 */
export default defineConfig({
	input: "src/cli/main.ts",
	platform: "node",
	output: { dir: "dist/cli", format: "esm", cleanDir: true, chunkFileNames: "[name].js" },
	plugins: [{ name: "licences", generateBundle }],
});

/** The licences of everything that was taken in, which ask to be passed on. */
function generateBundle() {
	const folders = [...this.getModuleIds()].flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
	const texts = [...new Set(folders)].sort().map((folder) => {
		const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
		if (licence === undefined) throw new Error(`${folder} has no licence file`);
		const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
		return `${name}\n\n${readFileSync(path.join(folder, licence), "utf8").trim()}\n`;
	});
	this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join("\n----\n\n") });
}
