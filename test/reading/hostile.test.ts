import { expect, test } from "vitest";
import { formatProblem } from "../../src/problem.js";
import { describeDeployment } from "../../src/reading/describe/describe-deployment.js";
import { SecretNames } from "../../src/reading/describe/take-secrets.js";
import { type ReadSettings, readDeviceFile } from "../../src/reading/read-device-file.js";

const encode = (text: string) => new TextEncoder().encode(text);
const tasks = (content: string) =>
	`---\n- ansible.builtin.copy:\n    dest: /etc/claude-desktop/managed-settings.json\n    content: ${content}\n`;
const payloads = (count: number) =>
	`<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array>${"<dict><key>PayloadType</key><string>com.anthropic.claudefordesktop</string></dict>".repeat(count)}</array></dict></plist>`;

test.each<[string, string, string]>([
	["lists in lists", `{"x":${"[".repeat(200_000)}${"]".repeat(200_000)}}`, "more than 100 levels"],
	["very many settings", `{${Array.from({ length: 50_000 }, (_, at) => `"a${at}":0`).join(",")}}`, "expected at most"],
	["very many payloads", payloads(5000), "expected at most"],
	["an alias", tasks("*other"), "holds an alias"],
	["lists of YAML in lists", tasks("[".repeat(200_000)), "nests deeper than"],
	["items of YAML in items", tasks("- ".repeat(200_000)), "nests deeper than"],
	["a template", tasks(`'{"inferenceGatewayApiKey":"{{ vault_key }}"}'`), "are a template"],
	[
		"spaces before what is no base64",
		`{"@odata.type":"#microsoft.graph.macOSCustomConfiguration","payload":"${" ".repeat(900_000)}!"}`,
		"is no base64",
	],
	[
		"two forms at once",
		`#!/bin/sh\n<<'END_OF_SETTINGS'\n${tasks("x")}`,
		"could be read as Linux install script of this package and as Ansible tasks",
	],
])("refuses %s", async (_, text, message) => {
	const { value, problems } = await readDeviceFile({ name: "file", bytes: encode(text) });
	expect(value).toBeUndefined();
	expect(problems.map(formatProblem).join("\n")).toContain(message);
});

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const registry = "Windows Registry Editor Version 5.00\r\n";
test.each<[string, Uint8Array, string]>([
	["Latin-1", latin1('{\n"deploymentDisplayName": "Caf\u00e9"}'), "line 2: is no UTF-8; save it as UTF-8"],
	[
		"UTF-16 from a shell's redirection",
		new Uint8Array(Buffer.from('\ufeff{"a":1}', "utf16le")),
		"is UTF-16, which only registry files are; save it as UTF-8",
	],
	[
		"UTF-16 of the other order",
		new Uint8Array(Buffer.from(`\ufeff${registry}`, "utf16le").swap16()),
		"is UTF-16 with the high byte first, which no such file is; save it as UTF-8",
	],
	[
		"an older registry file",
		latin1(`REGEDIT4\r\n\r\n[x]\r\n"a"="\u00e9"`),
		"is a registry file of an older version, whose encoding it does not say; export it anew as version 5.00",
	],
])("says what is wrong with the encoding: %s", async (_, bytes, message) => {
	const { value, problems } = await readDeviceFile({ name: "file", bytes });
	expect(value).toBeUndefined();
	expect(problems.map((each) => each.message)).toEqual([message]);
});

test.each<[string, string]>([
	["backslashes", JSON.stringify({ futureThing: `{${"\\".repeat(400_000)}` })],
	["spaces in an older header", JSON.stringify({ inferenceGatewayHeaders: `a: x${" ".repeat(900_000)}y` })],
])("reads very many %s without going over them again and again", async (_, text) => {
	const { value = [] } = await readDeviceFile({ name: "file", bytes: encode(text) });
	const settings: readonly ReadSettings[] = value.map((each) => ({
		...each,
		carried: { ...each.carried, values: [...each.carried.values, ["inferenceProvider", "gateway"]] },
	}));
	const before = performance.now();
	describeDeployment(settings, {});
	// With the square of their number it would be minutes.
	expect(performance.now() - before).toBeLessThan(15_000);
});

test("names for very many credentials of one place are found without trying all before", () => {
	const names = new SecretNames();
	const before = performance.now();
	for (let count = 1; count <= 30_000; count++) names.nameOf(["futureTokens", count], `value ${count}`);
	expect(names.taken).toHaveLength(30_000);
	// With the square of their number it would be a minute.
	expect(performance.now() - before).toBeLessThan(5000);
});
