import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { describeEngine, Project, shippedPackage } from "../../support/engine.js";
import { each, FoundryProject } from "./simulated.js";

const subscription = "3b7f9a52-5c1e-4d0a-9e64-8f2d1c7b6a01";
const [pilot, general] = ["0a6d1e94-3c7b-4f28-95ad-6e8b2f7c1d04", "7c5b2d80-1f4e-4a96-b3c7-9d0e8f6a5b05"];
const app = ["app", "app-api", "app-principal", "app-redirects"];

describeEngine("the examples on Foundry against a simulated Azure", () => {
	const folder = shippedPackage();
	// The compiler has its say about them where it checks the whole repository.
	beforeAll(() => void vi.stubEnv("PULUMI_NODEJS_TRANSPILE_ONLY", "true"));
	afterAll(() => void vi.unstubAllEnvs());

	test("foundry-entra: an app that is registered, and one that somebody registers by hand", async () => {
		const name = "foundry-entra";
		const project = new FoundryProject(folder(), name, "", "index.ts", { files: `examples/${name}` });
		project.tell("subscription", subscription);
		const created = ["account", "deployments", "resource-group", `access.${pilot}`, `access.${general}`];
		const named = (stack: string, parts: readonly string[]) => parts.map((part) => `${stack}-inference-${part}`);

		const eu = await project.up("eu");
		expect(eu.operations).toEqual(each("create", named("eu", [...created, ...app])));
		expect(eu.outputs.appClientId?.value).toBe("client-id-of-eu-inference-app");
		expect(eu.text).toContain("an administrator has to consent for the tenant once the app is registered");
		expect(clientIdOf(project, "eu", "pilot")).toBe("client-id-of-eu-inference-app");

		const byHand = await project.up("byhand");
		expect(byHand.operations).toEqual(each("create", named("byhand", created)));
		expect(byHand.outputs.appClientId).toBeUndefined();
		expect(byHand.text).toContain("register the app by hand in Entra ID, single tenant and without a secret; ");
		expect(clientIdOf(project, "byhand", "pilot")).toBe("5a8e3f17-2b6c-4d9e-a1f0-7c4b9d8e6f03");

		expect(project.azure.accounts).toEqual({
			"example-claude-eu": ["haiku", "sonnet"],
			"example-claude-byhand": ["haiku", "sonnet"],
		});
		expect((await project.up("eu")).operations).toEqual([]);
	});

	test("foundry-private: an endpoint in the network of another stack", async () => {
		const at = `/subscriptions/${subscription}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/office`;
		const network = new Project(folder(), "network");
		network.write("main.mjs", `export const [virtualNetworkId, subnetId] = ["${at}", "${at}/subnets/endpoints"];`);
		await (await network.stack("us")).inner.up();
		const name = "foundry-private";
		const options = { files: `examples/${name}`, backend: network.backend };
		const project = new FoundryProject(folder(), name, "", "index.ts", options);
		project.tell("subscription", subscription);
		const config = readFileSync(`examples/${name}/Pulumi.us.yaml`, "utf8");
		// A backend in a folder has one organisation, with a name of its own.
		project.configure(config.replace("example/network/us", "organization/network/us"), "us");

		const { operations, outputs } = await project.up("us");
		expect(operations.filter(({ operation }) => operation !== "create")).toEqual([]);
		expect(operations.map((each) => each.name)).toEqual(
			expect.arrayContaining(
				["app-consent", "diagnostics", "private-endpoint", "private-endpoint-zones"].map(
					(part) => `private-inference-${part}`,
				),
			),
		);
		const { inputs } = await project.resource("private-inference-private-endpoint", "us");
		expect(inputs).toMatchObject({ subnet: { id: `${at}/subnets/endpoints` } });
		const link = await project.resource("private-inference-zone-link.servicesAi", "us");
		expect(link.inputs).toMatchObject({
			privateZoneName: "privatelink.services.ai.azure.com",
			virtualNetwork: { id: at },
		});
		const { inputs: account } = await project.resource("private-inference-account", "us");
		expect(account.properties).toMatchObject({ publicNetworkAccess: "Disabled", disableLocalAuth: true });
		expect(outputs.hosts?.value).not.toContain("example-claude-private.services.ai.azure.com");
		expect((await project.up("us")).operations).toEqual([]);
	});
});

function clientIdOf(project: FoundryProject, deployment: string, group: string): unknown {
	const file = project.published(deployment, "groups", group, "profiles/linux/managed-settings.json");
	return JSON.parse(readFileSync(file, "utf8")).inferenceFoundryClientId;
}
