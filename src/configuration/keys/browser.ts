import { choice, flag, list } from "../managed-key.js";
import { hostEntry } from "../values/host-entry.js";

const builtInBrowser = {
	section: "Capabilities",
	group: "Built-in browser",
	alsoOn: ["configuration-changelog"],
} as const;

/** The built-in browser. */
export const browserKeys = {
	builtinBrowserEnabled: flag({
		...builtInBrowser,
		summary: "Whether there is a built-in browser.",
		since: "2.2553.0",
		default: false,
		restricts: "when false",
	}),
	builtinBrowserDefaultDomainPolicy: choice(
		{
			...builtInBrowser,
			summary: "What happens to domains on neither list; the app reads a value it does not know as block.",
			since: "2.2553.0",
			default: "allow",
			restricts: "when block",
			otherwise: "blocks every domain",
		},
		["allow", "block"],
	),
	builtinBrowserAllowedDomains: list(
		{
			...builtInBrowser,
			summary: "Domains the built-in browser may open; a plain host covers its www. form too.",
			since: "2.2553.0",
			restricts: "fewer",
			otherwise: "allows no domain",
		},
		hostEntry({ everything: false, singleLabels: false, sharedSuffixes: false, unusable: "the app ignores the entry" }),
	),
	builtinBrowserBlockedDomains: list(
		{
			...builtInBrowser,
			summary: "Domains the built-in browser may not open; * stands for every domain.",
			since: "2.2553.0",
			restricts: "more",
			otherwise: "blocks every domain",
		},
		hostEntry({ everything: true, singleLabels: false, unusable: "the entry blocks nothing" }),
	),
};
