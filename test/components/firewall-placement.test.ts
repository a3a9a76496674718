import * as pulumi from "@pulumi/pulumi";
import { beforeAll, expect, test } from "vitest";
import { CoworkDeployment, type CoworkDeploymentArgs, gateway, json } from "../../src/entries/index.js";
import { registries } from "../../src/registries.js";
import { quiet } from "../support/configuration.js";
import { record } from "../support/pulumi.js";
import { portcullis, portcullisAdapter } from "../variants/portcullis.js";

// The one line that a new backend takes, for this file alone.
beforeAll(() => void Object.assign(registries.firewall, { portcullis }));

const args = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	app: { installer: "offline" },
	settings: { ...quiet, isLocalDevMcpEnabled: false },
	groups: { pilot: { preset: "none", platforms: ["macos"] } },
} satisfies CoworkDeploymentArgs;

test("a firewall with a component gets its rules as a child of the deployment, and shows what it has", async () => {
	const { result, resources, urns, state } = await record(
		() => new CoworkDeployment("eu", { ...args, firewall: [portcullisAdapter(), json()] }),
	);

	expect(urns).toEqual([
		"urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment$test:index:PortcullisRules::eu-portcullis",
		"urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment::eu",
		"urn:pulumi:test::cowork::pulumi-nodejs:dynamic/pulumi-cowork:IdentityGuard::cowork-identities",
		"urn:pulumi:test::cowork::test:index:PortcullisRules$test:index:Gate::eu-portcullis-gate",
	]);
	const gate = resources.find(({ type }) => type === "test:index:Gate");
	expect(gate?.inputs).toEqual({ name: "cowork-eu", names: ["llm.example.com"] });
	expect(Object.keys(result.firewall)).toEqual(["portcullis"]);
	expect(state.get("urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment::eu")).toMatchObject({
		firewall: { portcullis: { gateId: "eu-portcullis-gate" } },
	});
});

test("what a program passes to a firewall reaches its cloud, and stands as a token in the files", async () => {
	const wall = pulumi.output("north");
	const { resources } = await record(
		() => new CoworkDeployment("eu", { ...args, firewall: [portcullisAdapter({ wall })] }),
	);

	const gate = resources.find(({ type }) => type === "test:index:Gate");
	expect(gate?.inputs).toEqual({ name: "cowork-eu", names: ["llm.example.com"], wall: "north" });
});

test("rules of each group are placed for each group, and none for all", async () => {
	const groups = { pilot: args.groups.pilot, general: args.groups.pilot };
	const { result, urns } = await record(
		() => new CoworkDeployment("eu", { ...args, groups, firewall: [portcullisAdapter({ scope: "perGroup" })] }),
	);

	expect(urns.filter((urn) => urn.includes("$test:index:Gate"))).toEqual(
		["general", "pilot"].map(
			(group) => `urn:pulumi:test::cowork::test:index:PortcullisRules$test:index:Gate::eu-portcullis-${group}-gate`,
		),
	);
	expect(Object.keys(result.firewall)).toEqual(["portcullis-general", "portcullis-pilot"]);
});

test("rules that are not to be placed are files, and nothing is registered of them", async () => {
	const { result, urns } = await record(
		() => new CoworkDeployment("eu", { ...args, firewall: [portcullisAdapter({ place: false })] }),
	);

	expect(urns.filter((urn) => urn.includes("test:index:"))).toEqual([]);
	expect(result.firewall).toEqual({});
});

test("what it leaves to another block is not placed", async () => {
	const settings = { ...args.settings, coworkEgressAllowedHosts: ["*.example.org", "example.net"] };
	const { resources } = await record(
		() => new CoworkDeployment("eu", { ...args, settings, firewall: [portcullisAdapter({ leaveTo: "json" }), json()] }),
	);

	const gate = resources.find(({ type }) => type === "test:index:Gate");
	expect(gate?.inputs.names).toEqual(["example.net", "llm.example.com"]);
});

test("what it cannot express stops everything before anything is registered", async () => {
	const settings = { ...args.settings, coworkEgressAllowedHosts: ["*.example.org"] };
	const { result, resources } = await record(() => {
		try {
			return new CoworkDeployment("eu", { ...args, settings, firewall: [portcullisAdapter()] });
		} catch (fault) {
			return String(fault);
		}
	});

	expect(result).toBe(
		"Error: firewall.portcullis: *.example.org has no words here (dropped); say leaveTo with the word of a block that can express it",
	);
	expect(resources).toEqual([]);
});
