import { hostOfUrl } from "../../host.js";
import { matchesAny } from "../../pattern.js";
import { eachGroup, type PolicyGroup } from "../each-group.js";
import { parameters, patterns } from "../parameters.js";
import { definePolicyRule, type PolicyFinding } from "../policy-rule.js";

const key = "otlpContentCapture";

/** https://claude.com/docs/third-party/claude-desktop/telemetry */
export const contentCapture = definePolicyRule<{ readonly collectors: readonly string[] }>({
	id: "content-capture",
	title: "prompts and answers go to no collector that the organisation has not named",
	why: "A collector that gets content gets what people typed and what files held; whoever runs it can read that.",
	fix: "Name the host of the organisation's own collector under collectors, or leave otlpContentCapture out.",
	severity: "error",
	parameters: parameters({ collectors: patterns("Hosts of the organisation's collectors that may get content.") }),
	check: (deployment, { collectors }) => eachGroup(deployment, (group) => captured(group, collectors)),
});

function captured(group: PolicyGroup, collectors: readonly string[]): PolicyFinding[] {
	const kinds = group.items(key);
	if (kinds.length === 0) return [];
	const endpoint = group.value("otlpEndpoint");
	const host = typeof endpoint === "string" ? hostOfUrl(endpoint).value?.host : undefined;
	if (host !== undefined && matchesAny(collectors, host)) return [];
	const whom = host === undefined ? "a collector that nothing here names" : `${host}, which collectors does not name`;
	return [group.ofKey(key, `sends ${kinds.join(", ")} to ${whom}`)];
}
