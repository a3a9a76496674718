import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { RegoEngine, TemplateFile } from "@aws/cloudformation-validate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsDnsFirewall } from "../../../src/firewall/aws/dns-firewall.js";
import { awsNetworkFirewall } from "../../../src/firewall/aws/network-firewall.js";
import { inFolder } from "../../support/in-folder.js";
import { program } from "../../support/programs.js";
import { rulesOf } from "../cases.js";
import { goldenFiles } from "../golden.js";

const words = ["awsNetworkFirewall", "awsNetworkFirewallDomainList", "awsDnsFirewall"] as const;
const templates = words.flatMap((word) => goldenFiles(word, "template.json"));

interface Found {
	readonly severity: string;
	readonly ruleId: string;
	readonly message: string;
}

/** What is wrong with a template where a text in it is another. */
async function findings(content: string, find: (file: string) => readonly Found[], from = "", to = from) {
	if (!content.includes(from)) throw new Error(`there is no ${from}`);
	return inFolder((folder) => {
		const file = path.join(folder, "template.json");
		writeFileSync(file, content.replace(from, to));
		return find(file).map(({ ruleId }) => ruleId);
	});
}

const networkFirewall = rulesOf(awsNetworkFirewall, ["llm.example.com"], { policy: true }).files[1]?.content ?? "";
const dnsFirewall = rulesOf(awsDnsFirewall, ["llm.example.com"]).files[1]?.content ?? "";
/** Templates of rule groups and of the policy that refers to them, because one rule group does not hold the rules. */
const split = rulesOf(
	awsNetworkFirewall,
	Array.from({ length: 30 }, (_, index) => `h${index}.example.com`),
	{ policy: true, capacity: 20, homeNet: "policy" },
).files.filter(({ name }) => name.endsWith(".json"));

const broken = [
	["an order that there is not", networkFirewall, '"RuleOrder": "STRICT_ORDER"', '"RuleOrder": "STRICT"'],
	["a property that there is not", networkFirewall, '"RulesString"', '"RuleString"'],
	["a capacity that is no number", networkFirewall, '"Capacity": 1000', '"Capacity": "many"'],
	["an action that there is not", dnsFirewall, '"Action": "ALLOW"', '"Action": "PASS"'],
	["a redirection that there is not", dnsFirewall, '"TRUST_REDIRECTION_DOMAIN"', '"TRUST"'],
] as const;

describe("cloudformation-validate of AWS", { timeout: 300_000 }, () => {
	let engine: InstanceType<typeof RegoEngine>;
	beforeAll(() => {
		engine = new RegoEngine();
	}, 60_000);
	afterAll(() => engine.free());

	const validate = (file: string): readonly Found[] => engine.validateStandard(new TemplateFile(file)).diagnostics;
	/** What may be written better; an ARN that a deployment file names is no parameter. */
	const isStyle = ({ severity, ruleId }: Found) => severity === "INFO" || ["W9002", "W9013"].includes(ruleId);
	const faults = (file: string) => validate(file).filter((found) => !isStyle(found));

	it("finds nothing wrong with any golden template", () => {
		expect(templates.length).toBeGreaterThan(40);
		for (const [name, place] of templates) expect([name, faults(place)]).toEqual([name, []]);
	});

	it("finds nothing wrong with templates of several rule groups", async () => {
		expect(split.length).toBeGreaterThan(1);
		for (const { content } of split) expect(await findings(content, faults)).toEqual([]);
	});

	it.each(broken)("refuses %s", async (_, content, from, to) => {
		expect(await findings(content, faults)).toEqual([]);
		expect(await findings(content, faults, from, to)).not.toEqual([]);
	});

	it("knows that another host replaces nothing", () => {
		const [, place = ""] = templates.find(([name]) => name === "policy/exact/template.json") ?? [];
		const replacing = validate(place).filter(({ ruleId }) => ruleId === "I9001");
		const properties = replacing.map(({ message }) => /'(\w+)'/.exec(message)?.[1]);
		expect(properties.sort()).toEqual(["Capacity", "FirewallArn", "FirewallPolicyName", "RuleGroupName", "Type"]);
	});
});

describe.skipIf(!program("cfn-lint", ["--version"]))("cfn-lint", { timeout: 300_000 }, () => {
	const lint = (...files: readonly string[]) =>
		JSON.parse(spawnSync("cfn-lint", ["--format", "json", ...files], { encoding: "utf8" }).stdout || "[]").map(
			({
				Rule,
				Level,
			}: {
				readonly Rule: { readonly Id: string; readonly Description: string };
				readonly Level: string;
			}) => ({
				severity: Level,
				ruleId: Rule.Id,
				message: Rule.Description,
			}),
		);

	it("finds nothing wrong with any golden template", () => {
		expect(lint(...templates.map(([, place]) => place))).toEqual([]);
	});

	it("finds nothing wrong with templates of several rule groups", async () => {
		for (const { content } of split) expect(await findings(content, lint)).toEqual([]);
	});

	it.each(broken)("refuses %s", async (_, content, from, to) => {
		expect(await findings(content, lint, from, to)).not.toEqual([]);
	});
});
