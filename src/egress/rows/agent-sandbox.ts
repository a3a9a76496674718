import { exact, ofPattern } from "../destination.js";
import { type EgressRow, page } from "../row.js";

const agentSandbox = {
	feature: "agent-sandbox",
	key: "coworkEgressAllowedHosts",
	needs: "coworkEgressAllowedHosts",
	data: "whatever the agent's shell and web fetch send there",
	closedBy: [{ key: "coworkEgressAllowedHosts", value: [] }],
} as const;

export const agentSandboxRows: readonly EgressRow[] = [
	{
		...agentSandbox,
		because: "the agent's tools may reach it; the perimeter must let it through",
		ifDenied: "The agent's tools fail for that host although the deployment allows it.",
		operator: "organization",
		requirement: "required",
		source: page("telemetry"),
		when: (context) => context.listsNot("coworkEgressAllowedHosts", "*"),
		hosts: (context) => context.list("coworkEgressAllowedHosts").flatMap((entry) => ofPattern(entry, 443)),
	},
	{
		...agentSandbox,
		because: "package sources that the app lists in place of the open web",
		ifDenied: "The agent cannot install packages.",
		operator: "third-party",
		requirement: "optional",
		since: "1.26832.0",
		source: page("in-app-configuration"),
		when: (context) => context.lists("coworkEgressAllowedHosts", "*"),
		hosts: [
			"registry.npmjs.org",
			"npmjs.com",
			"www.npmjs.com",
			"npmjs.org",
			"www.npmjs.org",
			"yarnpkg.com",
			"registry.yarnpkg.com",
			"pypi.org",
			"files.pythonhosted.org",
			"pythonhosted.org",
			"github.com",
			"objects.githubusercontent.com",
			"archive.ubuntu.com",
			"security.ubuntu.com",
			"crates.io",
			"index.crates.io",
			"static.crates.io",
			"playwright.download.prss.microsoft.com",
			"cdn.playwright.dev",
		].map((host) => exact(host)),
	},
];
