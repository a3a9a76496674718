import type { ScalarTag } from "yaml";
import { isObject } from "../../json.js";
import { made, type Outcome } from "../../outcome.js";
import { managedSettings } from "../../profiles/managed-settings.js";
import { settingsPath } from "../../profiles/managed-settings-place.js";
import { readText, unreadable } from "../../profiles/read-text.js";
import type { DeviceFileReader } from "./reader.js";

/** Tasks of Ansible that copy managed settings onto a device, such as those that this package writes. */
export const ansibleTasks: DeviceFileReader = {
	title: "Ansible tasks",

	recognizes(bytes) {
		const text = readText(bytes, "utf-8").value ?? "";
		return /^---$/m.test(text) && text.includes("ansible.builtin.copy:");
	},

	async decode(bytes) {
		const content = await contentOf(bytes);
		return content.value === undefined ? content : managedSettings.decode(new TextEncoder().encode(content.value));
	},
};

/** Text in which Ansible fills nothing in. */
const unsafe: ScalarTag = { tag: "!unsafe", resolve: (value) => value };

async function contentOf(bytes: Uint8Array): Promise<Outcome<string>> {
	const { value: text, problems } = readText(bytes, "utf-8");
	if (text === undefined) return { problems };
	const { parseDocument } = await import("yaml");
	const document = parseDocument(text, { customTags: [unsafe] });
	const [fault] = document.errors;
	if (fault) return unreadable(`line ${fault.linePos?.[0].line ?? 1}: is no YAML`);
	const tasks: unknown = document.toJS({ maxAliasCount: 0 });
	for (const task of Array.isArray(tasks) ? tasks : []) {
		const copy: unknown = isObject(task) ? task["ansible.builtin.copy"] : undefined;
		if (!isObject(copy) || typeof copy.dest !== "string" || !copy.dest.endsWith(settingsPath)) continue;
		if (typeof copy.content === "string") return made(copy.content);
	}
	return unreadable(`no task copies settings to ${settingsPath}`);
}
