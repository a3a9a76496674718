import { describe, expect, test } from "vitest";
import { checkRetirement } from "../../src/inference/check-retirement.js";
import type { PlannedIdentity } from "../../src/inference/cloud-plan.js";
import type { DeploymentIdentities } from "../../src/inference/identity-ledger.js";
import type { Retire } from "../../src/inference/retire.js";
import { formatProblem, isError } from "../../src/problem.js";

const at = ["inference", "bedrock", "provision"];
const shared: PlannedIdentity = { name: "role/cowork-eu", groups: ["general", "pilot"] };
const legal: PlannedIdentity = { name: "role/cowork-eu.legal", groups: ["legal"] };
const first: PlannedIdentity = {
	name: "key/cowork-eu/first",
	groups: ["pilot"],
	keptBy: 'bearerKey.previous: "first"',
};

function deployment(identities: readonly PlannedIdentity[], retire?: Retire): DeploymentIdentities {
	return { at, identities, ...(retire && { retire }) };
}

function errors(...ledgers: Parameters<typeof checkRetirement>): string[] {
	return checkRetirement(...ledgers)
		.filter(isError)
		.map(formatProblem);
}

function warnings(...ledgers: Parameters<typeof checkRetirement>): string[] {
	return checkRetirement(...ledgers)
		.filter((each) => !isError(each))
		.map(formatProblem);
}

describe("what is taken unasked", () => {
	test("is refused with identity, groups and both ways out", () => {
		expect(errors({ eu: deployment([shared, legal]) }, { eu: deployment([shared]) })).toEqual([
			'inference.bedrock.provision: this update would take from devices of deployment eu what they sign in with: role/cowork-eu.legal (group legal); put back what made it; or, once these devices have another, write retire: ["role/cowork-eu.legal"] in this block',
		]);
	});

	test("is named with what is retired already, so that the text can be taken as it stands", () => {
		const after = deployment([], ["role/cowork-eu.old"]);
		expect(errors({ eu: deployment([shared, legal]) }, { eu: after })).toEqual([
			expect.stringContaining(
				'write retire: ["role/cowork-eu.old", "role/cowork-eu", "role/cowork-eu.legal"] in this block',
			),
		]);
	});

	test("tells how a key stays beside the next", () => {
		const second = { name: "key/cowork-eu/second", groups: ["pilot"] };
		expect(errors({ eu: deployment([first]) }, { eu: deployment([second]) })).toEqual([
			expect.stringContaining(
				'key/cowork-eu/first (group pilot); put back what made it, or keep it beside the new with bearerKey.previous: "first"; or, ',
			),
		]);
	});

	test("of a deployment that creates nothing any more leads back to its block", () => {
		expect(errors({ eu: deployment([shared]) }, {})).toEqual([
			'inference.bedrock.provision: this update would take from devices of deployment eu what they sign in with: role/cowork-eu (groups general, pilot); put inference.bedrock.provision of deployment eu back; or, once these devices have another, leave in two steps: pulumi up with retire: ["role/cowork-eu"] in inference.bedrock.provision, then without the block',
		]);
	});

	test("of a deployment with another name leads to the block of the one that is there", () => {
		const emea = deployment([{ name: "role/cowork-emea", groups: ["general"] }]);
		expect(errors({ eu: deployment([shared]) }, { emea })).toEqual([
			expect.stringContaining(
				'put inference.bedrock.provision of deployment eu back; or, once these devices have another, write retire: ["role/cowork-eu"] in inference.bedrock.provision of deployment emea',
			),
		]);
	});

	test("is what is said to exist elsewhere from now on, which the engine would delete here", () => {
		expect(errors({ eu: deployment([legal]) }, { eu: deployment([{ ...legal, existing: true }]) })).toHaveLength(1);
		const existing = { ...legal, existing: true };
		expect(errors({ eu: deployment([existing]) }, { eu: deployment([existing]) })).toEqual([]);
		expect(errors({ eu: deployment([existing]) }, { eu: deployment([legal]) })).toEqual([]);
	});

	test("is told for every deployment at once", () => {
		const us = deployment([{ name: "role/cowork-us", groups: ["pilot"] }]);
		expect(errors({ eu: deployment([shared]), us }, { eu: deployment([]), us: deployment([]) })).toHaveLength(2);
	});
});

describe("a thing of the same name in another place", () => {
	const inPlace = (place: Readonly<Record<string, string>>) => ({ eu: deployment([{ ...legal, place }]) });

	test("is another thing", () => {
		expect(errors(inPlace({ account: "111111111111" }), inPlace({ account: "222222222222" }))).toEqual([
			expect.stringContaining(
				"role/cowork-eu.legal (group legal), which is of account 111111111111 and not 222222222222; put back what made it;",
			),
		]);
		expect(errors(inPlace({ resource: "shared-key" }), inPlace({ resource: "group-legal-key" }))).toHaveLength(1);
	});

	test("is the same as long as nobody knows better, as in state of earlier builds", () => {
		expect(errors({ eu: deployment([legal]) }, inPlace({ account: "111111111111" }))).toEqual([]);
		expect(errors(inPlace({ account: "111111111111" }), { eu: deployment([legal]) })).toEqual([]);
		expect(errors(inPlace({ account: "1", issuer: "a" }), inPlace({ account: "1", client: "b" }))).toEqual([]);
	});

	test("may be taken by its name as any other", () => {
		const after = { eu: deployment([{ ...legal, place: { account: "2" } }], ["role/cowork-eu.legal"]) };
		expect(errors(inPlace({ account: "1" }), after)).toEqual([]);
	});
});

describe("what may go", () => {
	const before = { eu: deployment([shared, legal]) };

	test.each<[string, Retire]>([
		["by its name", ["role/cowork-eu.legal"]],
		["with all", "all"],
	])("%s, in the same update or said in one before", (_, retire) => {
		expect(errors(before, { eu: deployment([shared], retire) })).toEqual([]);
		expect(errors({ eu: deployment([shared, legal], retire) }, { eu: deployment([shared]) })).toEqual([]);
	});

	test("a whole deployment, where the update before said all", () => {
		expect(errors({ eu: deployment([shared, legal], "all") }, {})).toEqual([]);
	});

	test("a key that was the previous one", () => {
		const second = { name: "key/cowork-eu/second", groups: ["pilot"] };
		const rotating = deployment([second, { ...first, leaving: true }]);
		expect(errors({ eu: rotating }, { eu: deployment([second]) })).toEqual([]);
		expect(errors({ eu: rotating }, { eu: deployment([first]) })).toEqual([
			expect.stringContaining("key/cowork-eu/second"),
		]);
	});

	test("what a deployment of another name left, where this one names it; all is its own only", () => {
		const emea = (retire: Retire) => ({ emea: deployment([{ name: "role/cowork-emea", groups: ["pilot"] }], retire) });
		expect(errors({ eu: deployment([shared]) }, emea(["role/cowork-eu"]))).toEqual([]);
		expect(errors({ eu: deployment([shared]) }, emea("all"))).toHaveLength(1);
	});

	test("nothing of a deployment because another one says so", () => {
		const us = deployment([], ["role/cowork-eu"]);
		expect(errors({ eu: deployment([shared]) }, { eu: deployment([]), us })).toHaveLength(1);
	});

	test("everything that was not there yet: the first update adopts", () => {
		expect(checkRetirement({}, { eu: deployment([shared, legal, first]) })).toEqual([]);
	});
});

describe("two deployments with things of one name, as in two accounts", () => {
	test("a deployment that gets another name takes its own along where its aliases say the one before", () => {
		const emea = { ...deployment([shared]), formerly: ["eu"] };
		expect(errors({ eu: deployment([shared]) }, { emea })).toEqual([]);
		expect(errors({ eu: deployment([shared]), us: deployment([shared]) }, { us: deployment([shared]), emea })).toEqual(
			[],
		);
	});

	test("without that word the engine makes another of the same name and deletes the one that devices hold", () => {
		expect(errors({ eu: deployment([first]) }, { emea: deployment([first]) })).toEqual([
			expect.stringContaining("of deployment eu what they sign in with: key/cowork-eu/first (group pilot); put "),
		]);
		const emea = { ...deployment([shared]), formerly: ["other"] };
		expect(errors({ eu: deployment([shared]) }, { emea })).toHaveLength(1);
	});

	test("one of the two does not stand in for the other", () => {
		const before = { eu: deployment([shared]), us: deployment([shared]) };
		expect(errors(before, { us: deployment([shared]) })).toHaveLength(1);
	});
});

describe("what is worth knowing", () => {
	test("a group that leaves what others keep", () => {
		const after = { eu: deployment([{ ...shared, groups: ["general"] }]) };
		expect(warnings({ eu: deployment([shared]) }, after)).toEqual([
			"warning: inference.bedrock.provision: role/cowork-eu stays, but no longer for pilot; devices that still have its profile may lose it with this update",
		]);
	});

	test("people who may no longer use it, whatever their group is called", () => {
		const letting = (people: readonly string[], groups = shared.groups) => ({
			eu: deployment([{ ...shared, groups, people }]),
		});
		expect(warnings(letting(["claude-pilot", "claude-legal"]), letting(["claude-pilot", "claude-law"]))).toEqual([
			"warning: inference.bedrock.provision: role/cowork-eu stays, but no longer for claude-legal; devices that still have its profile may lose it with this update",
		]);
		expect(warnings(letting(["claude-pilot"]), letting(["claude-pilot"], ["general", "staff"]))).toEqual([]);
	});

	test("names to retire that are not there, which would leave the next of that name unguarded", () => {
		const after = { eu: deployment([shared], ["role/cowork-eu.legal"]) };
		expect(warnings({ eu: deployment([shared, legal]) }, after)).toEqual([]);
		expect(warnings({ eu: deployment([shared]) }, after)).toEqual([
			"warning: inference.bedrock.provision.retire: names role/cowork-eu.legal, which this stack does not have; leave it out, or the next of that name is unguarded",
		]);
	});
});
