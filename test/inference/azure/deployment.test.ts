import { describe, expect, test } from "vitest";
import { compileBundle } from "../../../src/bundle/compile.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { planWith } from "../../../src/deployment/plan-with.js";
import { registries } from "../../../src/registries.js";
import { problemsOf, soundWith } from "../../support/deployment.js";
import { clientId, directory, network, provision, settledBut, sonnet, subscription, tenantId } from "./requests.js";

const groups = {
	general: { preset: "none", members: { entraGroupId: directory.general } },
	pilot: { preset: "none", members: { entraGroupId: directory.pilot } },
};

function deployment(more: object = {}, block: object = {}): Record<string, unknown> {
	const foundry = {
		resource: "example-cowork",
		models: ["prod"],
		signIn: { entra: { tenantId, clientId, flow: "browser" } },
		provision: { ...provision, deployments: { prod: sonnet }, ...more },
		...block,
	};
	return soundWith({ inference: { foundry }, groups });
}

describe("a whole deployment", () => {
	test("is sound where everything has been seen to", () => {
		expect(problemsOf(deployment())).toEqual([]);
	});

	test("tells each thing that has not", () => {
		const codes = parseDeployment(deployment({ settled: [] })).warnings.map(({ code }) => code);
		expect(codes.sort()).toEqual([
			"app-registration",
			"data-boundary",
			"marketplace-terms",
			"model-quota",
			"soft-delete",
		]);
		expect(settledBut()).toEqual(provision.settled);
	});

	test("sets the keys of the route, and what people see of the models", () => {
		const { configurations } = parseDeployment(deployment());
		const settings = configurations.get("pilot")?.settings ?? new Map();
		const values = Object.fromEntries([...settings].map(([key, { value }]) => [key, value]));
		expect(values).toMatchObject({
			inferenceProvider: "foundry",
			inferenceCredentialKind: "interactive",
			inferenceFoundryResource: "example-cowork",
			inferenceFoundryTenantId: tenantId,
			inferenceFoundryClientId: clientId,
			inferenceFoundryAuthFlow: "browser",
			inferenceModels: [{ name: "prod", labelOverride: "claude-sonnet-5", anthropicFamilyTier: "sonnet" }],
		});
		expect(values).not.toHaveProperty("inferenceFoundryApiKey");
	});

	test("takes no text for what the cloud answers, such as a key", () => {
		const text = "<late:account.key1>";
		const message = "holds <late: and a name in angle brackets, which plans read as their own; write it in another way";
		const at = "inference.foundry.provision";
		const organization = { ...provision.provider, organization: text };
		expect(problemsOf(deployment({ tags: { team: text }, provider: organization }))).toEqual([
			`${at}.provider.organization: ${message}`,
			`${at}.tags.team: ${message}`,
		]);
		const subnets = [network.subnet.replace("office", text)];
		expect(problemsOf(deployment({ network: { subnets } }))).toEqual([`${at}.network.subnets[0]: ${message}`]);
	});

	test("claims nothing of where content stays", () => {
		const plan = planWith(registries, parseDeployment(deployment()));
		expect(plan.perimeter.summary.conversationContentStaysWithProvider).toBe(false);
		expect(plan.perimeter.hosts.map(({ host }) => host)).toEqual(
			expect.arrayContaining(["example-cowork.services.ai.azure.com", "login.microsoftonline.com"]),
		);
	});

	test("keeps what a private endpoint serves off the perimeter's list", () => {
		const privateEndpoint = { subnetId: network.subnet, virtualNetworkId: network.virtualNetwork };
		const { perimeter } = planWith(registries, parseDeployment(deployment({ privateEndpoint })));
		const hosts = perimeter.hosts.map(({ host }) => host);
		expect(hosts).not.toContain("example-cowork.services.ai.azure.com");
		expect(hosts).toContain("login.microsoftonline.com");
		expect(perimeter.notes).toContain(
			"example-cowork.services.ai.azure.com is reached through a private endpoint and is not on the perimeter list",
		);
	});

	test("writes what is planned, with what people must know of it", async () => {
		const { bundle } = await compileBundle(parseDeployment(deployment({ settled: [] })));
		const file = bundle.files.find(({ path }) => path.endsWith("cloud/resources.json"));
		const { resources, notes } = JSON.parse(Buffer.from(file?.content ?? "").toString("utf8"));
		expect(resources.map(({ type }: { type: string }) => type)).toEqual([
			"Microsoft.Resources/resourceGroups",
			"Microsoft.CognitiveServices/accounts",
			"Microsoft.Resources/deploymentStacks",
			"Microsoft.Authorization/roleAssignments",
			"Microsoft.Authorization/roleAssignments",
		]);
		expect(notes.map(({ code }: { code: string }) => code)).toContain("data-boundary");
	});
});

describe("what the block itself refuses", () => {
	const at = "inference.foundry";

	test.each<[string, Record<string, unknown>, string]>([
		[
			"a name that is no label of a host",
			deployment({}, { resource: "example.cowork" }),
			`${at}.resource: is no resource name; expected letters, digits and inner hyphens`,
		],
		[
			"two ways to sign in",
			deployment({}, { signIn: { entra: { tenantId, clientId }, apiKey: {} } }),
			`${at}.signIn: needs exactly one way to sign in; has entra and apiKey`,
		],
		[
			"no client id without a provision block",
			deployment({}, { signIn: { entra: { tenantId } }, provision: undefined }),
			`${at}.signIn.entra.clientId: is missing; entra needs it, or provision.app in the route's block, which decides it`,
		],
		[
			"a broker on Linux",
			soundWith({
				...deployment({}, { signIn: { entra: { tenantId, clientId, flow: "broker" } } }),
				groups: {
					...groups,
					pilot: { ...groups.pilot, platforms: ["linux"] },
					general: { ...groups.general, platforms: ["macos"] },
				},
			}),
			`${at}.signIn.entra.flow: there is no broker on Linux, which group pilot has; give Linux a group with another flow`,
		],
	])("%s", (_, input, problem) => {
		expect(problemsOf(input)).toContain(problem);
	});

	test("a subscription is asked for once", () => {
		expect(problemsOf(deployment({ subscription: undefined }))).toEqual([
			`${at}.provision.subscription: is missing; expected text`,
		]);
		expect(subscription).toMatch(/^[0-9a-f-]{36}$/);
	});
});
