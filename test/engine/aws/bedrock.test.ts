import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { SimulatedProject } from "./simulated.js";

/** Deploys what `input.json` describes: the route's block, and the groups. */
const program = `import { readFileSync } from "node:fs";
import { CoworkDeployment, local } from "pulumi-cowork";
import { bedrock } from "pulumi-cowork/aws";
const { options, groups } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
const deployment = new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: bedrock(options),
	groups,
	publish: { stores: [local({ directory: "./published" })] },
});
export const { provisioned, published } = deployment;
export const files = Object.values(deployment.groups).map((group) => group.published);
`;

const sonnet = "eu.anthropic.claude-sonnet-5";
const haiku = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
const opus = "eu.anthropic.claude-opus-4-8";
const identityCenter = {
	region: "eu-central-1",
	models: [sonnet],
	signIn: { identityCenter: { startUrl: "https://example.awsapps.com/start", region: "eu-central-1" } },
	provision: {},
};
const pilot = { preset: "none", members: { identityCenterGroup: "claude-pilot" } };
const legal = { preset: "none", members: { identityCenterGroup: "claude-legal" }, inference: { models: [haiku] } };

describeEngine("a deployment on Bedrock against a simulated AWS", () => {
	const folder = shippedPackage();

	test("through its life", async () => {
		const project = new SimulatedProject(folder(), "life", program);
		const profileOf = (group: string) => profile(project, group);

		project.describe({ options: identityCenter, groups: { pilot, legal } });
		const first = await project.up();
		expect(first.operations).toEqual(
			[
				"eu-inference-group-legal-assignment.claude-legal",
				"eu-inference-group-legal-inline-policy",
				"eu-inference-group-legal-permission-set",
				"eu-inference-shared-assignment.claude-pilot",
				"eu-inference-shared-inline-policy",
				"eu-inference-shared-permission-set",
			].map((name) => ({ operation: "create", name })),
		);
		expect(Object.keys(first.outputs.provisioned?.value.principals)).toEqual(["group-legal", "shared"]);
		expect(profileOf("pilot")).toMatchObject({
			inferenceBedrockSsoAccountId: "123456789012",
			inferenceBedrockSsoRoleName: "cowork-eu",
			inferenceModels: [sonnet],
		});
		expect(profileOf("legal")).toMatchObject({
			inferenceBedrockSsoAccountId: "123456789012",
			inferenceBedrockSsoRoleName: "cowork-eu.legal",
			inferenceModels: [haiku],
		});

		// Nothing changed, nothing happens, to no file either.
		const before = inodes(project);
		expect((await project.up()).operations).toEqual([]);
		expect(inodes(project)).toEqual(before);

		// Another model for the groups that share.
		const models = [sonnet, opus];
		project.describe({ options: { ...identityCenter, models }, groups: { pilot, legal } });
		expect((await project.up()).operations).toEqual([
			{ operation: "update", name: "eu-inference-shared-inline-policy" },
		]);
		expect(profileOf("pilot")).toMatchObject({ inferenceModels: models });
		const changed = Object.entries(inodes(project)).filter(([name, inode]) => before[name] !== inode);
		// The other group's models stand over the deployment's, which its settings.json tells, and the digest of that: in
		// every profile and in what checks devices.
		const ofPilotOrChecks = /^eu\/groups\/(?:pilot|legal\/device)\//;
		const others = changed.map(([name]) => name).filter((name) => !ofPilotOrChecks.test(name));
		expect(others.sort()).toEqual([
			// It says of each model where it is answered.
			"eu/DATA.md",
			"eu/cloud/policies/identity-shared.json",
			// Where the model is answered, and that the account has to subscribe to it.
			"eu/cloud/resources.json",
			// It names the revision of the files that it hands over.
			"eu/groups/legal/HANDOVER.md",
			"eu/groups/legal/profiles/macos/com.anthropic.claudefordesktop.eu.legal.mobileconfig",
			"eu/groups/legal/profiles/macos/com.anthropic.claudefordesktop.plist",
			"eu/groups/legal/profiles/windows/Claude.reg",
			"eu/groups/legal/settings.json",
			"eu/manifest.json",
		]);

		// A group less, and what it signed in with.
		const provision = { retire: ["permission-set/cowork-eu.legal"] };
		project.describe({ options: { ...identityCenter, models, provision }, groups: { pilot } });
		expect((await project.up()).operations).toEqual(
			[
				"eu-inference-group-legal-assignment.claude-legal",
				"eu-inference-group-legal-inline-policy",
				"eu-inference-group-legal-permission-set",
			].map((name) => ({ operation: "delete", name })),
		);
		expect(readdirSync(project.published("eu/groups"))).toEqual(["pilot"]);
	});

	test("what a failure left out is made up for by the next run", async () => {
		const project = new SimulatedProject(folder(), "halfway", program);
		project.describe({ options: identityCenter, groups: { pilot } });
		project.refuseOnce("eu-inference-shared-inline-policy");
		const { operations, message } = await project.failedUp();
		expect(operations).toEqual([{ operation: "create", name: "eu-inference-shared-permission-set" }]);
		expect(message).toContain("the simulated AWS refuses this once");
		expect((await project.up()).operations).toEqual([
			{ operation: "create", name: "eu-inference-shared-assignment.claude-pilot" },
			{ operation: "create", name: "eu-inference-shared-inline-policy" },
		]);
	});

	test("a key stays encrypted outside the profiles, and a label more is a key more", async () => {
		const project = new SimulatedProject(folder(), "key", program);
		const options = { ...identityCenter, signIn: { bearerToken: {} }, provision: { bearerKey: { ageDays: 90 } } };
		const groups = { pilot: { preset: "none" } };
		project.describe({ options, groups });
		const { outputs, text, operations } = await project.up();
		expect(operations).toEqual(
			[
				"eu-inference-shared-key.current",
				"eu-inference-shared-policy",
				"eu-inference-shared-policy-attachment",
				"eu-inference-shared-user",
			].map((name) => ({ operation: "create", name })),
		);
		expect(profile(project, "pilot").inferenceBedrockBearerToken).toBe("ABSK-eu-inference-shared-key.current");
		expect(statSync(profilePath(project, "pilot")).mode & 0o777).toBe(0o600);
		const state = await project.state();
		expect(state).toContain('"ciphertext"');
		for (const readable of [JSON.stringify(outputs), text, state]) expect(readable).not.toContain("ABSK-");

		const rotate = async (bearerKey: object) => {
			project.describe({ options: { ...options, provision: { bearerKey } }, groups });
			const run = await project.up();
			said = run.text;
			return run.operations;
		};
		let said = "";
		const parts = (label: string) =>
			["key", "policy-attachment", "user"].map((part) => `eu-inference-shared-${part}${label}`);
		expect(await rotate({ ageDays: 90, current: "next", previous: "current" })).toEqual(
			parts(".next").map((name) => ({ operation: "create", name })),
		);
		expect(profile(project, "pilot").inferenceBedrockBearerToken).toBe("ABSK-eu-inference-shared-key.next");

		// Another age is for the keys to come, which is said.
		expect(said).not.toContain("bearerKey");
		expect(await rotate({ ageDays: 180, current: "next", previous: "current" })).toEqual([]);
		for (const label of ["next", "current"]) {
			expect(said).toContain(
				`inference.bedrock.provision.bearerKey.ageDays: key shared.${label} was made for 90 days and stays so; one for 180 days needs a new label under current`,
			);
		}

		// The third key comes while the first two are there, each of a user of its own.
		const [, ...ofFirst] = parts("");
		expect(await rotate({ ageDays: 180, current: "third", previous: "next" })).toEqual(
			[
				...parts(".third").map((name) => ({ operation: "create", name })),
				...["eu-inference-shared-key.current", ...ofFirst].map((name) => ({ operation: "delete", name })),
			].sort((one, other) => (one.name < other.name ? -1 : 1)),
		);
		expect(profile(project, "pilot").inferenceBedrockBearerToken).toBe("ABSK-eu-inference-shared-key.third");
	});

	test("a key whose end is near is told of at every run", async () => {
		const project = new SimulatedProject(folder(), "ending", program);
		const options = { ...identityCenter, signIn: { bearerToken: {} }, provision: { bearerKey: { ageDays: 20 } } };
		project.describe({ options, groups: { pilot: { preset: "none" } } });
		const ends = "inference.bedrock.provision.bearerKey: key shared.current ends on ";
		// Before there is a key, nobody knows its end.
		expect((await project.preview()).text).not.toContain(ends);
		expect((await project.up()).text).toContain(ends);
		expect((await project.preview()).text).toContain(ends);
		const again = await project.up();
		expect(again.operations).toEqual([]);
		expect(again.text).toContain(", in 20 days, and devices that hold it call nothing from then on");
	});

	test("a stack that is described by its configuration goes on where AWS tells no destinations", async () => {
		const main = "../node_modules/pulumi-cowork/dist/program/index.js";
		const project = new SimulatedProject(folder(), "configured", "", main);
		project.configure(`config:
  aws:profile: platform
  configured:deployment:
    name: eu
    organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11 }
    inference:
      bedrock:
        region: eu-central-1
        models: [${sonnet}]
        signIn: { helper: { path: /opt/example/token } }
        provision: { accountId: "123456789012" }
    groups: { pilot: { preset: none } }
    publish: { local: { directory: ./published } }
`);
		const { operations, outputs, text } = await project.up();
		expect(operations).toEqual([{ operation: "create", name: "eu-inference-shared-policy" }]);
		expect(text).toContain(`AWS tells no destinations of ${sonnet}, so that the word of a table of 2026-07 holds: `);
		expect(text).toContain("policy cowork-eu has to be attached to whatever the people of pilot call as");
		expect(outputs.provisioned?.value.governance.created).toEqual([
			{ type: "AWS::IAM::ManagedPolicy", name: "cowork-eu" },
		]);
		expect(profile(project, "pilot")).toMatchObject({ inferenceCredentialHelper: "/opt/example/token" });
	});
});

function profilePath(project: SimulatedProject, group: string): string {
	return project.published("eu/groups", group, "profiles/linux/managed-settings.json");
}

function profile(project: SimulatedProject, group: string): Record<string, unknown> {
	return JSON.parse(readFileSync(profilePath(project, group), "utf8"));
}

/** A file that is written anew has another inode. */
function inodes(project: SimulatedProject): Record<string, number> {
	const names = readdirSync(project.published(), { recursive: true, encoding: "utf8" });
	return Object.fromEntries(
		names
			.map((name) => [name, statSync(project.published(name))] as const)
			.filter(([, status]) => status.isFile())
			.map(([name, status]) => [name, status.ino]),
	);
}
