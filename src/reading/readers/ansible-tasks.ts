import { Lexer, parseDocument, type ScalarTag, visit } from "yaml";
import { hasRunOfIndicators, NestingMeter } from "../../deployment/nesting.js";
import { deepestNesting, nestsTooDeeply } from "../../deployment/plain-data.js";
import { isObject } from "../../json.js";
import { made, type Outcome } from "../../outcome.js";
import { settingsPath } from "../../profiles/managed-settings-place.js";
import { readText, unreadable } from "../../profiles/read-text.js";
import { linuxSettings } from "./linux-settings.js";
import type { DeviceFileReader } from "./reader.js";

/** Tasks of Ansible that copy managed settings onto a device, such as those that this package writes. */
export const ansibleTasks: DeviceFileReader = {
	title: "Ansible tasks",

	recognizes(bytes) {
		const text = readText(bytes, "utf-8").value ?? "";
		return /^---$/m.test(text) && text.includes("ansible.builtin.copy:");
	},

	decode(bytes) {
		const content = contentOf(bytes);
		return content.value === undefined ? content : linuxSettings(content.value);
	},
};

/** Text in which Ansible fills nothing in. */
class UnsafeText {
	constructor(readonly text: string) {}
}
const unsafe: ScalarTag = { tag: "!unsafe", resolve: (value) => new UnsafeText(value) };

/** Far more than tasks have. */
const mostValues = 10_000;

function contentOf(bytes: Uint8Array): Outcome<string> {
	const { value: text, problems } = readText(bytes, "utf-8");
	if (text === undefined) return { problems };
	const meter = new NestingMeter();
	// The parser goes down the levels one by one.
	if (hasRunOfIndicators(text)) return unreadable(nestsTooDeeply);
	for (const lexeme of new Lexer().lex(text)) {
		if (meter.take(lexeme) > deepestNesting) return unreadable(nestsTooDeeply);
		if (meter.values > mostValues) return unreadable(`holds more than ${mostValues} values, which no such file does`);
	}
	const document = parseDocument(text, { customTags: [unsafe], stringKeys: true, logLevel: "silent" });
	const [fault] = document.errors;
	if (fault) return unreadable(`line ${fault.linePos?.[0].line ?? 1}: is no YAML`);
	let hasAlias = false;
	visit(document, {
		Alias() {
			hasAlias = true;
			return visit.BREAK;
		},
	});
	if (hasAlias) return unreadable("holds an alias; expected every value where it stands");
	const tasks: unknown = document.toJS();
	for (const task of Array.isArray(tasks) ? tasks : []) {
		const copy: unknown = isObject(task) ? task["ansible.builtin.copy"] : undefined;
		if (!isObject(copy) || typeof copy.dest !== "string" || !copy.dest.endsWith(settingsPath)) continue;
		if (copy.content instanceof UnsafeText) return made(copy.content.text);
		if (typeof copy.content !== "string") continue;
		if (/\{[{%#]/.test(copy.content))
			return unreadable("its settings are a template, which Ansible fills in on the device");
		return made(copy.content);
	}
	return unreadable(`no task copies settings to ${settingsPath}`);
}
