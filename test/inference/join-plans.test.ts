import { expect, test } from "vitest";
import type { PlannedResource } from "../../src/cloud/planned-resource.js";
import { joinPlans } from "../../src/inference/join-plans.js";

const resource = (id: string, name = id): PlannedResource => ({
	id,
	name,
	type: "thing",
	meter: "free",
	properties: {},
});

test("a plan is its parts in their order, what they share once", () => {
	const plan = joinPlans([
		{ resources: [resource("provider", "first"), resource("a")], policies: { a: { by: "first" } } },
		{ resources: [resource("provider", "second"), resource("b")], policies: { a: { by: "second" }, b: {} } },
		{ lookUps: [{ id: "account", asks: "account", properties: {} }], privateHosts: ["x", "x"] },
		{ settings: { pilot: { one: 1 } }, outputs: { principals: { a: "A" } } },
		{ settings: { general: { one: 2 }, pilot: { two: 2 } }, outputs: { principals: { b: "B" } } },
	]);
	expect(plan).toEqual({
		lookUps: [{ id: "account", asks: "account", properties: {} }],
		resources: [resource("provider", "first"), resource("a"), resource("b")],
		policies: { a: { by: "first" }, b: {} },
		identities: [],
		answers: [],
		late: {},
		outputs: { principals: { a: "A", b: "B" } },
		uses: [],
		settings: { pilot: { one: 1, two: 2 }, general: { one: 2 } },
		privateHosts: ["x"],
	});
	expect(Object.keys(plan.settings)).toEqual(["pilot", "general"]);
});
