import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import ownCollector from "../../examples/policies/own-rules.js";
import { parseDeployment } from "../../src/entries/core.js";
import { checkPolicies } from "../../src/policy/check-policies.js";
import { loadPolicies } from "../../src/policy/load-policies.js";
import { parsePolicies } from "../../src/policy/parse-policies.js";
import type { PolicyRule } from "../../src/policy/policy-rule.js";
import { type PolicyRuleSet, ruleSets } from "../../src/policy/rule-sets.js";
import { policyRules } from "../../src/policy/rules/index.js";
import { registries } from "../../src/registries.js";
import { reviewParsed } from "../../src/review/review-parsed.js";

const read = (file: string) => readFileSync(file, "utf8");
const folder = "examples/policies";

test("the page shows what the registry and the example say", async () => {
	const blocks: Readonly<Record<string, string>> = {
		file: fenced("yaml", read(`${folder}/cowork-policies.yaml`)),
		sets: table(
			["`sets:`", "when", "rules"],
			Object.entries<PolicyRuleSet>(ruleSets).map(([word, { title, rules }]) => [
				`\`${word}\``,
				title,
				rules.map((id) => `\`${id}\``).join(", "),
			]),
		),
		rules: table(
			["rule", "what holds", "why", "what to do", "weighs", "parameters"],
			Object.values<PolicyRule>(policyRules).map((rule) => [
				`\`${rule.id}\``,
				rule.title,
				rule.why,
				rule.fix,
				rule.severity,
				parametersOf(rule),
			]),
		),
		pack: fenced("js", read(`${folder}/pack/index.js`)),
		own: fenced("ts", read(`${folder}/own-rules.ts`).replaceAll("\t", "  ")),
	};
	const page = read("docs/policies.md");
	const seen: string[] = [];
	const current = page.replace(/(<!-- begin (\w+) -->\n).*?(<!-- end \2 -->)/gs, (_, begin, name: string, end) => {
		seen.push(name);
		return `${begin}\n${blocks[name]}\n${end}`;
	});
	expect([...seen].sort()).toEqual(Object.keys(blocks).sort());
	await expect(current).toMatchFileSnapshot(path.resolve("docs/policies.md"));
});

test("the example's deployment is held to its policies, and to the rule of its own", () => {
	const parsed = parseDeployment(parse(read(`${folder}/deployment.yaml`)));
	const { value: deployment } = reviewParsed(parsed, registries);
	const { value: policies } = loadPolicies(`${folder}/cowork-policies.yaml`, read, [ownCollector]).read;
	if (!deployment || !policies) throw new Error("the example is refused");
	const check = (today: string) => checkPolicies(policies, [deployment], { today });
	expect(check("2027-06-30").violations).toEqual([]);
	expect(check("2027-06-30").exempted.map(({ rule }) => rule.id)).toEqual(["wildcard-hosts"]);
	expect(check("2027-07-01").problems.map(({ code }) => code)).toEqual(["exemption-over"]);
	expect(policies.rules.map(({ rule }) => rule.id)).toContain("own-collector");
});

test("the rule of the example finds a collector elsewhere, by the domain that a policy file gives", () => {
	const parsed = parseDeployment(parse(read(`${folder}/deployment.yaml`)));
	const { value: deployment } = reviewParsed(parsed, registries);
	const rules = { "own-collector": { parameters: { domain: "example.org" } } };
	const { value: policies } = parsePolicies({ policies: { sets: [], rules } }, { ownRules: [ownCollector] });
	if (!deployment || !policies) throw new Error("the example is refused");
	const { violations } = checkPolicies(policies, [deployment], { today: "2027-01-15" });
	expect(violations).toMatchObject([
		{
			groups: ["general", "research"],
			says: "sends telemetry to https://otel.example.com",
			at: { path: "settings.otlpEndpoint" },
		},
	]);
});

function parametersOf({ parameters }: PolicyRule): string {
	const members = Object.entries(parameters?.members ?? {});
	return members
		.map(([name, { summary, required, default: usual, defaultNote }]) => {
			const word = required ? `**\`${name}\`**` : `\`${name}\``;
			const absent = required ? "" : ` Where absent: ${defaultNote ?? `\`${JSON.stringify(usual)}\``}.`;
			return `${word}: ${summary}${absent}`;
		})
		.join("<br>");
}

function fenced(language: string, text: string): string {
	return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
