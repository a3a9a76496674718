import type { JsonValue } from "../../json.js";
import { eachCodeGroup } from "../each-code-group.js";
import { definePolicyRule } from "../policy-rule.js";

/** What closes each, and what it is; a variable is closed by whatever stands in it. */
const closers: Readonly<Record<string, { readonly closed: (value: JsonValue) => boolean; readonly says: string }>> = {
	"env.CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": {
		closed: (value) => value !== "",
		says: "looks for updates and release notes, and on Anthropic's own API sends usage and error reports",
	},
	"env.CLAUDE_CODE_DISABLE_FEEDBACK_SURVEY": {
		closed: (value) => value !== "",
		says: "asks people how a session went, and sends what they answer",
	},
	"env.CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL": {
		closed: (value) => value !== "",
		says: "fetches the official marketplace of plugins at its first start",
	},
	skipWebFetchPreflight: {
		closed: (value) => value === true,
		says: "asks api.anthropic.com of every host that Web Fetch opens",
	},
	enableArtifact: { closed: (value) => value === false, says: "may publish pages of sessions" },
};

/** https://code.claude.com/docs/en/data-usage */
export const codeTraffic = definePolicyRule({
	id: "code-traffic",
	title: "nothing leaves Claude Code besides inference and the organisation's own telemetry",
	why: "Each of these tells outsiders that devices are there and what people do with them, and opens a host for it.",
	fix: "Set switches to private, which closes all of them.",
	severity: "warning",
	check: (deployment) =>
		eachCodeGroup(deployment, (code) =>
			Object.entries(closers).flatMap(([name, { closed, says }]) => {
				const value = code.value(name);
				return value !== undefined && closed(value) ? [] : [code.ofSetting(name, says)];
			}),
		),
});
