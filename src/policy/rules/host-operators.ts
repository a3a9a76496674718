import { formatAddress, type Operator } from "../../egress/plan.js";
import { matchesAny } from "../../pattern.js";
import { list, text, words } from "../../shape/build.js";
import { parameters } from "../parameters.js";
import { definePolicyRule } from "../policy-rule.js";

interface Allowed {
	readonly operators: readonly Operator[];
	readonly hosts: readonly string[];
}

const operators: readonly Operator[] = ["anthropic", "inference", "organization", "third-party"];

export const hostOperators = definePolicyRule<Allowed>({
	id: "host-operators",
	title: "devices reach only hosts of those who may get data",
	why: "Whoever runs a host sees at least that devices are there, and often what the app sends of itself.",
	fix: "Close the host by its setting, which DATA.md names, or allow it by name.",
	severity: "warning",
	parameters: parameters({
		operators: {
			shape: list(words(operators)),
			summary: "Who may be reached at whatever host.",
			default: ["inference", "organization"],
		},
		hosts: {
			shape: list(text()),
			summary: "Addresses of others that may be reached. `*` stands for any text.",
			default: [],
		},
	}),
	check: ({ egress, groups }, allowed) =>
		egress.hosts.flatMap((host) => {
			const subject = formatAddress(host);
			if (allowed.operators.includes(host.operator) || matchesAny(allowed.hosts, subject)) return [];
			const what = [...new Set(host.reasons.map(({ because }) => because))].join("; ");
			const says = `${subject} is run by ${host.operator === "anthropic" ? "Anthropic" : "a third party"}: ${what}`;
			return (host.groups ?? Object.keys(groups)).map((group) => ({ subject, group, says }));
		}),
});
