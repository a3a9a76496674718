import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import type { CloudProject } from "../simulated.js";
import { each, vertexProject } from "./simulated.js";

/** Deploys what `input.json` describes: the route's block, the groups, and what the deployment is called. */
const program = `import { readFileSync } from "node:fs";
import { CoworkDeployment, local } from "pulumi-cowork";
import { vertex } from "pulumi-cowork/gcp";
const { name, options, groups } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
const deployment = new CoworkDeployment("eu", {
	...(name && { name }),
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: vertex(options),
	groups,
	publish: { stores: [local({ directory: "./published" })] },
});
export const { provisioned } = deployment;
`;

const [sonnet, opus, fable] = ["claude-sonnet-5", "claude-opus-5", "claude-fable-5"];
const pool = { poolId: "example-people", providerId: "example-okta" };
const oidc = { clientId: "cowork", issuer: "https://login.example.com" };
const provision = { workforce: pool, enabledModels: [sonnet, opus] };
const workforce = {
	projectId: "example-cowork",
	region: "eu",
	models: [sonnet],
	signIn: { workforce: { oidc } },
	provision,
};
const pilot = { preset: "none", members: { principalSet: "group/pilots" } };
const general = { preset: "none", members: { principalSet: "group/everyone" } };
const people = (group: string) =>
	`eu-inference-member.principalSet://iam.googleapis.com/locations/global/workforcePools/example-people/group/${group}`;
const role = "projects/example-cowork/roles/cowork_eu";

describeEngine("a deployment on Vertex AI against a simulated Google Cloud", () => {
	const folder = shippedPackage();

	test("through its life", async () => {
		const project = vertexProject(folder(), "life", program);
		project.describe({ options: workforce, groups: { pilot, general } });
		expect((await project.preview()).operations).toEqual([]);
		const first = await project.up();
		expect(first.operations).toEqual(each("create", [people("everyone"), people("pilots"), "eu-inference-role"]));
		expect(first.outputs.provisioned?.value.principals).toEqual({ shared: role });
		expect((await project.resource(people("pilots"))).inputs).toMatchObject({ project: "example-cowork", role });
		expect(profile(project, "eu", "pilot")).toMatchObject({
			inferenceVertexRegion: "eu",
			inferenceVertexWorkforceAudience:
				"//iam.googleapis.com/locations/global/workforcePools/example-people/providers/example-okta",
			inferenceModels: [sonnet],
		});

		// Nothing changed, nothing happens, to no file either.
		const before = inodes(project);
		expect((await project.up()).operations).toEqual([]);
		expect(inodes(project)).toEqual(before);

		// The role knows no models: another one changes profiles alone.
		const more = { ...workforce, models: [sonnet, opus] };
		project.describe({ options: more, groups: { pilot, general } });
		expect((await project.up()).operations).toEqual([]);
		expect(profile(project, "eu", "general")).toMatchObject({ inferenceModels: [sonnet, opus] });

		// A group less, and the binding of its people.
		const gone = people("everyone").replace("eu-inference-", "").replace("member.", "member/");
		project.describe({ options: more, groups: { pilot } });
		expect(await project.failedPreview()).toContain(gone);
		project.describe({ options: { ...more, provision: { ...provision, retire: [gone] } }, groups: { pilot } });
		expect((await project.up()).operations).toEqual(each("delete", [people("everyone")]));

		// The role stays in the project, where the next deployment of the name takes it up by its name.
		project.describe({ options: more, groups: { pilot } });
		const { operations } = await project.destroy();
		expect(operations).toEqual([...each("delete", [people("pilots")]), ...each("abandon", ["eu-inference-role"])]);
		expect(await project.resources()).toEqual([]);
		const again = await project.failedUp();
		expect(again.message).toContain(`Custom project role ${role} already exists`);
		project.describe({
			options: { ...more, provision: { ...provision, role: { existing: role } } },
			groups: { pilot },
		});
		expect((await project.up()).operations).toEqual(each("create", [people("pilots")]));
	});

	test("another name leaves the role with the id that is said, and its people bound", async () => {
		const project = vertexProject(folder(), "renamed", program);
		const said = { ...workforce, provision: { ...provision, role: { id: "claude" } } };
		project.describe({ options: said, groups: { pilot } });
		await project.up();
		project.describe({ name: "europe", options: said, groups: { pilot } });
		expect((await project.up()).operations).toEqual(each("update", ["eu-inference-role"]));
		expect((await project.resource("eu-inference-role")).inputs).toMatchObject({
			roleId: "claude",
			title: "Claude Cowork europe",
		});
		expect(profile(project, "europe", "pilot")).toMatchObject({
			inferenceVertexWorkforceAudience: expect.stringContaining("/workforcePools/example-people/"),
		});
	});

	test("what a failure left out is made up for by the next run", async () => {
		const project = vertexProject(folder(), "halfway", program);
		project.describe({ options: workforce, groups: { pilot } });
		project.refuseOnce(people("pilots"));
		const { operations, message } = await project.failedUp();
		expect(operations).toEqual(each("create", ["eu-inference-role"]));
		expect(message).toContain("the simulated Google Cloud refuses this once");
		expect((await project.up()).operations).toEqual(each("create", [people("pilots")]));
	});

	test("a key stays encrypted, and a label more is a key more", async () => {
		const project = vertexProject(folder(), "key", program);
		const signIn = { credentialsFile: { path: "/etc/example/vertex.json" } };
		const withKey = (serviceAccountKey: object) => ({
			...workforce,
			signIn,
			provision: { enabledModels: [sonnet], serviceAccountKey },
		});
		const groups = { pilot: { preset: "none" } };
		const key = (label: string) => `eu-inference-shared-key.${label}`;
		const file = (label: string) =>
			JSON.stringify({ type: "service_account", private_key: `PRIVATE KEY of ${key(label)}` });

		project.describe({ options: withKey({}), groups });
		const { outputs, text, operations } = await project.up();
		expect(operations).toEqual(
			each("create", [
				"eu-inference-role",
				"eu-inference-shared-service-account",
				"eu-inference-member.serviceAccount:cowork-eu@example-cowork.iam.gserviceaccount.com",
				key("current"),
			]),
		);
		expect(outputs.provisioned?.value.credentialsFiles).toEqual({ "shared.current": file("current") });
		expect(profile(project, "eu", "pilot")).toMatchObject({
			inferenceVertexCredentialsFile: "/etc/example/vertex.json",
		});
		const published = Object.keys(inodes(project)).map((name) => readFileSync(project.published(name), "latin1"));
		const state = await project.state();
		expect(state).toContain('"ciphertext"');
		const encoded = Buffer.from(file("current")).toString("base64");
		for (const readable of [text, state, ...published]) {
			expect(readable).not.toContain("PRIVATE KEY of");
			expect(readable).not.toContain(encoded);
		}

		project.describe({ options: withKey({ current: "2027", previous: "current" }), groups });
		const rotated = await project.up();
		expect(rotated.operations).toEqual(each("create", [key("2027")]));
		expect(rotated.outputs.provisioned?.value.credentialsFiles).toEqual({
			"shared.2027": file("2027"),
			"shared.current": file("current"),
		});
		project.describe({ options: withKey({ current: "2027" }), groups });
		expect((await project.up()).operations).toEqual(each("delete", [key("current")]));
	});

	test("a model that shares what it is sent waits for a person, who is told what to run", async () => {
		const project = vertexProject(folder(), "sharing", program);
		const options = { ...workforce, models: [fable], provision: { workforce: pool, enabledModels: [fable] } };
		project.describe({ options, groups: { pilot } });
		const { message, operations } = await project.failedUp();
		expect(operations).toEqual([]);
		const acknowledged = { ...options, provision: { ...options.provision, dataSharing: "anthropic" } };
		project.describe({ options: acknowledged, groups: { pilot } });
		const { outputs } = await project.up();
		const command = outputs.provisioned?.value.dataSharingCommands[fable];
		expect(command).toContain(
			` --request POST https://aiplatform.googleapis.com/v1beta1/projects/example-cowork/locations/global/publishers/anthropic/models/${fable}:setPublisherModelConfig `,
		);
		expect(message).toContain(
			`${fable} answers 403 until the project shares what is sent to it with Anthropic; run ${command} and say`,
		);
	});

	test("a stack that is described by its configuration has what it plans", async () => {
		const main = "../node_modules/pulumi-cowork/dist/program/index.js";
		const project = vertexProject(folder(), "configured", "", main);
		project.configure(`config:
  configured:deployment:
    name: eu
    organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11 }
    inference:
      vertex:
        projectId: example-cowork
        region: eu
        models: [${sonnet}]
        signIn: { applicationDefault: {} }
        provision: { enabledModels: [${sonnet}], residency: [eu] }
    groups: { pilot: { preset: none, members: { googleGroup: pilots@example.com } } }
    publish: { local: { directory: ./published } }
`);
		const { operations, outputs } = await project.up();
		expect(operations).toEqual(each("create", ["eu-inference-member.group:pilots@example.com", "eu-inference-role"]));
		expect(outputs.provisioned?.value.governance).toMatchObject({ actions: ["aiplatform.endpoints.predict"] });
	});
});

function profile(project: CloudProject, deployment: string, group: string): Record<string, unknown> {
	const place = project.published(deployment, "groups", group, "profiles/linux/managed-settings.json");
	return JSON.parse(readFileSync(place, "utf8"));
}

/** A file that is written anew has another inode. */
function inodes(project: CloudProject): Record<string, number> {
	const names = readdirSync(project.published(), { recursive: true, encoding: "utf8" });
	return Object.fromEntries(
		names
			.map((name) => [name, statSync(project.published(name))] as const)
			.filter(([, status]) => status.isFile())
			.map(([name, status]) => [name, status.ino]),
	);
}
