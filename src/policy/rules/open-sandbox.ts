import { eachGroup } from "../each-group.js";
import { definePolicyRule } from "../policy-rule.js";

const key = "coworkEgressAllowedHosts";

/** https://claude.com/docs/third-party/claude-desktop/configuration#coworkegressallowedhosts */
export const openSandbox = definePolicyRule({
	id: "open-sandbox",
	title: "the agent's tools reach named hosts alone",
	why: "With filtering off, whatever text gets the agent to run a command can send files of the device anywhere.",
	fix: "Replace `*` in coworkEgressAllowedHosts by the hosts that the agent's tools need.",
	severity: "error",
	check: (deployment) =>
		eachGroup(deployment, (group) =>
			group.group.egress.sandbox?.mode === "off" ? [group.ofKey(key, "lets the agent's tools reach every host")] : [],
		),
});
