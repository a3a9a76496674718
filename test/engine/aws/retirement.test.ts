import { expect, test } from "vitest";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { each, SimulatedProject, type StoredResource } from "./simulated.js";

/** Deploys what `input.json` describes: for each resource its name, the deployment's, the route's block, the groups and aliases. */
const program = `import { readFileSync } from "node:fs";
import { CoworkDeployment, gateway } from "pulumi-cowork";
import { bedrock } from "pulumi-cowork/aws";
const deployments = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
for (const [resource, { name, options, groups, aliases = [] }] of Object.entries(deployments)) {
	new CoworkDeployment(resource, {
		...(name && { name }),
		organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
		inference: options.baseUrl ? gateway(options) : bedrock(options),
		groups,
	}, { aliases });
}
`;

const startUrl = "https://example.awsapps.com/start";
const sonnet = "eu.anthropic.claude-sonnet-5";
const haiku = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
const options = (provision: object = {}, more: object = {}) => ({
	region: "eu-central-1",
	models: [sonnet],
	signIn: { identityCenter: { startUrl, region: "eu-central-1" } },
	provision,
	...more,
});
const gatewayOptions = { baseUrl: "https://llm.example.com", signIn: { interactive: {} } };
const pilot = { preset: "none", members: { identityCenterGroup: "claude-pilot" } };
const legal = { preset: "none", members: { identityCenterGroup: "claude-legal" }, inference: { models: [haiku] } };

const byHand = { startUrl, region: "eu-central-1", accountId: "123456789012", roleName: "claude" };
const ofLegal = { identityCenter: { ...byHand, roleName: "claude-legal" } };
const instanceOf = (id: string) => ({ permissionSet: { instanceArn: `arn:aws:sso:::instance/ssoins-${id}` } });
const placed = { accountId: "123456789012", ...instanceOf("0123456789abcdef") };
const base = { eu: { options: options(placed), groups: { pilot, legal } } };
const both = ["permission-set/cowork-eu (group pilot)", "permission-set/cowork-eu.legal (group legal)"].join(", ");
const retireBoth = 'retire: ["permission-set/cowork-eu", "permission-set/cowork-eu.legal"]';
const inBlock = (retire: string) =>
	`; put back what made it; or, once these devices have another, write ${retire} in this block`;
const takes =
	"inference.bedrock.provision: this update would take from devices of deployment eu what they sign in with: ";

/** Edits of the base, and what is said of them. */
const edits: readonly [edit: string, input: object, message: string][] = [
	[
		"another name for a group",
		{ eu: { options: options(), groups: { pilot, law: legal } } },
		`permission-set/cowork-eu.legal (group legal)${inBlock('retire: ["permission-set/cowork-eu.legal"]')}`,
	],
	["another name for the deployment", { eu: { ...base.eu, name: "emea" } }, `${both}${inBlock(retireBoth)}`],
	[
		"another name for the deployment's resource",
		{ emea: base.eu },
		`${both}; put inference.bedrock.provision of deployment eu back; or, once these devices have another, write ${retireBoth} in inference.bedrock.provision of deployment emea`,
	],
	[
		"no provision block",
		{
			eu: {
				options: { ...options(), provision: undefined, signIn: { identityCenter: byHand } },
				groups: { pilot, legal },
			},
		},
		`${both}; put inference.bedrock.provision of deployment eu back; or, once these devices have another, leave in two steps: pulumi up with ${retireBoth} in inference.bedrock.provision, then without the block`,
	],
	[
		"another route",
		{ eu: { options: gatewayOptions, groups: { pilot: { preset: "none" } } } },
		`${both}; put inference.bedrock.provision of deployment eu back`,
	],
	[
		"models of its own for the last group that shares",
		{ eu: { options: options(), groups: { pilot: { ...legal, members: pilot.members }, legal } } },
		`permission-set/cowork-eu (group pilot)${inBlock('retire: ["permission-set/cowork-eu"]')}`,
	],
	[
		"a set for each group",
		{ eu: { options: options({ separateGroups: true }), groups: { pilot, legal } } },
		"permission-set/cowork-eu (group pilot)",
	],
	[
		"another account",
		{ eu: { options: options({ ...placed, accountId: "210987654321" }), groups: { pilot, legal } } },
		"permission-set/cowork-eu (group pilot), which is of account 123456789012 and not 210987654321, permission-set/cowork-eu.legal (group legal), which is of account 123456789012 and not 210987654321; put back what made it",
	],
	[
		"another instance of Identity Center",
		{ eu: { options: options({ ...placed, ...instanceOf("fedcba9876543210") }), groups: { pilot, legal } } },
		"permission-set/cowork-eu (group pilot), which is of instance arn:aws:sso:::instance/ssoins-0123456789abcdef and not arn:aws:sso:::instance/ssoins-fedcba9876543210, ",
	],
	[
		"no sets of ours any more",
		{
			eu: {
				options: options({ bringYourOwn: true }, { signIn: { identityCenter: byHand } }),
				groups: { pilot, legal: { ...legal, inference: { ...legal.inference, signIn: ofLegal } } },
			},
		},
		`${both}${inBlock(retireBoth)}`,
	],
];

/** What the sets of the base consist of. */
const partsOf = (role: string, group: string) =>
	[`assignment.claude-${group}`, "inline-policy", "permission-set"].map((part) => `eu-inference-${role}-${part}`);
const ofBase = [...partsOf("shared", "pilot"), ...partsOf("group-legal", "legal")];

describeEngine("what devices sign in with", () => {
	const folder = shippedPackage();

	test("no edit takes it unasked, in a preview and in an update without one; destroy asks nothing", async () => {
		const project = new SimulatedProject(folder(), "edits", program);
		project.describe(base);
		expect((await project.up()).operations).toEqual(each("create", ofBase));
		const before = await project.resources();

		for (const [edit, input, message] of edits) {
			project.describe(input);
			const refused = await project.failedUp();
			expect(refused.message, edit).toContain(`${takes}${message}`);
			// Nothing of the deployment is looked at, neither the old nor the new.
			expect(refused.message, edit).toContain("1 unchanged\n    1 errored");
			expect(refused.message, edit).not.toContain("unprotect");
			expect(refused.operations, edit).toEqual([]);
		}
		expect(await project.failedPreview()).toContain(takes);
		expect(byUrn(await project.resources())).toEqual(byUrn(before));

		project.describe(base);
		expect((await project.up()).operations).toEqual([]);
		expect((await project.destroy()).operations).toEqual(each("delete", ofBase));
		expect(await project.resources()).toEqual([]);
	});

	test("a key goes once another took its place beside it, and never in its stead", async () => {
		const project = new SimulatedProject(folder(), "keys", program);
		const withKey = (bearerKey: object) => ({
			eu: {
				options: options({ bearerKey: { ageDays: 90, ...bearerKey } }, { signIn: { bearerToken: {} } }),
				groups: { pilot },
			},
		});
		project.describe(withKey({ current: "first" }));
		await project.up();

		project.describe(withKey({ current: "second" }));
		const { operations, message } = await project.failedUp();
		expect(operations).toEqual([]);
		expect(message).toContain(
			`${takes}key/cowork-eu_first/first (group pilot); put back what made it, or keep it beside the new with bearerKey.previous: "first"; or, once these devices have another, write retire: ["key/cowork-eu_first/first"] in this block`,
		);

		const partsOf = (label: string) =>
			["key", "policy-attachment", "user"].map((part) => `eu-inference-shared-${part}.${label}`);
		project.describe(withKey({ current: "second", previous: "first" }));
		expect((await project.up()).operations).toEqual(each("create", partsOf("second")));
		project.describe(withKey({ current: "second" }));
		expect((await project.up()).operations).toEqual(each("delete", partsOf("first")));
	});

	test("a key of a user that exists goes with its deployment's name, unless an alias keeps it", async () => {
		const project = new SimulatedProject(folder(), "user", program);
		const bearerKey = { ageDays: 90, existing: { userName: "bedrock" } };
		const deployed = {
			name: "eu",
			options: options({ bearerKey }, { signIn: { bearerToken: {} } }),
			groups: { pilot },
		};
		project.describe({ eu: deployed });
		await project.up();

		project.describe({ emea: deployed });
		const { operations, message } = await project.failedUp();
		expect(operations).toEqual([]);
		expect(message).toContain(`${takes}key/bedrock/current (group pilot); put `);
		project.describe({ emea: { ...deployed, aliases: [{ name: "eu" }] } });
		expect((await project.up()).operations).toEqual([]);
	});

	test("what retire names goes in the same update, and everything after one that said all", async () => {
		const project = new SimulatedProject(folder(), "retired", program);
		project.describe(base);
		await project.up();

		project.describe({ eu: { options: options({ retire: ["permission-set/cowork-eu.legal"] }), groups: { pilot } } });
		expect((await project.up()).operations).toEqual(each("delete", partsOf("group-legal", "legal")));
		// What is left behind in the list is told.
		expect((await project.up()).text).toContain(
			"warning: inference.bedrock.provision.retire: names permission-set/cowork-eu.legal, which this stack does not have; leave it out",
		);

		project.describe({ eu: { options: options({ retire: "all" }), groups: { pilot } } });
		const said = await project.up();
		expect(said.operations).toEqual([]);
		expect(said.text).toContain(
			"inference.bedrock.provision.retire: lets a later update take permission-set/cowork-eu (pilot) from devices unasked",
		);
		project.describe({ eu: { options: gatewayOptions, groups: { pilot: { preset: "none" } } } });
		expect((await project.up()).operations).toEqual(each("delete", partsOf("shared", "pilot")));
	});

	test("a deployment less in a program is seen by the ones that stay", async () => {
		const project = new SimulatedProject(folder(), "several", program);
		const us = { options: options(), groups: { pilot } };
		project.describe({ ...base, us });
		await project.up();
		project.describe({ us });
		const { operations, message } = await project.failedUp();
		expect(operations).toEqual([]);
		expect(message).toContain(`${takes}${both}; put inference.bedrock.provision of deployment eu back`);
	});

	test("a stack that is described by its configuration keeps it under another name, too", async () => {
		const main = "../node_modules/pulumi-cowork/dist/program/index.js";
		const project = new SimulatedProject(folder(), "described", "", main);
		const configuration = (name: string, provision: object) => `config:
  described:deployment:
    name: ${name}
    organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11 }
    inference:
      bedrock:
        region: eu-central-1
        models: [${sonnet}]
        signIn: { bearerToken: {} }
        provision: ${JSON.stringify({ accountId: "123456789012", ...provision })}
    groups: { pilot: { preset: none } }
`;
		project.configure(configuration("eu", {}));
		await project.up();
		project.configure(configuration("emea", {}));
		const { operations, message } = await project.failedUp();
		expect(operations).toEqual([]);
		const retire = 'retire: ["key/cowork-eu/current"]';
		expect(message).toContain(
			`${takes}key/cowork-eu/current (group pilot); put inference.bedrock.provision of deployment eu back; or, once these devices have another, write ${retire} in inference.bedrock.provision of deployment emea`,
		);
		project.configure(configuration("emea", { retire: ["key/cowork-eu/current"] }));
		const names = ["key.current", "policy", "policy-attachment", "user"];
		const of = (name: string) => names.map((part) => `${name}-inference-shared-${part}`);
		expect((await project.up()).operations).toEqual(
			[...each("create", of("emea")), ...each("delete", of("eu"))].sort((a, b) => (a.name < b.name ? -1 : 1)),
		);
	});

	test("state of a build without a guard is adopted as it is", async () => {
		const project = new SimulatedProject(folder(), "adopted", program);
		project.describe(base);
		await project.up();
		await project.withoutGuard();
		expect((await project.resources()).some(({ urn }) => urn.includes("IdentityGuard"))).toBe(false);

		expect((await project.up()).operations).toEqual([]);
		project.describe({ eu: { options: options(), groups: { pilot } } });
		expect((await project.failedUp()).message).toContain("permission-set/cowork-eu.legal (group legal)");
	});
});

/** What does not depend on one another stands in state in any order. */
function byUrn(resources: readonly StoredResource[]): Record<string, StoredResource> {
	return Object.fromEntries(resources.map((each) => [each.urn, each]));
}
