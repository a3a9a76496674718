import { formatHostOrLate } from "../../egress/plan.js";
import { eachGroup } from "../each-group.js";
import { definePolicyRule } from "../policy-rule.js";

/** https://claude.com/docs/third-party/claude-desktop/telemetry */
export const contentStays = definePolicyRule({
	id: "content-stays",
	title: "conversations stay with the inference provider",
	why: "Where nobody states that content stays with the provider, prompts and answers may reach Anthropic or others.",
	fix: "Take a route that states it (bedrock, vertex) with models that need no data sharing, and send no content to collectors.",
	severity: "error",
	check: (deployment) =>
		eachGroup(deployment, (group) => {
			const { contentStays: stays, contentAlsoReaches: others } = group.group.egress;
			if (stays) return [];
			if (others.length === 0) {
				const says = "there is no statement that content stays with the provider of this route and its models";
				return [group.finding(String(group.value("inferenceProvider")), "inferenceProvider", says)];
			}
			return others.map(({ host, key, because }) =>
				group.finding(formatHostOrLate(host), key, `content also reaches ${formatHostOrLate(host)}: ${because}`),
			);
		}),
});
