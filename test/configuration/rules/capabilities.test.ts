import { expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const allOff =
	"settings.coworkTabEnabled: all three tabs are off, so the app would turn Cowork back on; leave one of chatTabEnabled, coworkTabEnabled, isClaudeCodeForDesktopEnabled on";
const noBrowser = (key: string) =>
	`warning: settings.${key}: has no effect without builtinBrowserEnabled: true; add that or remove this`;
const closesNothing =
	"warning: settings.builtinBrowserAllowedDomains: closes nothing: domains on neither list are allowed; set builtinBrowserDefaultDomainPolicy: block";
const port = (index: number) =>
	`warning: settings.coworkEgressAllowedHosts[${index}]: names a port, for which older apps discard the whole list in the shell; write the host alone`;

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
	[{ coworkEgressAllowedHosts: ["a.example.com:8443", "b.example.com", "*.c.example.com:80"] }, {}, [port(0), port(2)]],
	[{ coworkEgressAllowedHosts: [] }, {}, []],
	[
		{ sshHostAllowlist: ["*"] },
		{},
		[
			'warning: settings.sshHostAllowlist[0]: "*" lets Code sessions connect to every host, which no perimeter can list; name the hosts',
		],
	],
	[{ sshHostAllowlist: ["git.example.com", "*.example.com:2222"] }, {}, []],
])("%j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});
