import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";
import { matches, rulesIn } from "./suricata.js";

/** In strict order the first rule that matches decides: https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const [text, template] = ["claude.rules", "template.json"].map((name) => files.find((file) => file.name === name));
	const { Properties: group } = JSON.parse(template?.content ?? "").Resources.RuleGroup;
	const { RuleVariables, RulesSource, StatefulRuleOptions } = group.RuleGroup;
	if (RulesSource.RulesString !== text?.content) throw new Error("the template has other rules than the file");
	if (StatefulRuleOptions.RuleOrder !== "STRICT_ORDER") throw new Error("not in strict order");
	const rules = rulesIn(text?.content ?? "");
	if (rules.length > group.Capacity) throw new Error("more rules than the group can have");
	return (probe) => {
		if (probe.stranger && RuleVariables !== undefined) return "unlisted";
		const first = rules.find((rule) => matches(rule, probe));
		if (!first) return "unlisted";
		return first.action === "pass" ? "open" : "closed";
	};
}
