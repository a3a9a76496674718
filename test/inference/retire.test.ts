import { expect, test } from "vitest";
import type { CloudPlan } from "../../src/inference/cloud-plan.js";
import { joinPlans } from "../../src/inference/join-plans.js";
import { checkRetire, type Retire, retire } from "../../src/inference/retire.js";
import { formatProblem } from "../../src/problem.js";
import { checkShape } from "../../src/shape/check-shape.js";

const plan: CloudPlan = joinPlans([
	{
		identities: [
			{ name: "role/cowork-eu", groups: ["general", "pilot"] },
			{ name: "role/cowork-eu.legal", groups: ["legal"] },
		],
	},
]);

test.each([["all"], [["role/cowork-eu"]], [["permission-set/cowork-eu.pilot", "key/cowork-eu/first"]]])(
	"%j is a list of identities",
	(value) => {
		expect(checkShape(retire.shape, value, { at: [] })).toEqual([]);
	},
);

test.each([["every"], [[]], [["legal"]], [["role/"]], [[{}]], [true]])("%j is none", (value) => {
	expect(checkShape(retire.shape, value, { at: [] })).not.toEqual([]);
});

test("a name that is none tells what one looks like", () => {
	expect(checkShape(retire.shape, ["legal"], { at: ["retire"] }).map(formatProblem)).toEqual([
		"retire[0]: is no name of an identity; write it as the summary prints it, such as role/cowork-eu.pilot",
	]);
});

test.each<[Retire | undefined, string[]]>([
	[undefined, []],
	[["role/cowork-eu.old"], []],
	[
		["role/cowork-eu.legal", "role/cowork-eu.old"],
		[
			"warning: inference.bedrock.provision.retire: lets a later update take role/cowork-eu.legal (legal) from devices unasked; leave it out unless that update is the next",
		],
	],
	[
		"all",
		[
			"warning: inference.bedrock.provision.retire: lets a later update take role/cowork-eu (general, pilot), role/cowork-eu.legal (legal) from devices unasked; leave it out unless that update is the next",
		],
	],
])("%j warns of what stays unguarded", (retired, expected) => {
	expect(checkRetire(retired, plan, ["inference", "bedrock", "provision"]).map(formatProblem)).toEqual(expected);
});
