import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { type FoundryAdapterOptions, foundry } from "../../../src/entries/azure.js";
import { CoworkDeployment, type CoworkDeploymentArgs } from "../../../src/entries/index.js";
import { directory, network, provision, tenantId } from "../../inference/azure/requests.js";
import { quiet } from "../../support/configuration.js";
import { recordAzure, registeredClientId, reveal } from "./record-azure.js";

const options: FoundryAdapterOptions = {
	resource: "example-cowork",
	models: ["claude-sonnet-5"],
	signIn: { entra: { tenantId, flow: "browser" } },
	provision: { ...provision, app: {} },
};

function deploy(inference: FoundryAdapterOptions, more: Partial<CoworkDeploymentArgs> = {}) {
	return new CoworkDeployment("eu", {
		organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
		inference: foundry(inference),
		app: { installer: "offline" },
		settings: { ...quiet, isLocalDevMcpEnabled: false },
		groups: { pilot: { preset: "none", platforms: ["macos"], members: { entraGroupId: directory.pilot } } },
		...more,
	});
}

describe("foundry", () => {
	test("places what a deployment asks for, and shows the app that somebody has to consent to", async () => {
		const { result, resources, warnings } = await recordAzure(() => deploy(options));
		expect(resources.filter(({ name }) => name.startsWith("eu-inference-")).map(({ name }) => name)).toContain(
			`eu-inference-access.${directory.pilot}`,
		);
		expect(await reveal(result.provisioned.clientId)).toEqual({ value: registeredClientId, secret: false });
		expect(Object.keys(result.provisioned.principals ?? {})).toEqual(["group-pilot"]);
		expect(result.provisioned.keyExpiry).toBeUndefined();
		const { value: governance } = await reveal(result.provisioned.governance);
		expect(governance.created.map(({ type }) => type)).toContain("Microsoft.Graph/applications");
		expect(warnings).toEqual([]);
	});

	test("takes ids from other resources of the program", async () => {
		const privateEndpoint = {
			subnetId: pulumi.output(network.subnet),
			virtualNetworkId: pulumi.output(network.virtualNetwork),
		};
		const { resources } = await recordAzure(() =>
			deploy({ ...options, provision: { ...provision, app: {}, privateEndpoint } }),
		);
		const inputs = (name: string) => resources.find((each) => each.name === name)?.inputs;
		expect(inputs("eu-inference-private-endpoint")).toMatchObject({ subnet: { id: network.subnet } });
		expect(inputs("eu-inference-zone-link.servicesAi")).toMatchObject({
			virtualNetwork: { id: network.virtualNetwork },
		});
	});

	test("without provision creates nothing in Azure", async () => {
		const signIn = { entra: { tenantId, clientId: registeredClientId } };
		const { resources, calls, result } = await recordAzure(() =>
			deploy({ resource: "example-cowork", models: [{ name: "sonnet", anthropicFamilyTier: "sonnet" }], signIn }),
		);
		expect(resources.filter(({ type }) => type.startsWith("azure"))).toEqual([]);
		expect(calls).toEqual([]);
		expect(result.provisioned).toEqual({});
	});
});
