import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { parseDeployment } from "../src/deployment/parse.js";
import { formatProblem } from "../src/problem.js";
import { recordGcp } from "./components/gcp/record-gcp.js";
import { stackConfiguration } from "./support/example-stack.js";

const outputs = { network: "projects/example-net/global/networks/main" };
const secrets = { "vertex-private:clientSecret": "GOCSPX-example" };

const stacks: [string, string, () => Promise<object>, readonly string[]][] = [
	[
		"vertex-workforce",
		"eu",
		() => import("../examples/vertex-workforce/index.js"),
		["aiplatform.eu.rep.googleapis.com"],
	],
	["vertex-private", "eu", () => import("../examples/vertex-private/index.js"), []],
];

test.each(stacks)("examples/%s deploys stack %s", async (project, stack, load, hosts) => {
	vi.resetModules();
	const config = { ...stackConfiguration(project, stack), ...secrets };
	const { urns, warnings, result, calls } = await recordGcp(load, { project, stack, config, outputs });

	expect(urns).toMatchSnapshot();
	expect(warnings).toEqual([]);
	expect(calls).toEqual([]);
	// By a private endpoint no host of inference passes the perimeter, and signing in does.
	const reached: readonly string[] = "hosts" in result && Array.isArray(result.hosts) ? result.hosts : [];
	expect(reached.filter((host) => host.includes("aiplatform"))).toEqual(hosts);
	expect(reached).toContain("sts.googleapis.com");
});

test.each([
	["vertex-workforce", { settled: ["terms", "identityProvider"] }],
	["vertex-private", { foundationSettled: ["terms"], settled: ["oauthClient"] }],
])(
	"%s warns of each step until its word stands in the stack's file, and its README names it",
	async (project, said) => {
		vi.resetModules();
		const none = Object.fromEntries(Object.keys(said).map((name) => [`${project}:${name}`, "[]"]));
		const config = { ...stackConfiguration(project, "eu"), ...secrets, ...none };
		const { warnings } = await recordGcp(() => import(`../examples/${project}/index.ts`), {
			project,
			stack: "eu",
			config,
			outputs,
		});
		const words = Object.values(said).flat();
		expect(warnings).toHaveLength(words.length);
		for (const word of words) expect(warnings.join("\n")).toContain(word);
		const text = readFileSync(`examples/${project}/README.md`, "utf8");
		for (const word of words) expect(text).toContain(`- \`${word}\`: `);
	},
);

test("the documentation's words for Vertex AI are those of a deployment", () => {
	const [, text = ""] = /```yaml\n(.*?)```/s.exec(readFileSync("docs/google-vertex.md", "utf8")) ?? [];
	const organization = { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" };
	const { warnings } = parseDeployment({ name: "eu", organization, ...parse(text) });
	expect(warnings.map(formatProblem)).toEqual([]);
});
