import { describe, expect, it } from "vitest";
import { checkScopes } from "../../src/firewall/check-scopes.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { formatProblem } from "../../src/problem.js";

const groups = { pilot: { clients: ["10.1.0.0/16"] }, general: {} };

function problemsOf(blocks: Readonly<Record<string, object>>, of: object = groups): string[] {
	return checkScopes(blocks, { ...of }, firewallBackends).map(formatProblem);
}

describe("scope: perGroup", () => {
	it("needs the clients of every group, where rules have sources", () => {
		expect(problemsOf({ squid: { scope: "perGroup" } })).toEqual([
			"groups.general: says no clients, so that its own rules of squid would open hosts to everybody; name the networks of its devices, or leave out firewall.squid.scope",
		]);
		expect(problemsOf({ squid: { scope: "perGroup" } }, { pilot: groups.pilot })).toEqual([]);
		expect(problemsOf({ squid: { scope: "perGroup", dedicated: true }, hosts: { scope: "perGroup" } })).toEqual([]);
	});

	it("takes no clients of the block", () => {
		expect(problemsOf({ squid: { scope: "perGroup", dedicated: true, clients: ["10.0.0.0/8"] } })).toEqual([
			"firewall.squid.clients: is for a rule set that serves every group; with scope: perGroup say clients of each group",
		]);
	});

	it("is left to a block of the same scope alone", () => {
		const message =
			"firewall.hosts.leaveTo: names a block of scope union, which is not written where this one is; give both the same scope";
		expect(problemsOf({ hosts: { scope: "perGroup", leaveTo: "json" }, json: {} })).toEqual([message]);
		expect(problemsOf({ hosts: { scope: "perGroup", leaveTo: "json" }, json: { scope: "perGroup" } })).toEqual([]);
		expect(problemsOf({ hosts: { scope: "union", leaveTo: "json" }, json: {} })).toEqual([]);
	});
});
