import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Adds to a bundle the licences of everything that was taken in, which ask to be passed on. */
export const licences = {
	name: "licences",
	generateBundle() {
		const folders = [...this.getModuleIds()].flatMap(
			(id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? [],
		);
		const texts = [...new Set(folders)].sort().map((folder) => {
			const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
			if (file === undefined) throw new Error(`${folder} has no licence file`);
			const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
			return `${name}\n\n${readFileSync(path.join(folder, file), "utf8").trim()}\n`;
		});
		this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join("\n----\n\n") });
	},
};
