import { describe, expect, test } from "vitest";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import { token } from "../../../../src/reference/token.js";
import { idsIn, planned, problemsOf, resourceIn } from "../../aws/planned.js";
import { type Asked, asked, clientId, directory, settledBut, subscription, tenantId } from "../requests.js";

const plan = (more: Asked = {}) => planned(planFoundry(asked(more)));
const place = {
	subscription,
	"resource group": "cowork-eu of this stack",
	account: "example-cowork",
	location: "swedencentral",
	"sub-domain": "example-cowork",
};
const entra = (flow?: string) => ({ entra: { tenantId, ...(flow !== undefined && { flow }) } });
const people = {
	general: { members: { entraGroupId: directory.general } },
	pilot: { members: { entraGroupId: directory.pilot } },
};

describe("an app that is registered", () => {
	test("by device code takes public clients, and no addresses", () => {
		const made = plan({ signIn: entra(), provision: { app: {} } });
		expect(idsIn(made).filter((id) => id.startsWith("app"))).toEqual([
			"app",
			"app-device-code",
			"app-api",
			"app-principal",
		]);
		expect(made.lookUps).toEqual([
			{ id: "foundry-api", asks: "service principal", properties: { displayName: "Microsoft Cognitive Services" } },
		]);
		expect(resourceIn(made, "app").properties).toEqual({ displayName: "cowork-eu", signInAudience: "AzureADMyOrg" });
		expect(resourceIn(made, "app-device-code").properties).toEqual({ applicationId: token("app.id"), enabled: true });
		expect(resourceIn(made, "app-api").properties).toEqual({
			applicationId: token("app.id"),
			apiClientId: token("foundry-api.clientId"),
			scopeIds: [token("foundry-api.userImpersonation")],
		});
		expect(resourceIn(made, "app-principal").properties).toEqual({ clientId: token("app.clientId") });
	});

	test.each([
		["browser", ["http://127.0.0.1/callback"]],
		[
			"broker",
			[
				`ms-appx-web://Microsoft.AAD.BrokerPlugin/${token("app.clientId")}`,
				"msauth.com.anthropic.claudefordesktop://auth",
			],
		],
	])("by %s has its addresses", (flow, redirectUris) => {
		const made = plan({ signIn: entra(flow), provision: { app: {} } });
		expect(idsIn(made)).not.toContain("app-device-code");
		expect(resourceIn(made, "app-redirects").properties).toEqual({
			applicationId: token("app.id"),
			type: "PublicClient",
			redirectUris,
		});
	});

	test("has the addresses of every way in which groups sign in", () => {
		const groups = { ...people, pilot: { ...people.pilot, signIn: entra("browser") } };
		const made = plan({ signIn: entra(), provision: { app: {} }, groups });
		expect(idsIn(made)).toEqual(expect.arrayContaining(["app-device-code", "app-redirects"]));
	});

	test("is consented to where that is said", () => {
		const made = plan({ signIn: entra(), provision: { app: { consent: true, apiName: "Foundry" } } });
		expect(made.lookUps.map(({ properties }) => properties)).toEqual([{ displayName: "Foundry" }]);
		expect(resourceIn(made, "app-consent").properties).toEqual({
			servicePrincipalObjectId: token("app-principal.objectId"),
			resourceServicePrincipalObjectId: token("foundry-api.objectId"),
			claimValues: ["user_impersonation"],
		});
		expect(idsIn(plan({ signIn: entra(), provision: { app: {} } }))).not.toContain("app-consent");
	});

	test("is what the profiles name whose block names none", () => {
		const groups = { ...people, pilot: { ...people.pilot, signIn: { entra: { tenantId, clientId } } } };
		const made = plan({ signIn: entra(), provision: { app: { displayName: "Claude at work" } }, groups });
		const reference = {
			fromCloud: {
				name: "foundry.clientId",
				words: "the client id of the app that Entra ID will register",
				instead: "inference.foundry.signIn.entra.clientId",
			},
		};
		expect(made.settings.general).toHaveProperty("inferenceFoundryClientId", reference);
		expect(made.settings.pilot).not.toHaveProperty("inferenceFoundryClientId");
		expect(made.late).toEqual({ "foundry.clientId": token("app.clientId") });
		// What people see of it may change, and its client id stays.
		expect(made.identities).toContainEqual({
			name: "application/cowork-eu",
			groups: ["general"],
			place: { tenant: tenantId },
		});
	});
});

describe("a key of the account", () => {
	const withKey = { signIn: { apiKey: {} }, groups: { general: {}, pilot: {} } };

	test("is what profiles carry", () => {
		const made = plan(withKey);
		expect(made.lookUps).toEqual([]);
		expect(made.late).toEqual({ "foundry.apiKey": token("account.key1") });
		expect(made.settings.general).toHaveProperty("inferenceFoundryApiKey.fromCloud.name", "foundry.apiKey");
		expect(made.identities).toEqual([
			{ name: "keys/example-cowork", groups: ["general", "pilot"], place, keptBy: "localAuthentication: true" },
		]);
	});

	test("may be the other one, without taking the first from anybody", () => {
		const made = plan({ ...withKey, provision: { key: "key2" } });
		expect(made.late).toEqual({ "foundry.apiKey": token("account.key2") });
		expect(made.identities).toEqual(plan(withKey).identities);
	});

	test("is asked for of an account that exists", () => {
		const provision = { resourceGroup: { name: "shared", existing: true }, account: { existing: true } };
		const made = plan({ ...withKey, provision });
		const properties = { accountName: "example-cowork", resourceGroupName: "shared" };
		expect(made.lookUps).toEqual([{ id: "account-keys", asks: "account keys", properties }]);
		expect(made.late).toEqual({ "foundry.apiKey": token("account-keys.key1") });
	});

	test("is none of a group's that has its own", () => {
		const own = { apiKey: { fromEnv: "FOUNDRY_KEY" } };
		const made = plan({ ...withKey, groups: { general: {}, pilot: { signIn: own } } });
		expect(made.settings.pilot).not.toHaveProperty("inferenceFoundryApiKey");
		expect(made.identities.map(({ name, groups }) => [name, groups])).toEqual([
			["keys/example-cowork", ["general"]],
			["account/example-cowork", ["pilot"]],
		]);
	});

	test("stays with devices that change over to Entra ID, where local authentication does", () => {
		const made = plan({ provision: { localAuthentication: true } });
		expect(made.identities).toContainEqual({
			name: "keys/example-cowork",
			groups: ["general", "pilot"],
			place,
			leaving: true,
		});
	});
});

test("where others look after access, devices depend on the account", () => {
	const made = plan({ provision: { bringYourOwn: true } });
	expect(made.identities).toEqual([{ name: "account/example-cowork", groups: ["general", "pilot"], place }]);
});

describe("what somebody has to do by hand", () => {
	const at = "warning: inference.foundry.signIn.entra:";
	const consent =
		"under API permissions add the delegated permission user_impersonation of Microsoft Cognitive Services, and grant the tenant's consent, without which people get AADSTS65001; or let provision.app do it; once seen to, list appRegistration in provision.settled";
	const register = "register the app by hand in Entra ID, single tenant and without a secret";
	const desktop = "under Authentication add the platform Mobile and desktop applications with";

	test.each([
		["device-code", `${at} ${register}; under Authentication allow public client flows; ${consent}`],
		["browser", `${at} ${register}; ${desktop} http://127.0.0.1/callback; ${consent}`],
		[
			"broker",
			`${at} ${register}; ${desktop} ms-appx-web://Microsoft.AAD.BrokerPlugin/${clientId} and msauth.com.anthropic.claudefordesktop://auth; ${consent}`,
		],
	])("to register the app for %s", (flow, step) => {
		const signIn = { entra: { tenantId, clientId, flow } };
		const outcome = planFoundry(asked({ signIn, provision: { settled: settledBut("appRegistration") } }));
		expect(problemsOf(outcome)).toEqual([step]);
	});

	test("to consent to an app that is registered", () => {
		const outcome = planFoundry(
			asked({ signIn: entra(), provision: { app: {}, settled: settledBut("adminConsent") } }),
		);
		expect(problemsOf(outcome)).toEqual([
			`${at} an administrator has to consent for the tenant once the app is registered, at https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=<client id>, or people get AADSTS65001; or say provision.app.consent: true; once seen to, list adminConsent in provision.settled`,
		]);
	});
});

describe("what is refused", () => {
	const at = "inference.foundry.";
	test.each<[string, Asked, string[]]>([
		[
			"the tenant for the client",
			{ signIn: { entra: { tenantId, clientId: tenantId.toUpperCase() } } },
			[
				`${at}signIn.entra.clientId: is the tenant's id, which sign-in answers with AADSTS700016; give the application's (client) id`,
			],
		],
		[
			"any tenant for one",
			{ signIn: { entra: { tenantId: "organizations", clientId } } },
			[`${at}signIn.entra.tenantId: stands for any tenant, and the account's roles are one's; give that tenant's id`],
		],
		[
			"two tenants",
			{
				groups: {
					general: { members: { entraGroupId: directory.general } },
					pilot: {
						members: { entraGroupId: directory.pilot },
						signIn: { entra: { tenantId: directory.pilot, clientId } },
					},
				},
			},
			[
				`groups.pilot.inference.signIn.entra.tenantId: is another tenant than ${tenantId} of another group, and the account's roles are one's; give that one, or put the group in a deployment file of its own`,
			],
		],
		[
			"an app that nobody uses",
			{ provision: { app: {} } },
			[
				`${at}provision.app: registers an app that nobody uses, because each signIn.entra says its clientId; leave one of them out`,
			],
		],
		[
			"an app beside others who look after sign-in",
			{ provision: { app: {}, bringYourOwn: true } },
			[`${at}provision.app: does not go with bringYourOwn; leave one of them out`],
		],
		[
			"an app for a key, and a key for an app",
			{ signIn: { apiKey: {} }, provision: { app: {} } },
			[`${at}provision.app: does not go with signIn.apiKey; leave it out`],
		],
		[
			"a choice of keys for Entra ID",
			{ provision: { key: "key2" } },
			[`${at}provision.key: does not go with signIn.entra; leave it out`],
		],
		[
			"a choice of keys that nobody carries",
			{ signIn: { apiKey: { fromEnv: "KEY" } }, provision: { key: "key2" } },
			[`${at}provision.key: chooses a key of the account, and every signIn.apiKey says its own; leave one of them out`],
		],
		[
			"no key where others look after it",
			{ signIn: { apiKey: {} }, provision: { bringYourOwn: true } },
			[`${at}signIn.apiKey: is missing; with bringYourOwn nothing decides it: write the key that devices hold`],
		],
		[
			"local authentication off with a key",
			{ signIn: { apiKey: {} }, provision: { localAuthentication: false } },
			[`${at}provision.localAuthentication: is off, and signIn.apiKey needs it; leave it out, or sign in with entra`],
		],
		[
			"a broker on Linux",
			{
				signIn: { entra: { tenantId, clientId, flow: "broker" } },
				groups: { general: { ...people.general, platforms: ["linux"] }, pilot: people.pilot },
			},
			[
				`${at}signIn.entra.flow: there is no broker on Linux, which group general has; give Linux a group with another flow`,
			],
		],
	])("%s", (_, more, problems) => {
		expect(problemsOf(planFoundry(asked(more)))).toEqual(problems);
	});
});
