import { formatAddress } from "../../egress/plan.js";
import { describeEffect } from "../../firewall/backend.js";
import { definePolicyRule } from "../policy-rule.js";

export const exactRuleSets = definePolicyRule({
	id: "exact-rule-sets",
	title: "firewalls open no more than the egress list",
	why: "What a rule set opens beyond the list is open on devices, although no list and no review names it.",
	fix: "Take a backend that can express the host, or hand the host to one by leaveTo.",
	severity: "warning",
	check: ({ firewall }) =>
		Object.entries(firewall).flatMap(([backend, { effects }]) =>
			effects
				.filter(({ kind }) => kind === "widened")
				.map((effect) => ({
					subject: formatAddress(effect),
					says: describeEffect(backend, effect),
					at: { path: `firewall.${backend}` },
				})),
		),
});
