import { expect, test } from "vitest";
import { Document } from "yaml";
import { deploymentYaml } from "../../src/deployment/deployment-yaml.js";
import { parseSource } from "../../src/deployment/source.js";

const written = (value: unknown) => parseSource(deploymentYaml(new Document(value)), "deployment.yaml");

// Pulumi's engine reads YAML 1.1: https://github.com/go-yaml/yaml/blob/v3/resolve.go
test.each([
	["a date", "2026-11-29"],
	["a number with underscores", "1_000"],
	["an octal number", "0o17"],
	["an octal number of old", "017"],
	["no finite number", ".inf"],
	["a question", "? a"],
	["nothing", "~"],
	["a line separator", "a\u2028b"],
	["a paragraph separator", "a\u2029b"],
	["a next line", "a\u0085b"],
	["a carriage return", "a\rb"],
	["lines", "a\nb\n"],
	["a tab", "a\tb"],
	["what stands for broken bytes", "a\ufffdb"],
	["quotes and a backslash before a line separator", '"\\\u2028'],
])("text that looks like %s comes back as it is, and every reader takes it for the same", (_, text) => {
	for (const value of [{ name: text }, { settings: { list: [text] } }, { extraSettings: { [text]: 1 } }]) {
		expect(written(value)).toMatchObject({ value, problems: [] });
	}
});

test("what nobody misreads stands without quotes", () => {
	expect(
		deploymentYaml(new Document({ name: "eu", groups: { pilot: {} }, app: { minimumVersion: "1.24012.5" } })),
	).toBe("name: eu\n\ngroups:\n  pilot: {}\n\napp:\n  minimumVersion: 1.24012.5\n");
});
