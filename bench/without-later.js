// Builds the command without what was asked for after the goals were set, since a goal is the old one plus that work: the
// files for devices, the handover (an empty file stays) with what waits for somebody, who receives data, what of a deployment
// no other file says, and writing so that others' files stay, runs wait for one another and one that is killed is completed.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { changedCommand } from "./changed-command.js";

/** Names a row that is measured with it. */
export const withoutLater = "without what was asked for later";

const instead = {
	"bundle/device-files.ts": "export const bundledDevice = () => [];",
	"bundle/handover-file.ts": `import { textFile } from "./bundle.js";
		export const bundledHandover = ({ identity: { group } }) => textFile(\`groups/\${group}/HANDOVER.md\`, "", "", group);`,
	"bundle/data-file.ts": "export const bundledData = async () => [];",
	"bundle/deployment-file.ts": "export const bundledDeployment = () => [];",
	"bundle/described-deployment.ts": "export const describeDeployment = () => undefined;",
	"handover/data-facts.ts": "export const dataFacts = () => undefined;",
	"deployment/waits.ts": "export const waitsOf = () => [];",
	"device/programs.ts": "export const namedPrograms = () => [];",
	"files/replace-bundle.ts": readFileSync(path.join(import.meta.dirname, "swapped-bundle.js"), "utf8"),
};

/** Builds it below a folder, once, and returns the path of its main file. */
export function commandWithoutLater(folder) {
	built ??= changedCommand(folder, "without-later", (sources) => {
		for (const [file, text] of Object.entries(instead)) {
			const place = path.join(sources, file);
			if (!existsSync(place)) throw new Error(`there is no ${place} to leave out`);
			writeFileSync(place, text);
		}
	});
	return built;
}

let built;
