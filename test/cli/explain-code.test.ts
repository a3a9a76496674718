import { expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { plain, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const code = `claudeCode:
  denyCredentialPaths: true
  permissions: { deny: [WebSearch] }
  env: { CLAUDE_CODE_DISABLE_WEB_FETCH: "1" }
`;

function explain(name: string | undefined, ...options: string[]) {
	const file = write(folder(), `${plain}${code}`, "own.yaml");
	return { file, answer: invoke(["explain", file, "--group", "pilot", ...(name ? [name] : []), ...options]) };
}

test("says of a setting of Claude Code where its value comes from, and what it adds to", async () => {
	const { file, answer } = explain("claudeCode.permissions.deny", "--json");
	const { results } = await answer;
	expect(JSON.parse(results.join("\n"))).toMatchObject({
		key: "claudeCode.permissions.deny",
		value: expect.arrayContaining(["WebSearch", "Read(~/.ssh/**)"]),
		layer: "deployment",
		from: expect.stringContaining(`claudeCode.permissions.deny (${file}:`),
		overrides: [{ layer: "preset", from: expect.stringContaining("claudeCode.denyCredentialPaths") }],
		documentation: "https://code.claude.com/docs/en/settings-reference#permissions-deny",
	});
});

test("names the key of Claude Desktop that a setting follows", async () => {
	const { results } = await explain("claudeCode.env.ANTHROPIC_BASE_URL").answer;
	expect(results.join("\n")).toContain("route, inference.gateway.baseUrl");
});

test("says of one that is not set what it stands for, and of a host which setting opens it", async () => {
	const { results } = await explain("claudeCode.skipWebFetchPreflight").answer;
	expect(results).toContain("  value         not set");
	expect(results).toContain("  default       false");
	const { results: updates } = await explain("claudeCode.env.DISABLE_AUTOUPDATER").answer;
	expect(updates).toContain("  opens         downloads.claude.ai: updates of Claude Code in the background");
});

test("lists them all after those of Claude Desktop", async () => {
	const { results } = await explain(undefined, "--json").answer;
	const keys = (JSON.parse(results.join("\n")) as { key: string }[]).map(({ key }) => key);
	expect(keys).toContain("claudeCode.parentSettingsBehavior");
	expect(keys.findIndex((key) => key.startsWith("claudeCode."))).toBeGreaterThan(keys.indexOf("inferenceProvider"));
});

test("tells what a misspelt one may have meant", async () => {
	const { notices, ...rest } = await explain("claudeCode.permissions.denny").answer;
	expect(rest.code).toBe(2);
	expect([...notices, ...rest.results].join("\n")).toContain('did you mean "permissions.deny"?');
});
