import { describe, expect, test } from "vitest";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import { checkRetirement } from "../../../../src/inference/check-retirement.js";
import type { IdentityLedger } from "../../../../src/inference/identity-ledger.js";
import { planned } from "../../aws/planned.js";
import { type Asked, asked, directory, tenantId } from "../requests.js";

const at = ["inference", "foundry", "provision"];
const withKey: Asked = { signIn: { apiKey: {} } };
const app: Asked = { signIn: { entra: { tenantId } }, provision: { app: {} } };
const { general, pilot } = {
	general: { members: { entraGroupId: directory.general } },
	pilot: { members: { entraGroupId: directory.pilot } },
};

const resourceGroup = { name: "cowork-eu", existing: true };
const existing: Asked = { provision: { account: { existing: true }, resourceGroup } };
const consented: Asked = { ...app, provision: { app: { consent: true } } };
const named = (resource: string): Asked => ({ options: { resource }, provision: { account: { name: "claude" } } });
const by = (flow: string): Asked => ({ ...app, signIn: { entra: { tenantId, flow } } });
const withBoth: Asked = {
	...by("browser"),
	groups: { general, pilot: { ...pilot, signIn: { entra: { tenantId, flow: "device-code" } } } },
};

function ledger(more: Asked): IdentityLedger {
	return { eu: { at, identities: planned(planFoundry(asked(more))).identities } };
}

/** Codes of what an update from one to the other is told. */
function told(before: Asked, after: Asked): string[] {
	return checkRetirement(ledger(before), ledger(after)).map(({ code }) => code);
}

describe("an update that takes from devices what they sign in with is refused", () => {
	test.each<[string, Asked, Asked]>([
		["the account under another name", {}, { provision: { account: { name: "claude" } } }],
		["another resource group", {}, { provision: { resourceGroup: { name: "elsewhere" } } }],
		["the account in another region", {}, { provision: { location: "eastus2" } }],
		["another sub-domain of an account of the same name", named("one"), named("two")],
		["the account, to one that is said to exist", {}, { provision: { account: { existing: true }, resourceGroup } }],
		["the resource group, to one that is said to exist", {}, { provision: { resourceGroup } }],
		["a group of people", {}, { groups: { general } }],
		["another group of the directory", {}, { groups: { general, pilot: general } }],
		["roles, to others who look after them", {}, { provision: { bringYourOwn: true } }],
		["keys, to Entra ID", withKey, {}],
		["the app, to one that exists", app, {}],
		["the way in which people sign in to the app", app, by("browser")],
		["the way in which one group signs in to the app", withBoth, by("browser")],
		["the tenant's consent", consented, app],
	])("%s", (_, before, after) => {
		expect(told(before, after)).toContain("identity-taken");
	});
});

describe("an update that leaves it to them goes through", () => {
	test.each<[string, Asked, Asked]>([
		["nothing new", {}, {}],
		[
			"another model",
			{},
			{ models: ["m"], provision: { deployments: { m: asked().provision.deployments["claude-sonnet-5"] } } },
		],
		["the other key", withKey, { ...withKey, provision: { key: "key2" } }],
		["keys that stay beside Entra ID", withKey, { provision: { localAuthentication: true } }],
		["the tenant's consent, at last", app, consented],
		["an account that existed all along", existing, existing],
		["another name of the app", app, { ...app, provision: { app: { displayName: "Claude at work" } } }],
		["a group of the deployment under another name", {}, { groups: { general, testers: pilot } }],
	])("%s", (_, before, after) => {
		expect(told(before, after)).toEqual([]);
	});
});

test("a group that gets another way to sign in, beside the first, is told of what its devices may lose", () => {
	expect(told(by("browser"), withBoth)).toEqual(["identity-narrowed"]);
});
