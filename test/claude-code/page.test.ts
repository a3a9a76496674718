import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { claudeCodeShape } from "../../src/claude-code/claude-code-shape.js";
import { codeFactsEdition } from "../../src/claude-code/code-setting.js";
import { codeFormats } from "../../src/profiles/claude-code/index.js";
import { problemsOf } from "../support/deployment.js";

const page = readFileSync(new URL("../../docs/claude-code.md", import.meta.url), "utf8");

test("the deployment of docs/claude-code.md is a valid one, which warns of nothing but what it shows", () => {
	const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
	expect(problemsOf(parse(yaml))).toEqual([
		"warning: groups.finance.claudeCode.permissions.deny: loosens permissions.deny, which claudeCode.permissions.deny closes further",
		"warning: groups.finance.claudeCode.permissions.deny: denies Bash altogether, which stops the shell of Cowork as well",
		"warning: groups.finance.preset: preset restricted expects coworkEgressAllowedHosts; give it in settings",
	]);
});

test("the page has every member, every format, and the edition of the facts", () => {
	const named = (words: readonly string[]) => words.filter((word) => !page.includes(`| \`${word}\` |`));
	expect(named(Object.keys(claudeCodeShape.members))).toEqual([]);
	expect(named(Object.keys(codeFormats))).toEqual([]);
	expect(page).toContain(`of ${codeFactsEdition.date}, of Claude Code up to ${codeFactsEdition.program}`);
});
