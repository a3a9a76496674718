import { describe, expect, test } from "vitest";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import { problemsOf } from "../../aws/planned.js";
import { type Asked, asked, network, settledBut, subscription } from "../requests.js";

const at = "inference.foundry.provision";
const existing = { resourceGroup: { name: "shared", existing: true }, account: { existing: true } };
const problems = (more: Asked = {}) => problemsOf(planFoundry(asked(more)));

describe("what is refused", () => {
	test.each<[string, Asked, string[]]>([
		[
			"a sub-domain of one letter",
			{ options: { resource: "e" } },
			["inference.foundry.resource: is no sub-domain that Azure gives; expected 2 to 63 letters, digits and hyphens"],
		],
		[
			"a public endpoint for nobody",
			{ provision: { network: {} } },
			[
				`${at}.network: names nobody, and there is no private endpoint, so that nobody reaches the account; give addresses, subnets or privateEndpoint`,
			],
		],
		[
			"what an account that exists does not get",
			{ provision: { ...existing, localAuthentication: false, network: { subnets: [network.subnet] } } },
			["localAuthentication", "network"].map(
				(name) => `${at}.${name}: is of an account that is created, and this one exists; leave it out`,
			),
		],
		[
			"an account that exists in a group that is created, and is taken back",
			{ provision: { account: { existing: true, restore: true } } },
			[
				`${at}.account.restore: does not go with existing; leave one of them out`,
				`${at}.resourceGroup.existing: is missing or false, and the account in it exists; say true`,
			],
		],
	])("%s", (_, more, expected) => {
		expect(problems(more)).toEqual(expected);
	});
});

describe("what somebody has to know first", () => {
	const told = (word: string, more: Asked = {}) =>
		problems({ ...more, provision: { ...more.provision, settled: settledBut(word) } });
	const stack = `before pulumi destroy run az stack group delete --subscription ${subscription} --name cowork-eu --resource-group cowork-eu --action-on-unmanage deleteResources --yes, which deletes the model deployments`;

	test("what stays of an account, and how it goes", () => {
		expect(told("softDelete")).toEqual([
			`warning: ${at}.account: ${stack} and frees their quota at once: without it Azure may refuse to delete the account (CannotDeleteResource), until az cognitiveservices account deployment delete has deleted each; afterwards Azure keeps the account's name and sub-domain for 48 hours, until az cognitiveservices account purge --subscription ${subscription} --name example-cowork --resource-group cowork-eu --location swedencentral or account.restore: true takes it back; once seen to, list softDelete in provision.settled`,
		]);
	});

	test("what stays of deployments in an account that exists", () => {
		expect(told("softDelete", { provision: existing })).toEqual([
			`warning: ${at}.deployments: ${stack.replace("-group cowork-eu", "-group shared")}: without it they stay in account example-cowork and keep their quota; once seen to, list softDelete in provision.settled`,
		]);
	});

	test("that taking back an account is for one update", () => {
		expect(problems({ provision: { account: { restore: true } } })).toEqual([
			`warning: ${at}.account.restore: takes back a deleted account of the name, with its keys and deployments, in the update that creates it; leave it out of the next`,
		]);
	});

	test("that an account that exists keeps its public endpoint", () => {
		const privateEndpoint = { subnetId: network.subnet, privateDns: "elsewhere" };
		expect(problems({ provision: { ...existing, privateEndpoint } })).toEqual([
			`warning: ${at}.privateEndpoint: the account exists and keeps its public endpoint as it is; close that where nobody shall come by it`,
		]);
	});

	test.each<[string, Asked, string]>([
		[
			"off",
			{ provision: existing },
			"off, or everybody with the role Cognitive Services User can list its keys and hand them on: az resource update --ids /subscriptions/ID/resourceGroups/shared/providers/Microsoft.CognitiveServices/accounts/example-cowork --set properties.disableLocalAuth=true",
		],
		[
			"on",
			{ provision: existing, signIn: { apiKey: {} } },
			"on, or Azure tells no key of it: az resource update --ids /subscriptions/ID/resourceGroups/shared/providers/Microsoft.CognitiveServices/accounts/example-cowork --set properties.disableLocalAuth=false",
		],
	])("that local authentication of one that exists has to be %s", (_, more, word) => {
		expect(told("localAuthentication", more)).toEqual([
			`warning: ${at}.account.existing: the account exists and keeps its local authentication, which has to be ${word.replace("ID", subscription)}; once seen to, list localAuthentication in provision.settled`,
		]);
	});

	test("that keys beside Entra ID are everybody's who has the role", () => {
		expect(told("localAuthentication", { provision: { localAuthentication: true } })).toEqual([
			`warning: ${at}.localAuthentication: is on, so that everybody with the role Cognitive Services User can list the account's keys and hand them on; turn it off, or leave it out; once seen to, list localAuthentication in provision.settled`,
		]);
	});

	test("what a key for everybody comes to", () => {
		expect(told("sharedKey", { signIn: { apiKey: {} }, groups: { general: {} } })).toEqual([
			"warning: inference.foundry.signIn.apiKey: is one key for every device: whoever has it calls every deployment of the account, Azure records no person with the call, and only a new key for all takes it back; entra neither needs it nor shows it; once seen to, list sharedKey in provision.settled",
		]);
	});

	test("whose terms are accepted, by whom, and with which subscription", () => {
		const [line = "", ...others] = told("marketplaceTerms");
		expect(others).toEqual([]);
		expect(line).toContain(
			`warning: ${at}.provider: the first deployment accepts Anthropic's terms in Azure Marketplace`,
		);
		for (const said of ["Microsoft.MarketplaceOrdering", "Microsoft.SaaS", "assign roles", "CSP", "South Korea"]) {
			expect(line).toContain(said);
		}
	});
});
