import { expect, test } from "vitest";
import type { AzureBlobStoreOptions } from "../../src/artifact-store/azure-blob/options.js";
import { azureBlob } from "../../src/artifact-store/azure-blob.js";
import { bedrock } from "../../src/components/aws/adapters.js";
import { foundry } from "../../src/components/azure/adapters.js";
import { azureBlob as azureBlobStore } from "../../src/components/azure/store-adapters.js";
import { CoworkDeployment } from "../../src/components/cowork-deployment.js";
import { vertex } from "../../src/components/gcp/adapters.js";
import { gateway } from "../../src/components/inference-routes.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { registries } from "../../src/registries.js";
import { plannedParts } from "../../src/review/planned-parts.js";
import { recordAws } from "../components/aws/record-aws.js";
import { clientConfig, recordAzure } from "../components/azure/record-azure.js";
import { recordGcp } from "../components/gcp/record-gcp.js";
import { least, onEcs } from "../observability/ecs/ecs-deployment.js";
import { bedrockPeople, bedrockPrivate, foundryPeople, vertexPeople } from "./clouds.js";

function plannedIds(input: unknown): string[] {
	const { value = [] } = plannedParts(parseDeployment(input), registries);
	return value.flatMap(({ resources }) => resources.map(({ id }) => id)).sort();
}

interface Registered {
	readonly type: string;
	readonly name: string;
}

/** Ids of what a component registers in a cloud; logical names end in them. */
function idsOf(resources: readonly Registered[], cloud: RegExp, known: readonly string[]): (string | undefined)[] {
	return resources
		.filter(({ type }) => cloud.test(type))
		.map(({ name }) => known.filter((id) => name.endsWith(`-${id}`)).sort((a, b) => b.length - a.length)[0] ?? name)
		.sort();
}

const identityCenter = {
	"aws:ssoadmin/getInstances:getInstances": () => ({
		arns: ["arn:aws:sso:::instance/ssoins-0123456789abcdef"],
		identityStoreIds: ["d-0123456789"],
	}),
	"aws:identitystore/getGroup:getGroup": () => ({ groupId: "0f1e2d3c-1111-2222-3333-444455556666" }),
};

test.each([
	["people at Identity Center", bedrockPeople],
	["keys and private endpoints", bedrockPrivate],
])("what is planned for Bedrock with %s is what its component registers", async (_, input) => {
	const { name, inference, firewall: __, ...rest } = { firewall: {}, ...input };
	const build = () => new CoworkDeployment(name, { ...rest, inference: bedrock(inference.bedrock as never) } as never);
	const { resources } = await recordAws(build, identityCenter);
	const known = plannedIds({ ...input, firewall: {} });
	expect(known.length).toBeGreaterThan(3);
	expect(idsOf(resources, /^aws:/, known)).toEqual(known);
});

test("what is planned for a collector is listed by the place that asks for it", () => {
	const { value = [] } = plannedParts(parseDeployment(onEcs(least)), registries);
	expect(value.map(({ block }) => block)).toEqual(["observability.collector.provision.ecs"]);
	expect(value[0]?.resources.map(({ type }) => type)).toContain("AWS::ECS::Service");
	expect(value[0]?.uses).toEqual([{ type: "AWS::SecretsManager::Secret", meter: "per secret, and per request" }]);
});

test("what is planned for Foundry is what its component registers", async () => {
	const { name, inference, ...rest } = foundryPeople;
	const build = () => new CoworkDeployment(name, { ...rest, inference: foundry(inference.foundry as never) } as never);
	const subscription = () => ({ subscriptionId: inference.foundry.provision.subscription });
	const { resources } = await recordAzure(build, { [clientConfig]: subscription });
	const known = plannedIds(foundryPeople);
	expect(known.length).toBeGreaterThan(10);
	expect(idsOf(resources, /^azure(?:-native|ad):/, known)).toEqual(known);
});

test("what is planned for containers of Azure is what their store registers, but for the files", async () => {
	const block = azureBlob.examples["sensitive-account"] as AzureBlobStoreOptions;
	const signIn = { interactive: {} };
	const input = {
		name: "eu",
		organization: foundryPeople.organization,
		inference: { gateway: { baseUrl: "https://llm.example.com", signIn } },
		groups: { pilot: { preset: "none" } },
		publish: { azureBlob: block },
	};
	const build = () => {
		const publish = { stores: [azureBlobStore(block)] };
		return new CoworkDeployment("eu", { ...input, inference: gateway(input.inference.gateway), publish } as never);
	};
	const { resources } = await recordAzure(build, { [clientConfig]: () => ({ subscriptionId: block.subscription }) });
	const known = plannedIds(input);
	expect(known.length).toBeGreaterThan(4);
	const placed = resources.filter(({ name }) => known.some((id) => name.endsWith(`-${id}`)));
	expect(idsOf(placed, /^azure-native:/, known)).toEqual(known);
	const others = resources.filter((each) => /^azure-native:/.test(each.type) && !placed.includes(each));
	expect(others.filter(({ type }) => !/Blob$/.test(type))).toEqual([]);
});

test("what is planned for Vertex AI is what its component registers", async () => {
	const { name, inference, ...rest } = vertexPeople;
	const build = () => new CoworkDeployment(name, { ...rest, inference: vertex(inference.vertex as never) } as never);
	const { resources } = await recordGcp(build);
	const known = plannedIds(vertexPeople);
	expect(known.length).toBeGreaterThan(2);
	expect(idsOf(resources, /^gcp:/, known)).toEqual(known);
});
