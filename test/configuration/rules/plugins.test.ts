import { expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const idle =
	"warning: settings.microsoftAuthBroker: has no effect without the built-in server microsoft365 in managedMcpServers; add that or remove this";

test.each<RuleCase>([
	[
		{ managedMcpServers: [{ name: "crm" }], orgPluginSettings: [{ serverName: "wiki" }, { serverName: "crm" }] },
		{},
		[
			"warning: settings.orgPluginSettings[1].serverName: is the name of a managed server too, whose toolPolicy holds; the app ignores this entry",
		],
	],
	[{ managedMcpServers: [{ name: "CRM" }], orgPluginSettings: [{ serverName: "crm" }] }, {}, []],
	[{ microsoftAuthBroker: "disabled" }, {}, [idle]],
	[{ microsoftAuthBroker: "disabled", managedMcpServers: [{ server: "github" }] }, {}, [idle]],
	[{ microsoftAuthBroker: "disabled", managedMcpServers: [{ server: "microsoft365" }] }, {}, []],
	[{ microsoftAuthBroker: "auto" }, {}, []],
])("%j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});
