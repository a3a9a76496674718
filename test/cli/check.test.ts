import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { stringify } from "yaml";
import { careful, carefulWith } from "../policy/careful.js";
import { shippedCommand, temporaryFolder } from "../support/command.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const command = shippedCommand();
let here = "";
let runs = 0;
beforeEach(() => {
	here = path.join(folder(), `case-${++runs}`);
	mkdirSync(here);
});

const place = (name: string) => path.join(here, name);
function write(name: string, content: unknown): string {
	writeFileSync(place(name), typeof content === "string" ? content : stringify(content));
	return place(name);
}

const open = carefulWith({
	groups: { pilot: { preset: "lockedDown", settings: { coworkEgressAllowedHosts: ["*"] } } },
});
const twoRules = { sets: [], rules: { "open-sandbox": "error", "wildcard-hosts": "warning" } };
const exemption = { rule: "open-sandbox", owner: "it@example.com", reason: "pilot", expires: "2999-12-31" };

const ownRule = `export default {
	id: "own-names",
	title: "the name of a deployment is that of its region",
	why: "People look for it there.",
	fix: "Rename it.",
	severity: "error",
	check: ({ name }) => (name === "eu" ? [{ subject: name, says: "eu is no region" }] : []),
};
`;

test("without a policy file the recommended rules hold, and it says so", async () => {
	const { code, results, notices } = await invoke(["check", write("eu.yaml", careful)]);
	expect({ code, notices }).toEqual({ code: 0, notices: [] });
	expect(results[0]).toBe("eu: 21 rules of the recommended rules, as no cowork-policies.yaml stands beside");
	expect(results.at(-1)).toBe("Nothing is against the rules.");
});

test("a policy file that is a link to nothing is not taken for none", async () => {
	const file = write("eu.yaml", careful);
	symlinkSync("nowhere", place("cowork-policies.yaml"));
	const { code, notices } = await invoke(["check", file]);
	expect({ code, notices }).toEqual({
		code: 2,
		notices: [`cannot read ${place("cowork-policies.yaml")}: it is a link to nowhere, where nothing is`],
	});
});

test("says rule by rule where something is against it, why, and what to do", async () => {
	const policies = write("cowork-policies.yaml", { policies: twoRules });
	const file = write("eu.yaml", open);
	const { code, results } = await invoke(["check", file]);
	expect(code).toBe(1);
	expect(results).toEqual([
		`eu: 2 rules of ${policies}`,
		"",
		"error  open-sandbox: the agent's tools reach named hosts alone",
		`  eu, group pilot: groups.pilot.settings.coworkEgressAllowedHosts (${file}:31:7): lets the agent's tools reach every host`,
		expect.stringMatching(/^ {2}With filtering off, /),
		expect.stringMatching(/^ {2}Replace /),
		"",
		"warning  wildcard-hosts: lists of hosts name each host",
		`  eu, group pilot: groups.pilot.settings.coworkEgressAllowedHosts (${file}:31:7): coworkEgressAllowedHosts opens every host`,
		expect.stringMatching(/^ {2}A wildcard /),
		expect.stringMatching(/^ {2}Name the hosts /),
		"",
		"1 error, 1 warning.",
	]);
});

test("warnings fail with --strict alone", async () => {
	write("cowork-policies.yaml", { policies: { ...twoRules, exemptions: [exemption] } });
	const file = write("eu.yaml", open);
	expect((await invoke(["check", file])).code).toBe(0);
	expect((await invoke(["check", file, "--strict"])).code).toBe(1);
});

test("an exemption is shown with who answers for it, and fails once it is over", async () => {
	write("cowork-policies.yaml", { policies: { ...twoRules, exemptions: [exemption] } });
	const file = write("eu.yaml", open);
	expect((await invoke(["check", file])).results).toContain("    until 2999-12-31, it@example.com: pilot");
	write("cowork-policies.yaml", { policies: { ...twoRules, exemptions: [{ ...exemption, expires: "2020-01-31" }] } });
	const { code, results } = await invoke(["check", file]);
	expect(code).toBe(1);
	expect(results.join("\n")).toContain("2020-01-31 was the last day of the exemption from open-sandbox");
});

test("prints one JSON document, with the place of everything", async () => {
	write("cowork-policies.yaml", { policies: twoRules });
	const file = write("eu.yaml", open);
	const { code, results } = await invoke(["check", file, "--json"]);
	expect(code).toBe(1);
	const { policies, ...rest } = JSON.parse(results.join("\n"));
	expect(rest).toEqual({ schemaVersion: 1, today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
	expect(policies[0]).toMatchObject({
		file: place("cowork-policies.yaml"),
		deployments: [{ name: "eu", file }],
		rules: [
			{ id: "open-sandbox", severity: "error" },
			{ id: "wildcard-hosts", severity: "warning" },
		],
		exempted: [],
		problems: [],
	});
	expect(policies[0].violations[0]).toMatchObject({
		rule: "open-sandbox",
		groups: ["pilot"],
		subject: "coworkEgressAllowedHosts",
		path: "groups.pilot.settings.coworkEgressAllowedHosts",
		file,
		line: 31,
		column: 7,
	});
});

test("prints SARIF with a rule for each that holds, and what is exempted as suppressed", async () => {
	write("cowork-policies.yaml", { policies: { ...twoRules, exemptions: [exemption] } });
	const file = write("eu.yaml", open);
	const { code, results } = await invoke(["check", file, "--format", "sarif"]);
	expect(code).toBe(0);
	const { version, runs: given } = JSON.parse(results.join("\n"));
	expect(version).toBe("2.1.0");
	const [{ tool, results: found }] = given;
	expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(["open-sandbox", "wildcard-hosts"]);
	expect(found).toMatchObject([
		{ ruleId: "wildcard-hosts", level: "warning" },
		{
			ruleId: "open-sandbox",
			level: "error",
			suppressions: [{ kind: "external", justification: "pilot (it@example.com, until 2999-12-31)" }],
		},
	]);
	expect(found[0].locations[0].physicalLocation.region).toEqual({ startLine: 31, startColumn: 7 });
});

test("each deployment is held to the file beside it, or all to one that is named", async () => {
	mkdirSync(place("a"));
	mkdirSync(place("b"));
	write("a/cowork-policies.yaml", { policies: twoRules });
	const a = write("a/a.yaml", { ...open, name: "a" });
	const b = write("b/b.yaml", { ...open, name: "b" });
	const files = (results: readonly string[]) =>
		JSON.parse(results.join("\n")).policies.map(({ file }: { file: string | null }) => file);
	expect(files((await invoke(["check", a, b, "--json"])).results)).toEqual([place("a/cowork-policies.yaml"), null]);
	const named = ["--policies", write("all.yaml", { policies: twoRules })];
	expect(files((await invoke(["check", a, b, ...named, "--json"])).results)).toEqual([place("all.yaml")]);
});

test("a policy file starts from what it extends", async () => {
	write("base.yaml", { policies: { sets: [], rules: { "open-sandbox": "error" } } });
	write("cowork-policies.yaml", { extends: "./base.yaml", policies: { rules: { "open-sandbox": "warning" } } });
	const { code, results } = await invoke(["check", write("eu.yaml", open)]);
	expect(code).toBe(0);
	expect(results.at(-1)).toBe("0 errors, 1 warning.");
});

test("what is wrong with a policy file is told with its place, and nothing is said of the deployment", async () => {
	const policies = write("cowork-policies.yaml", "policies:\n  rules:\n    open-sandboxes: error\n");
	const { code, results, notices } = await invoke(["check", write("eu.yaml", open)]);
	expect({ code, results }).toEqual({ code: 1, results: [] });
	expect(notices).toEqual([
		`policies.rules["open-sandboxes"] (${policies}:3:5): unknown member; did you mean "open-sandbox"?`,
	]);
});

test("an empty policy file, and one that does not parse, are told apart from deployments", async () => {
	const file = write("eu.yaml", careful);
	const policies = write("cowork-policies.yaml", "");
	const { code, notices } = await invoke(["check", file]);
	expect(code).toBe(1);
	expect(notices).toEqual([`policies (${policies}:1:1): is empty; expected an object`]);
	write("cowork-policies.yaml", "# nothing yet\n---\n");
	expect((await invoke(["check", file])).code).toBe(1);
	write("cowork-policies.yaml", "policies: [\n");
	expect((await invoke(["check", file])).notices).toEqual([expect.stringMatching(/^policies \(.*does not parse/)]);
});

test("an invalid deployment is told, and one of several makes all of them fail", async () => {
	const broken = write("broken.yaml", { ...careful, name: "us", organization: {} });
	const { code, results, notices } = await invoke(["check", write("eu.yaml", careful), broken]);
	expect({ code, results }).toEqual({ code: 1, results: [] });
	expect(notices).toEqual([`organization.name (${broken}:2:1): is missing; expected text`]);
});

test.each([
	[["check", "missing.yaml"], "cannot read missing.yaml: there is no such file"],
	[["check", "EU", "--policies", "missing.yaml"], "cannot read missing.yaml: there is no such file"],
	[["check", "EU", "--rules", "missing.mjs"], "cannot load rules of missing.mjs: there is no such file"],
])("%j is wrong usage", async (args, notice) => {
	const file = write("eu.yaml", careful);
	const { code, notices } = await invoke(args.map((each) => (each === "EU" ? file : each)));
	expect(code).toBe(2);
	expect(notices[0]).toContain(notice);
});

test("rules of one's own come from modules that are named", async () => {
	const file = write("eu.yaml", careful);
	const rules = write("rules.mjs", ownRule);
	const { status, stdout } = command.run(["check", file, "--rules", rules]);
	expect(status).toBe(1);
	expect(stdout).toContain("error  own-names: the name of a deployment is that of its region");
	const wrong = write("wrong.mjs", 'export default [{ id: "Own" }];\n');
	const refused = command.run(["check", file, "--rules", wrong]);
	expect(refused.status).toBe(2);
	expect(refused.stderr).toBe(
		`cannot load rules of ${wrong}: item 0 of its default export is no rule; export what definePolicyRule returns\n`,
	);
});

test("synth warns of what is against the policies beside a deployment, and refuses it with --strict", async () => {
	write("cowork-policies.yaml", { policies: { sets: [], rules: { "open-sandbox": "error" } } });
	const file = write("eu.yaml", open);
	const out = place("out");
	const plain = await invoke(["synth", file, "--out", out]);
	expect(plain.code).toBe(0);
	const said = `groups.pilot.settings.coworkEgressAllowedHosts (${file}:31:7): lets the agent's tools reach every host in group pilot; by policy open-sandbox, the agent's tools reach named hosts alone`;
	expect(plain.notices).toContain(`warning: ${said}`);
	const strict = await invoke(["synth", file, "--out", place("strict"), "--strict"]);
	expect(strict.code).toBe(1);
	expect(strict.notices).toContain(said);
	expect(existsSync(place("strict"))).toBe(false);
});

test("synth says nothing of policies where none are beside", async () => {
	const { code, notices } = await invoke(["synth", write("eu.yaml", open), "--out", place("out")]);
	expect(code).toBe(0);
	expect(notices.join("\n")).not.toContain("policy");
});

test("synth of several deployments tells of what their policies share once", async () => {
	const unused = { ...exemption, deployment: "us" };
	write("cowork-policies.yaml", { policies: { sets: [], rules: { "open-sandbox": "error" }, exemptions: [unused] } });
	const eu = write("eu.yaml", open);
	const us = write("us.yaml", { ...careful, name: "us" });
	const { code, notices } = await invoke(["synth", eu, us, "--out", place("out")]);
	expect(code).toBe(0);
	expect(notices.filter((line) => line.includes("open-sandbox"))).toEqual([
		expect.stringContaining("by policy open-sandbox"),
		expect.stringContaining("exempts nothing from open-sandbox any more; take it out"),
	]);
});

test("schema prints the one of policy files", async () => {
	const { code, results } = await invoke(["schema", "policies"]);
	expect(code).toBe(0);
	expect(JSON.parse(results.join("\n")).title).toBe("Policies of pulumi-cowork");
});
