import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadDeployment } from "../../src/deployment/load.js";
import { formatProblem } from "../../src/problem.js";

const stack = (deployment: string, more = "") => `encryptionsalt: v1:abc=
config:
  aws:region: eu-central-1
${more}  cowork:deployment:
${deployment.replace(/^(?=.)/gm, "    ")}`;

const load = (text: string, others: Readonly<Record<string, string>> = {}) =>
	loadDeployment("Pulumi.eu.yaml", (file) => (file === "Pulumi.eu.yaml" ? text : (others[file] ?? "")));
const linesOf = (text: string) => load(text).problems.map((problem) => formatProblem(problem));

test("the deployment of a stack is read as if it stood in a file of its own", () => {
	const { value, problems, locate } = load(stack("name: eu\ngroups:\n  pilot: { preset: none }\n"));
	expect(problems).toEqual([]);
	expect(value).toEqual({ name: "eu", groups: { pilot: { preset: "none" } } });
	expect(locate(["groups", "pilot", "preset"])).toEqual({ file: "Pulumi.eu.yaml", line: 7, column: 16 });
	expect(locate(["groups", "general"])).toMatchObject({ line: 6 });
});

test("it may be nothing but what it extends", () => {
	const { value } = load(stack("extends: ./base.yaml\n"), { "base.yaml": "name: base\n" });
	expect(value).toEqual({ name: "base" });
});

test("the stack file of this repository is one", () => {
	const text = readFileSync("Pulumi.quickstart.yaml", "utf8");
	expect(load(text).value).toMatchObject({ name: "quickstart", organization: { name: "Example Corp" } });
});

test("scalars that Pulumi reads differently are refused in the deployment, and are nobody's business beside it", () => {
	expect(linesOf(stack("name: eu\napp: { minimumVersion: 017 }\n", "  other:port: 017\n"))).toEqual([
		expect.stringMatching(/^app\.minimumVersion \(Pulumi\.eu\.yaml:7:\d+\): /),
	]);
});

test("an encrypted value inside of the deployment is refused", () => {
	expect(linesOf(stack("settings:\n  otlpHeaders:\n    authorization: { secure: AAABAGtleQ== }\n"))).toEqual([
		"settings.otlpHeaders.authorization (Pulumi.eu.yaml:7:9): holds a secure: value, which a program would get in clear; set the secret under a key of its own and refer to it as { fromConfig: key }",
	]);
});

test.each([
	[
		"config:\n  aws:region: eu-central-1\n",
		"config (Pulumi.eu.yaml:1:1): is the configuration of a stack without a deployment; expected one under <project>:deployment",
	],
	[
		"config:\n  a:deployment: {}\n  b:deployment: {}\n",
		"config (Pulumi.eu.yaml:1:1): holds 2 deployments (a:deployment, b:deployment); keep one in each stack",
	],
])("%j is told what it lacks", (text, line) => {
	expect(linesOf(text)).toEqual([line]);
});

test("a deployment file with a member of that name is a deployment file", () => {
	expect(load("name: eu\nconfig: { a:deployment: {} }\n").value).toMatchObject({ name: "eu" });
});
