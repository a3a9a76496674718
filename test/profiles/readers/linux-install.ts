import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { program, run } from "../../support/programs.js";
import { python, pythonHas } from "../../support/python.js";
import { type Found, fileOf, type ProfileReader } from "../reader.js";

/** What Ansible takes of the tasks: a text that it never looks into, and never reads as JSON itself. */
const script = `
import yaml

class Loader(yaml.SafeLoader):
    pass

Loader.add_constructor("!unsafe", lambda loader, node: loader.construct_scalar(node))

def answer(documents):
    return [[json.loads(installed), json.loads(content(base64.b64decode(tasks)))] for installed, tasks in documents]

def content(tasks):
    return [task["ansible.builtin.copy"]["content"] for task in yaml.load(tasks, Loader) if "ansible.builtin.copy" in task][0]
`;

export const reader: ProfileReader = {
	needs: "python3-yaml, and to run as root",
	isHere: pythonHas("yaml") && program("sh", ["-c", "true"]) && process.getuid?.() === 0,
	carries: "values",
	read(profiles) {
		const folder = mkdtempSync(path.join(tmpdir(), "linux-"));
		try {
			const documents = profiles.map((files) => {
				const place = path.join(folder, "install.sh");
				writeFileSync(place, fileOf(files, "install-managed-settings.sh"));
				run("sh", [place], { DESTDIR: folder });
				const installed = readFileSync(path.join(folder, "etc/claude-desktop/managed-settings.json"), "utf8");
				return [installed, Buffer.from(fileOf(files, "install-managed-settings.yml")).toString("base64")];
			});
			return (python(script, documents) as readonly [Found, Found][]).map(([installed, tasks]) => {
				expect(tasks).toEqual(installed);
				return installed;
			});
		} finally {
			rmSync(folder, { recursive: true });
		}
	},
};
