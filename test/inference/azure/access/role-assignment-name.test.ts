import { expect, test } from "vitest";
import { roleAssignmentName } from "../../../../src/cloud/azure-role-assignment.js";
import { cognitiveServicesUser } from "../../../../src/inference/azure/access/roles.js";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import { python } from "../../../support/python.js";
import { planned, resourceIn } from "../../aws/planned.js";
import { asked, directory, subscription } from "../requests.js";

const role = "a97b65f3-24c7-4388-baec-2e87135dc908";
const scope = `/subscriptions/${subscription}/resourceGroups/cowork-eu/providers/Microsoft.CognitiveServices/accounts/example-cowork`;

const uuid5 = `
import uuid
def answer(texts):
    space = uuid.uuid5(uuid.NAMESPACE_DNS, "pulumi-cowork:azure-role-assignments")
    return str(uuid.uuid5(space, "|".join(texts).lower()))
`;

test("names are what another program makes of scope, principal and role", () => {
	const name = python(uuid5, [scope, directory.pilot, role]);
	expect(roleAssignmentName(scope, directory.pilot, role)).toBe(name);
	const { properties } = resourceIn(planned(planFoundry(asked())), `access.${directory.pilot}`);
	expect(properties.roleAssignmentName).toBe(name);
});

test("capitals change nothing, and anything else does", () => {
	const name = roleAssignmentName(scope, directory.pilot, role);
	expect(roleAssignmentName(scope.toUpperCase(), directory.pilot.toUpperCase(), role)).toBe(name);
	const others = [
		roleAssignmentName(`${scope}2`, directory.pilot, role),
		roleAssignmentName(scope, directory.general, role),
		roleAssignmentName(scope, directory.pilot, "53ca6127-db72-4b80-b1b0-d745d6d5456d"),
	];
	expect(new Set([name, ...others]).size).toBe(4);
});

test("the role is the least that lets somebody call models", () => {
	expect(cognitiveServicesUser.id).toBe(role);
	expect(cognitiveServicesUser.dataActions).toEqual(["Microsoft.CognitiveServices/*"]);
});
