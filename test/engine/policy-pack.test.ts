import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { describeEngine, Project, shippedPackage } from "../support/engine.js";

/** A program whose group opens the sandbox, and a policy of the cloud below a component of the package. */
const program = `import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway } from "pulumi-cowork";

new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({
		baseUrl: "https://llm.example.com",
		models: ["claude-sonnet-5"],
		signIn: { apiKey: new pulumi.Config().requireSecret("key") },
	}),
	groups: {
		pilot: { preset: "lockedDown", settings: { coworkEgressAllowedHosts: ["*"] } },
		general: { preset: "lockedDown" },
	},
});
`;

const ownRule = `{
	id: "own-names",
	title: "deployments are named by their regions",
	why: "People look for them there.",
	fix: "Rename it.",
	severity: "warning",
	check: ({ name }) => (name === "eu" ? [{ subject: name, says: "eu is no region" }] : []),
}`;

const exemption = {
	rule: "open-sandbox",
	deployment: "eu",
	groups: ["pilot"],
	owner: "it@example.com",
	reason: "until the list of hosts is known",
	expires: "2999-12-31",
};

describeEngine("a policy pack on the engine", () => {
	const shipped = shippedPackage();
	let project: Project;
	let packs = 0;

	beforeAll(async () => {
		project = new Project(shipped(), "policies");
		project.write("main.mjs", program);
		const stack = await project.stack();
		await stack.inner.setConfig("key", { value: "sk-the-secret-itself", secret: true });
	});

	/** A pack with a policy file and a rule of its own. */
	function pack(policies: object): string {
		const folder = path.join(shipped(), `pack-${++packs}`);
		mkdirSync(folder);
		const yaml = "runtime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.mjs\n";
		writeFileSync(path.join(folder, "PulumiPolicy.yaml"), yaml);
		writeFileSync(
			path.join(folder, "package.json"),
			'{ "name": "pack", "version": "1.0.0", "main": "index.mjs", "private": true }\n',
		);
		writeFileSync(path.join(folder, "cowork-policies.yaml"), stringify({ policies }));
		const index = `import { coworkPolicyPack, definePolicyRule } from "pulumi-cowork/policy";

const policies = new URL("cowork-policies.yaml", import.meta.url);
coworkPolicyPack("cowork", { policies, rules: [definePolicyRule(${ownRule})] });
`;
		writeFileSync(path.join(folder, "index.mjs"), index);
		return folder;
	}

	test("refuses a preview for what is against an error, and tells warnings beside", async () => {
		const stack = await project.stack();
		const text = await stack.failure("preview", {
			policyPacks: [pack({ sets: [], rules: { "open-sandbox": "error" } })],
		});
		expect(text).toContain("[mandatory]  open-sandbox  (pulumi-cowork:index:CoworkDeployment: eu)");
		expect(text).toContain(
			"lets the agent's tools reach every host in group pilot (groups.pilot.settings.coworkEgressAllowedHosts)",
		);
		expect(text).toContain("[advisory]  own-names  (pulumi-cowork:index:CoworkDeployment: eu)");
		expect(text).toContain("eu is no region");
		expect(text).not.toContain("sk-the-secret-itself");
	});

	test("lets pass what is exempted, and what weighs nothing", async () => {
		const stack = await project.stack();
		const rules = { "open-sandbox": "error" };
		const exempted = await stack.preview({ policyPacks: [pack({ sets: [], rules, exemptions: [exemption] })] });
		expect(exempted.text).not.toContain("[mandatory]");
		const warned = await stack.preview({ policyPacks: [pack({ sets: [], rules: { "open-sandbox": "warning" } })] });
		expect(warned.text).toContain("[advisory]  open-sandbox");
	});

	test("refuses a preview for an exemption that is over", async () => {
		const stack = await project.stack();
		const over = { ...exemption, rule: "telemetry", expires: "2020-01-31" };
		const text = await stack.failure("preview", { policyPacks: [pack({ sets: [], exemptions: [over] })] });
		expect(text).toContain("[mandatory]  standing-exemptions");
		expect(text).toContain("2020-01-31 was the last day of the exemption from telemetry");
	});

	test("does not load with a policy file that names rules that there are not", async () => {
		const stack = await project.stack();
		const text = await stack.failure("preview", { policyPacks: [pack({ rules: { "open-sandboxes": "error" } })] });
		expect(text).toContain('policies.rules["open-sandboxes"]');
		expect(text).toContain('did you mean "open-sandbox"?');
	});
});
