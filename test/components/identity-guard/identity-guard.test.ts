import { expect, test } from "vitest";
import { bedrock } from "../../../src/components/aws/adapters.js";
import { CoworkDeployment, gateway } from "../../../src/entries/index.js";
import { recordAws } from "../aws/record-aws.js";

const organization = { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" };
const groups = { pilot: { preset: "none" } } as const;
const options = {
	region: "eu-central-1",
	models: ["eu.anthropic.claude-sonnet-5"],
	signIn: { bearerToken: {} },
	provision: { accountId: "123456789012", retire: ["key/cowork-eu/old"] },
};
const onBedrock = { organization, inference: bedrock(options), groups };
const onGateway = {
	organization,
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	groups,
};

const isGuard = ({ name }: { readonly name: string }) => name === "cowork-identities";

test("one guard holds what every deployment of a program signs in with", async () => {
	const { resources } = await recordAws(() => {
		new CoworkDeployment("eu", onBedrock);
		new CoworkDeployment("us", {
			...onBedrock,
			inference: bedrock({ ...options, provision: { accountId: "123456789012" } }),
		});
		new CoworkDeployment("plain", onGateway);
	});
	const at = ["inference", "bedrock", "provision"];
	const key = (deployment: string) => ({
		name: `key/cowork-${deployment}/current`,
		groups: ["pilot"],
		keptBy: 'bearerKey.previous: "current"',
		place: { account: "123456789012", resource: "shared-key.current", user: "of this deployment" },
	});
	expect(resources.filter(isGuard).map(({ inputs }) => inputs.deployments)).toEqual([
		{
			eu: { at, identities: [key("eu")], retire: ["key/cowork-eu/old"] },
			us: { at, identities: [key("us")] },
		},
	]);
	// Before anything of any deployment.
	expect(resources.findIndex(isGuard)).toBe(0);
});

test("it holds the names that a deployment had before, as its aliases say", async () => {
	const { resources } = await recordAws(() => {
		const urn = "urn:pulumi:dev::test::pulumi-cowork:index:CoworkDeployment::emea";
		new CoworkDeployment("eu", onBedrock, { aliases: [{ name: "europe" }, urn, Promise.resolve(urn)] });
	});
	expect(resources.filter(isGuard).map(({ inputs }) => inputs.deployments)).toMatchObject([
		{ eu: { formerly: ["europe", "emea"] } },
	]);
});

test("a deployment that creates nothing has the guard as well, for it may have created something before", async () => {
	const { resources } = await recordAws(() => new CoworkDeployment("plain", onGateway));
	expect(resources.filter(isGuard).map(({ inputs }) => inputs.deployments)).toEqual([{}]);
});

test("what is constructed after an await is refused where it creates something, before it is registered", async () => {
	const { result, resources } = await recordAws(async () => {
		new CoworkDeployment("eu", onBedrock);
		await Promise.resolve();
		new CoworkDeployment("plain", onGateway);
		try {
			new CoworkDeployment("us", onBedrock);
		} catch (fault) {
			return String(fault);
		}
		throw new Error("nothing was thrown");
	});
	expect(result).toContain(
		"us: is constructed after an await that follows another deployment; construct all deployments of a program without an await in between",
	);
	expect(resources.filter(({ name }) => name.startsWith("us"))).toEqual([]);
});
