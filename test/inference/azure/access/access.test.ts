import { describe, expect, test } from "vitest";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import { idsIn, planned, problemsOf, resourceIn } from "../../aws/planned.js";
import { asked, clientId, directory, settledBut, subscription, tenantId } from "../requests.js";

const account = `/subscriptions/${subscription}/resourceGroups/cowork-eu/providers/Microsoft.CognitiveServices/accounts/example-cowork`;
const plan = (more: Parameters<typeof asked>[0] = {}) => planned(planFoundry(asked(more)));
const withKey = { signIn: { apiKey: {} }, groups: { general: {}, pilot: {} } };

describe("roles", () => {
	test("each group of the directory may call the account, and nobody else is named", () => {
		const made = plan();
		const roles = made.resources.filter(({ type }) => type === "Microsoft.Authorization/roleAssignments");
		expect(roles.map(({ properties }) => properties.principalId)).toEqual([directory.general, directory.pilot]);
		expect(resourceIn(made, `access.${directory.general}`)).toMatchObject({
			after: ["account"],
			properties: {
				scope: account,
				roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/a97b65f3-24c7-4388-baec-2e87135dc908`,
				principalId: directory.general,
				principalType: "Group",
			},
		});
	});

	test("two groups of a deployment that are one of the directory share the assignment", () => {
		const members = { entraGroupId: directory.pilot.toUpperCase() };
		const made = plan({ groups: { a: { members }, b: { members: { entraGroupId: directory.pilot } } } });
		expect(idsIn(made).filter((id) => id.startsWith("access."))).toEqual([`access.${directory.pilot}`]);
		expect(made.identities).toEqual([
			{
				name: `role-assignment/example-cowork/${directory.pilot}`,
				groups: ["a", "b"],
				people: [directory.pilot],
				place: {
					subscription,
					"resource group": "cowork-eu of this stack",
					account: "example-cowork",
					location: "swedencentral",
					"sub-domain": "example-cowork",
				},
			},
		]);
		expect(Object.keys(made.outputs.principals ?? {})).toEqual(["group-a", "group-b"]);
	});

	test.each([
		["a key", withKey],
		["others who look after them", { provision: { bringYourOwn: true } }],
	])("none with %s", (_, more) => {
		expect(idsIn(plan(more)).filter((id) => id.startsWith("access."))).toEqual([]);
	});

	test("an account that exists is waited for by nothing", () => {
		const provision = { resourceGroup: { name: "cowork-eu", existing: true }, account: { existing: true } };
		const made = plan({ provision });
		expect(idsIn(made)).toEqual(["deployments", `access.${directory.general}`, `access.${directory.pilot}`]);
		expect(made.resources.map(({ after }) => after)).toEqual([undefined, undefined, undefined]);
	});
});

describe("what is missing", () => {
	test("a group without one of the directory", () => {
		const outcome = planFoundry(asked({ groups: { general: {} } }));
		expect(problemsOf(outcome)).toEqual([
			"groups.general.members.entraGroupId: is missing; the role Cognitive Services User is given to a group of Entra ID",
		]);
	});

	test("what somebody has to do where nothing assigns roles", () => {
		const outcome = planFoundry(asked({ provision: { bringYourOwn: true, settled: settledBut("roleAssignments") } }));
		expect(problemsOf(outcome)).toEqual([
			`warning: inference.foundry.provision.bringYourOwn: nobody may call the account before somebody gives each group the role Cognitive Services User: az role assignment create --assignee-object-id <id> --assignee-principal-type Group --role a97b65f3-24c7-4388-baec-2e87135dc908 --scope ${account}; once seen to, list roleAssignments in provision.settled`,
		]);
	});

	test("a client id that nothing decides", () => {
		const outcome = planFoundry(asked({ signIn: { entra: { tenantId } }, provision: { bringYourOwn: true } }));
		expect(problemsOf(outcome)).toEqual([
			"inference.foundry.signIn.entra.clientId: is missing; give it, or let provision.app register the app",
		]);
		expect(clientId).not.toBe(tenantId);
	});
});
