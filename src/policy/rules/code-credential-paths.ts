import { readRule } from "../../claude-code/credential-place.js";
import { credentialPaths } from "../../claude-code/switches.js";
import { eachCodeGroup } from "../each-code-group.js";
import { definePolicyRule } from "../policy-rule.js";

/** Rules that take a whole home from tools. */
const whole = ["Read", "Read(*)", "Read(~/**)"];

export const codeCredentialPaths = definePolicyRule({
	id: "code-credential-paths",
	title: "tools of Claude Code cannot read the usual places of credentials",
	why: "What a tool has read is in the conversation, and from there in every later call; a key that was in it is a key to be changed.",
	fix: "Set denyCredentialPaths to true, or switches to private.",
	severity: "warning",
	check: (deployment) =>
		eachCodeGroup(deployment, (code) => {
			const denied = code.items("permissions.deny");
			const open = credentialPaths.filter((place) => !denied.includes(readRule(place)));
			if (open.length === 0 || denied.some((rule) => whole.some((each) => each === rule))) return [];
			return [code.ofSetting("permissions.deny", `lets tools read ${open.join(", ")}`)];
		}),
});
