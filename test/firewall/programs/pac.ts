import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createPacResolver } from "pac-resolver";
import { QuickJS } from "quickjs-wasi";
import type { Program } from "./program.js";

/** The engine's code, which the package does not find by itself. */
const wasm = path.join(
	path.dirname(createRequire(import.meta.url).resolve("quickjs-wasi/package.json")),
	"quickjs.wasm",
);

export const pac: Program = {
	backend: "pac",
	title: "pac-resolver",
	whyNot: undefined,
	options: {},
	async ask(files, probes) {
		const engine = await QuickJS.create({ wasm: readFileSync(wasm) });
		const find = createPacResolver(engine, files[0]?.content ?? "");
		const answers = probes.map(async ({ host, port, by }) => {
			if (host === undefined || by !== undefined) return "-";
			return (await find(`https://${host}:${port}/`, host)) === "DIRECT" ? "open" : "closed";
		});
		return Promise.all(answers);
	},
};
