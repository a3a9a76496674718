import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { directory, haiku, provision, sonnet, subscription, tenantId } from "../../inference/azure/requests.js";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { each, FoundryProject } from "./simulated.js";

/** Deploys what `input.json` describes: the route's block, and the groups. */
const program = `import { readFileSync } from "node:fs";
import { CoworkDeployment, local } from "pulumi-cowork";
import { foundry } from "pulumi-cowork/azure";
const { options, groups } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
const deployment = new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: foundry(options),
	groups,
	publish: { stores: [local({ directory: "./published" })] },
});
export const { provisioned } = deployment;
`;

const account = "example-cowork";
const opus = { ...sonnet, model: "claude-opus-4-8" };
const deployments = { haiku, opus, sonnet };
const pilot = { preset: "none", members: { entraGroupId: directory.pilot } };
const general = { preset: "none", members: { entraGroupId: directory.general } };
const entra = {
	resource: account,
	models: ["sonnet", "opus", "haiku"],
	signIn: { entra: { tenantId, flow: "browser" } },
	provision: { ...provision, deployments, app: {} },
};
const withKey = (more: object = {}) => ({
	...entra,
	models: ["sonnet"],
	signIn: { apiKey: {} },
	provision: { ...provision, deployments: { sonnet }, ...more },
});

const named = (...parts: readonly string[]) => parts.map((part) => `eu-inference-${part}`);
const ofApp = ["app", "app-api", "app-principal", "app-redirects"];
const accessOf = (...groups: readonly (keyof typeof directory)[]) =>
	groups.map((group) => `access.${directory[group]}`);

describeEngine("a deployment on Foundry against a simulated Azure", () => {
	const folder = shippedPackage();

	test("through its life", async () => {
		const project = new FoundryProject(folder(), "life", program);
		project.describe({ options: entra, groups: { pilot, general } });
		expect((await project.preview()).operations).toEqual([]);
		const first = await project.up();
		const all = named("account", "deployments", "resource-group", ...ofApp, ...accessOf("pilot", "general"));
		expect(first.operations).toEqual(each("create", all));
		// One after another: the stand-in refuses two changes of an account at once.
		expect(project.azure).toEqual({ accounts: { [account]: ["haiku", "opus", "sonnet"] }, deleted: {} });
		expect(profile(project)).toMatchObject({
			inferenceFoundryResource: account,
			inferenceFoundryTenantId: tenantId,
			inferenceFoundryClientId: "client-id-of-eu-inference-app",
		});
		expect(first.outputs.provisioned?.value).toMatchObject({ clientId: "client-id-of-eu-inference-app" });

		expect((await project.up()).operations).toEqual([]);

		// One model less: Azure has no deployment of it any more, and nothing else changes.
		const { haiku: _, ...left } = deployments;
		const fewer = { ...entra, models: ["sonnet", "opus"], provision: { ...entra.provision, deployments: left } };
		project.describe({ options: fewer, groups: { pilot, general } });
		expect((await project.up()).operations).toEqual(each("update", named("deployments")));
		expect(project.azure.accounts).toEqual({ [account]: ["opus", "sonnet"] });
		expect(profile(project).inferenceModels).toHaveLength(2);
	});

	test("whoever leaves deletes deployments first, and takes the account back by its name", async () => {
		const project = new FoundryProject(folder(), "leaving", program);
		const options = { ...entra, models: ["sonnet"], provision: { ...provision, deployments: { sonnet }, app: {} } };
		const described = (more: object = {}) =>
			project.describe({ options: { ...options, provision: { ...options.provision, ...more } }, groups: { pilot } });
		described();
		await project.up();

		// The end of the stack leaves deployments, and no account goes that has any: they go first, by hand.
		const refused = await project.failedDestroy();
		expect(refused.message).toContain("CannotDeleteResource");
		expect(project.azure.accounts).toEqual({ [account]: ["sonnet"] });
		project.deleteDeployments(account);
		const rest = await project.destroy();
		expect(rest.operations).toEqual(expect.arrayContaining(each("delete", named("account", "resource-group"))));
		expect([...refused.operations, ...rest.operations].map(({ name }) => name).sort()).toEqual(
			named("account", "deployments", "resource-group", ...ofApp, ...accessOf("pilot")).sort(),
		);
		expect(await project.resources()).toEqual([]);
		expect(project.azure).toEqual({ accounts: {}, deleted: { [account]: [] } });

		// Azure has kept the name.
		expect((await project.failedUp()).message).toContain("FlagMustBeSetForRestore");
		described({ account: { restore: true } });
		const back = await project.up();
		expect(back.text).toContain("takes back a deleted account of the name");
		expect(back.operations.map(({ name }) => name)).toEqual(expect.arrayContaining(named("account", "deployments")));
		expect(project.azure).toEqual({ accounts: { [account]: ["sonnet"] }, deleted: {} });
		described();
		expect((await project.up()).operations).toEqual([]);
	});

	test("what a conflict left out is made up for by the next run", async () => {
		const project = new FoundryProject(folder(), "conflict", program);
		project.describe({ options: entra, groups: { pilot } });
		project.tell("conflict-once", "opus");
		expect((await project.failedUp()).message).toContain("RequestConflict");
		expect(project.azure.accounts).toEqual({ [account]: ["haiku"] });
		const { operations } = await project.up();
		expect(operations).toEqual(expect.arrayContaining(each("create", named("deployments"))));
		expect(operations.filter(({ name }) => name.endsWith("-account"))).toEqual([]);
		expect(project.azure.accounts).toEqual({ [account]: ["haiku", "opus", "sonnet"] });
		expect((await project.up()).operations).toEqual([]);
	});

	test("a key stays encrypted outside the profiles, and the other one takes its place", async () => {
		const project = new FoundryProject(folder(), "key", program);
		const groups = { pilot: { preset: "none" } };
		project.describe({ options: withKey(), groups });
		const { outputs, text, operations } = await project.up();
		expect(operations).toEqual(each("create", named("account", "deployments", "resource-group")));
		expect(profile(project).inferenceFoundryApiKey).toBe("first-key-of-the-account");
		expect(statSync(profilePath(project)).mode & 0o777).toBe(0o600);
		const state = await project.state();
		expect(state).toContain('"ciphertext"');
		for (const readable of [JSON.stringify(outputs), text, state]) {
			expect(readable).not.toContain("key-of-the-account");
		}
		expect((await project.up()).operations).toEqual([]);

		project.describe({ options: withKey({ key: "key2" }), groups });
		expect((await project.up()).operations).toEqual([]);
		expect(profile(project).inferenceFoundryApiKey).toBe("second-key-of-the-account");
		expect(await project.state()).not.toContain("key-of-the-account");
	});

	test("nothing is created in another subscription, or for an API without the scope", async () => {
		const project = new FoundryProject(folder(), "elsewhere", program);
		project.describe({ options: withKey(), groups: { pilot: { preset: "none" } } });
		const elsewhere = "11111111-63c3-4f5e-8e55-0b7b5b8b1a11";
		project.tell("subscription", elsewhere);
		const refused = await project.failedUp();
		expect(refused.message).toContain(
			`provision.subscription: is ${subscription}, and the provider of Azure creates in ${elsewhere}; `,
		);
		expect(refused.operations).toEqual([]);

		// Devices of the first would lose the keys that its update was to make.
		const other = new FoundryProject(folder(), "foreign", program);
		other.describe({ options: entra, groups: { pilot } });
		other.tell("tenant", elsewhere);
		const foreign = await other.failedUp();
		expect(foreign.message).toContain(
			`signIn.entra.tenantId: is ${tenantId}, and the provider of Entra ID registers apps in ${elsewhere}; `,
		);
		expect(foreign.operations).toEqual([]);

		other.tell("tenant", tenantId);
		const provision = { ...entra.provision, app: { apiName: "Another API" } };
		other.describe({ options: { ...entra, provision }, groups: { pilot } });
		expect((await other.failedUp()).message).toContain(
			"provision.app.apiName: service principal Another API has no scope user_impersonation; ",
		);
	});

	test("a stack that is described by its configuration has the same", async () => {
		const main = "../node_modules/pulumi-cowork/dist/program/index.js";
		const project = new FoundryProject(folder(), "configured", "", main);
		project.configure(`config:
  configured:deployment:
    name: eu
    organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11 }
    inference: { foundry: ${JSON.stringify(entra)} }
    groups: { pilot: ${JSON.stringify(pilot)} }
    publish: { local: { directory: ./published } }
`);
		const { operations } = await project.up();
		const all = named("account", "deployments", "resource-group", ...ofApp, ...accessOf("pilot"));
		expect(operations).toEqual(each("create", all));
		expect(profile(project)).toMatchObject({ inferenceFoundryClientId: "client-id-of-eu-inference-app" });
	});
});

function profilePath(project: FoundryProject): string {
	return project.published("eu/groups/pilot/profiles/linux/managed-settings.json");
}

function profile(project: FoundryProject): Record<string, unknown> & { readonly inferenceModels?: readonly unknown[] } {
	return JSON.parse(readFileSync(profilePath(project), "utf8"));
}
