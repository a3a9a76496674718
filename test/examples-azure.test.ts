import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { clientConfig, entraConfig, getPrincipal, recordAzure } from "./components/azure/record-azure.js";
import { network } from "./inference/azure/requests.js";
import { stackConfiguration } from "./support/example-stack.js";

const subscriptionId = "3b7f9a52-5c1e-4d0a-9e64-8f2d1c7b6a01";
const outputs = {
	subnetId: network.subnet.replace(/(?<=\/subscriptions\/)[^/]+/, subscriptionId),
	virtualNetworkId: network.virtualNetwork.replace(/(?<=\/subscriptions\/)[^/]+/, subscriptionId),
};

/** What people have to see to first. */
const removal = /^inference\.foundry\.provision\.account: before pulumi destroy run az stack group delete /;
const boundary = /^inference\.foundry\.provision\.deployments: .*sonnet, hosted on Azure: /;
const quota = /^inference\.foundry\.provision\.deployments: the subscription's quota has to cover .*claude-sonnet-5 /;
const resolvers =
	/^inference\.foundry\.provision\.privateEndpoint: every resolver of the devices has to forward privatelink\.services\.ai\.azure\.com /;
const terms = /^inference\.foundry\.provision\.provider: the first deployment accepts Anthropic's terms /;
const consent =
	/^inference\.foundry\.signIn\.entra: an administrator has to consent for the tenant .*\/9d2c4e61-7a3f-4b58-8c90-1e5f6a7b8c02\/adminconsent/;
/** Every step, and nothing of an app that is registered. */
const byHand =
	/^inference\.foundry\.signIn\.entra: register the app by hand in Entra ID, single tenant and without a secret; under Authentication add the platform Mobile and desktop applications with http:\/\/127\.0\.0\.1\/callback; under API permissions add the delegated permission user_impersonation of Microsoft Cognitive Services, and grant the tenant's consent, without which people get AADSTS65001; or let provision\.app do it; once seen to, list appRegistration in provision\.settled$/;

const entra = () => import("../examples/foundry-entra/index.js");
const stacks: [string, string, () => Promise<object>, readonly RegExp[], readonly string[], readonly string[]][] = [
	[
		"foundry-entra",
		"eu",
		entra,
		[removal, boundary, quota, terms, consent],
		[entraConfig, getPrincipal],
		["example-claude-eu"],
	],
	["foundry-entra", "byhand", entra, [removal, boundary, quota, terms, byHand], [], ["example-claude-byhand"]],
	[
		"foundry-private",
		"us",
		() => import("../examples/foundry-private/index.js"),
		[removal, boundary, quota, resolvers, terms],
		[entraConfig, getPrincipal],
		[],
	],
];

test.each(stacks)("examples/%s deploys stack %s", async (project, stack, load, told, asked, accounts) => {
	vi.resetModules();
	const config = stackConfiguration(project, stack);
	const answers = { [clientConfig]: () => ({ subscriptionId }) };
	const { urns, warnings, result, calls } = await recordAzure(load, answers, { project, stack, config, outputs });

	expect(urns).toMatchSnapshot();
	expect([...warnings].sort()).toEqual(told.map((message) => expect.stringMatching(message)));
	expect(calls.map(({ token }) => token).sort()).toEqual([clientConfig, ...asked]);
	// By a private endpoint no host of the account passes the perimeter.
	const hosts = "hosts" in result && Array.isArray(result.hosts) ? result.hosts : [];
	expect(hosts).toContain("login.microsoftonline.com");
	expect(hosts.filter((host: string) => host.endsWith(".services.ai.azure.com"))).toEqual(
		accounts.map((account) => `${account}.services.ai.azure.com`),
	);
});

test.each([
	["foundry-entra", ["marketplaceTerms", "quota", "dataBoundary", "adminConsent", "softDelete"]],
	["foundry-private", ["resolvers"]],
])("the README of %s names what warnings ask for", (project, words) => {
	const text = readFileSync(`examples/${project}/README.md`, "utf8");
	expect(words.filter((word) => !text.includes(`\`${word}\`: `))).toEqual([]);
});
