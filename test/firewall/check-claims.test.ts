import { describe, expect, it } from "vitest";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import type { BlockRules } from "../../src/firewall/block-rules.js";
import { checkClaims } from "../../src/firewall/check-claims.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { renderRuleSets } from "../../src/firewall/rule-sets.js";
import { formatProblem } from "../../src/problem.js";
import { planned } from "./cases.js";

const hub = { resourceGroup: "network", policy: "hub", scope: "perGroup" };

function rulesOf(group: string, blocks: Readonly<Record<string, object>>): [string, readonly BlockRules[]] {
	const request = { deployment: "eu", group, hosts: [planned("api.anthropic.com")], clients: ["10.1.0.0/16"] };
	return [group, renderRuleSets(blocks, request, firewallBackends).value ?? []];
}

function claimOf(group: string, block: object): string | undefined {
	const [, rules] = rulesOf(group, { azureFirewall: block });
	return rules[0]?.ruleSet.claims?.map(({ what }) => what).join();
}

/** Two groups whose digests are alike: of fifty in a thousand places there nearly always are. */
function twins(): [string, string] {
	const seen = new Map<string, string>();
	for (let index = 0; ; index++) {
		const group = `group-${index}`;
		const claim = claimOf(group, hub) ?? "";
		const other = seen.get(claim);
		if (other !== undefined) return [other, group];
		seen.set(claim, group);
	}
}

function problemsOf(groups: readonly string[], block: object): string[] {
	const blocks = { azureFirewall: block };
	return checkClaims(
		groups.map((group) => rulesOf(group, blocks)),
		blocks,
	).map(formatProblem);
}

describe("two groups of one priority in one policy", () => {
	const groups = twins();

	it("are refused, with both names and the option that parts them", () => {
		expect(problemsOf(groups, hub)).toEqual([
			`firewall.azureFirewall.priority: gives groups ${groups[0]} and ${groups[1]} the same place, ${claimOf(groups[0], hub)}; say another priority`,
		]);
	});

	it("are parted by another priority", () => {
		const apart = [1001, 1002, 1003].filter((priority) => problemsOf(groups, { ...hub, priority }).length === 0);
		expect(apart.length).toBeGreaterThanOrEqual(2);
	});

	it("do not meet in policies of their own, or where one rule set serves all", () => {
		const { policy: _, ...own } = hub;
		expect(problemsOf(groups, own)).toEqual([]);
		expect(problemsOf(groups, { ...hub, scope: "union" })).toEqual([]);
	});
});

describe("what a rule set claims", () => {
	const claims = (backend: FirewallBackend, options: object, group: string) =>
		backend
			.render({ deployment: "eu", group, hosts: [planned("api.anthropic.com")], clients: ["10.1.0.0/16"] }, options)
			.value?.claims?.map(({ what }) => what) ?? [];

	it.each([
		["gcpFirewallPolicy", { policy: "perimeter" }, /^priority \d+ of policy perimeter$/],
		["gcpSecureWebProxy", { policy: "perimeter", location: "europe-west3" }, /^priority \d+ of policy perimeter$/],
		["cloudflareGateway", {}, /^precedence \d+$/],
	] as const)("of %s is its place, which other groups do not have", (word, options, form) => {
		const [one, other] = ["pilot", "general"].map((group) => claims(firewallBackends[word], options, group));
		expect(one?.length).toBeGreaterThan(0);
		for (const claim of [...(one ?? []), ...(other ?? [])]) expect(claim).toMatch(form);
		expect(one?.filter((claim) => other?.includes(claim))).toEqual([]);
	});

	it("in a policy that stands is told to other deployments, and not in one of its own", () => {
		const notesOf = (policy: object) =>
			[
				firewallBackends.azureFirewall.render(
					{ deployment: "eu", hosts: [], clients: ["10.1.0.0/16"] },
					{ resourceGroup: "network", ...policy },
				),
				firewallBackends.gcpFirewallPolicy.render({ deployment: "eu", hosts: [], clients: ["10.1.0.0/16"] }, policy),
				firewallBackends.gcpSecureWebProxy.render(
					{ deployment: "eu", hosts: [], clients: ["10.1.0.0/16"] },
					{ location: "europe-west3", ...policy },
				),
			].map(({ value }) => (value?.notes ?? []).filter((note) => note.includes("of policy hub")));
		expect(notesOf({ policy: "hub" }).map((notes) => notes.length)).toEqual([1, 1, 1]);
		expect(notesOf({}).flat()).toEqual([]);
	});
});
