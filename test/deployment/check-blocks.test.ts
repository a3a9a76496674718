import { expect, test } from "vitest";
import { checkFirewallBlocks } from "../../src/deployment/check-blocks.js";
import { registries } from "../../src/registries.js";

test("a text of a firewall's block that a plan would fill as its own is refused where it stands", () => {
	const tags = { owner: "<late:rule-group.arn>" };
	const problems = checkFirewallBlocks({ awsNetworkFirewall: { homeNet: "policy", tags } }, registries);
	expect(problems.map(({ code, path }) => [code, path])).toContainEqual([
		"reserved-text",
		["firewall", "awsNetworkFirewall", "tags", "owner"],
	]);
	const fine = { awsNetworkFirewall: { homeNet: "policy", tags: { owner: "network" } } };
	expect(checkFirewallBlocks(fine, registries)).toEqual([]);
	// What a program passes is a reference here, and no text.
	const passed = { awsDnsFirewall: { association: { vpcId: { fromProgram: "vpc" } } } };
	expect(checkFirewallBlocks(passed, registries)).toEqual([]);
});
