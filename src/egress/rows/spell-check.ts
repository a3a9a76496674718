import { exact, subdomains } from "../destination.js";
import type { EgressRow } from "../row.js";

const spellCheck = {
	feature: "spell-check",
	because: "spell-check dictionary of the app's browser engine, and what it redirects to",
	ifDenied: "No spell check in the app's text fields.",
	operator: "third-party",
	requirement: "optional",
	platforms: ["linux"],
	source: "https://claude.com/docs/cowork/changelog",
	hosts: [exact("redirector.gvt1.com"), subdomains("gvt1.com")],
} as const;

/** Apps before this one load it whatever is set. */
const switchSince = "2.19675.0";

export const spellCheckRows: readonly EgressRow[] = [
	{
		...spellCheck,
		key: null,
		since: "1.26832.0",
		until: switchSince,
	},
	{
		...spellCheck,
		key: "disableNonessentialServices",
		closedBy: [{ key: "disableNonessentialServices", value: true }],
		since: switchSince,
		when: (context) => context.isNot("disableNonessentialServices", true),
	},
];
