import { expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const allOff =
	"settings.coworkTabEnabled: all three tabs are off, so the app would turn Cowork back on; leave one of chatTabEnabled, coworkTabEnabled, isClaudeCodeForDesktopEnabled on";
const noBrowser = (key: string) =>
	`warning: settings.${key}: has no effect without builtinBrowserEnabled: true; add that or remove this`;
const closesNothing =
	"warning: settings.builtinBrowserAllowedDomains: closes nothing: domains on neither list are allowed; set builtinBrowserDefaultDomainPolicy: block";
const notInSandbox = (index: number) =>
	`warning: settings.builtinBrowserAllowedDomains[${index}]: is not in coworkEgressAllowedHosts, so that users open it and Claude does not; add it there where that is meant`;

test.each<RuleCase>([
	[{ coworkTabEnabled: false, isClaudeCodeForDesktopEnabled: false }, {}, [allOff]],
	[{ coworkTabEnabled: false, isClaudeCodeForDesktopEnabled: false, chatTabEnabled: false }, {}, [allOff]],
	[{ coworkTabEnabled: false, isClaudeCodeForDesktopEnabled: false, chatTabEnabled: true }, {}, []],
	[{ coworkTabEnabled: false }, {}, []],
	[{ isClaudeCodeForDesktopEnabled: false }, {}, []],

	[{ builtinBrowserAllowedDomains: ["example.com"] }, {}, [noBrowser("builtinBrowserAllowedDomains")]],
	[
		{ builtinBrowserBlockedDomains: ["*"], builtinBrowserEnabled: false },
		{},
		[noBrowser("builtinBrowserBlockedDomains")],
	],
	[{ builtinBrowserDefaultDomainPolicy: "block" }, {}, [noBrowser("builtinBrowserDefaultDomainPolicy")]],
	[{ builtinBrowserEnabled: true, builtinBrowserAllowedDomains: ["example.com"] }, {}, [closesNothing]],
	[
		{
			builtinBrowserEnabled: true,
			builtinBrowserAllowedDomains: ["example.com"],
			builtinBrowserDefaultDomainPolicy: "allow",
		},
		{},
		[closesNothing],
	],
	[
		{
			builtinBrowserEnabled: true,
			builtinBrowserAllowedDomains: ["example.com"],
			builtinBrowserDefaultDomainPolicy: "block",
		},
		{},
		[],
	],
	[
		{ builtinBrowserEnabled: true, builtinBrowserAllowedDomains: ["example.com"], builtinBrowserBlockedDomains: ["*"] },
		{},
		[],
	],
	[{ builtinBrowserEnabled: true, builtinBrowserBlockedDomains: ["example.com"] }, {}, []],

	[
		{ coworkEgressAllowedHosts: ["a.example.com", "*"] },
		{},
		[
			'warning: settings.coworkEgressAllowedHosts[1]: "*" turns filtering off: the agent may reach every host that the perimeter allows; name the hosts',
		],
	],
	[{ coworkEgressAllowedHosts: [] }, {}, []],
	[
		{
			builtinBrowserEnabled: true,
			builtinBrowserDefaultDomainPolicy: "block",
			builtinBrowserAllowedDomains: ["a.example.com", "Wiki.example.org", "docs.example.net"],
			coworkEgressAllowedHosts: ["*.example.com", "wiki.example.org"],
		},
		{},
		[notInSandbox(2)],
	],
	[
		{
			builtinBrowserEnabled: true,
			builtinBrowserDefaultDomainPolicy: "block",
			builtinBrowserBlockedDomains: ["a.example.com"],
		},
		{},
		[
			"warning: settings.builtinBrowserBlockedDomains: has no effect while builtinBrowserDefaultDomainPolicy is block; remove one of the two",
		],
	],
	[
		{ chatAdvancedFileAnalysisEnabled: true },
		{},
		[
			"warning: settings.chatAdvancedFileAnalysisEnabled: has no effect without chatTabEnabled: true; add that or remove this",
		],
	],
	[
		{ chatTabEnabled: true, chatAdvancedFileAnalysisEnabled: true, disabledBuiltinTools: ["Bash"] },
		{},
		[
			"warning: settings.chatAdvancedFileAnalysisEnabled: is off all the same while disabledBuiltinTools names Bash; remove one of the two",
		],
	],
	[{ chatTabEnabled: true, chatAdvancedFileAnalysisEnabled: true }, {}, []],
	[
		{ sshHostAllowlist: ["*"] },
		{},
		[
			'warning: settings.sshHostAllowlist[0]: "*" lets Code sessions connect to every host, which no perimeter can list; name the hosts',
		],
	],
	[
		{ sshHostAllowlist: ["git.example.com", "*.example.com:2222"] },
		{},
		[
			"warning: settings.sshHostAllowlist[1]: names a port, which the documentation of this list does not know; write the host alone",
		],
	],
])("%j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});
