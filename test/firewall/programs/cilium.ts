import { writeFileSync } from "node:fs";
import path from "node:path";
import { builtReader } from "../../support/built-reader.js";
import { inFolder } from "../../support/in-folder.js";
import { run } from "../../support/programs.js";
import type { Program } from "./program.js";

const sources = path.join(import.meta.dirname, "cilium");

/** Built when it is asked for the first time. */
function reader() {
	return builtReader("cilium", sources, ["go", "build", "-o", "cilium-reader", "."], "cilium-reader");
}

export const cilium: Program = {
	backend: "cilium",
	title: "Cilium's policy code",
	get whyNot() {
		const built = reader();
		return "whyNot" in built ? built.whyNot : undefined;
	},
	options: { podLabels: { app: "claude-gateway" } },
	async ask([file], probes) {
		const built = reader();
		if ("whyNot" in built) throw new Error(built.whyNot);
		return inFolder((folder) => {
			const policy = path.join(folder, "policy.yaml");
			writeFileSync(policy, file?.content ?? "");
			const asked = probes.map(({ host = "unnamed.example", ...probe }) => ({ host, ...probe }));
			const opened: boolean[] = JSON.parse(run(built.path, [policy, JSON.stringify(asked)]));
			return probes.map(({ host }, index) => (host === undefined ? "-" : opened[index] ? "open" : "closed"));
		});
	},
};
