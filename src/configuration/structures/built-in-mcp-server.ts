import { error, type Problem } from "../../problem.js";
import { either, flag, list, object, words } from "../../shape/build.js";
import type { Member, Members, Rule } from "../../shape/shape.js";
import { executable } from "../values/file-path.js";
import { line } from "../values/text.js";
import { headers } from "../values/text-map.js";
import { httpsUrl, httpUrl } from "../values/url.js";
import { toolPolicy } from "./tool-policy.js";

const any = {
	name: { shape: line, summary: "Unique among the servers.", defaultNote: "the app's name for it" },
	toolPolicy,
} as const satisfies Record<string, Member>;

const customSearch: Rule<Members> = ({ provider, customUrl }): Problem[] => {
	if (provider === "custom") {
		return customUrl === undefined ? [error("missing", ["customUrl"], "is missing; provider custom needs it")] : [];
	}
	return customUrl === undefined ? [] : [error("no-effect", ["customUrl"], "has no effect; it needs provider: custom")];
};

/** What only servers elsewhere have, and what older builds called something else. */
const refused = {
	url: "does not belong to a built-in server; remove it, or remove server",
	transport: "does not belong to a built-in server; remove it, or remove server",
	command: "does not belong to a built-in server; remove it, or remove server",
	scopes: "is a deprecated member; use scope",
	authorityHost: "is a deprecated member; use azureCloud",
	source: "is a deprecated member; use server",
};

/** https://claude.com/docs/third-party/claude-desktop/connectors-m365 */
const microsoft365 = object(
	{
		...any,
		server: { shape: words(["microsoft365"]), summary: "Which built-in server.", required: true },
		tenantId: { shape: line, summary: "Entra tenant.", required: true },
		clientId: { shape: line, summary: "Entra application.", required: true },
		azureCloud: {
			shape: words(["global", "us-gov-high", "us-gov-dod"]),
			summary: "Cloud of the tenant.",
			default: "global",
		},
		continuousAccessEvaluation: {
			shape: words(["enabled", "disabled"]),
			summary: "Whether Entra may end access at once.",
			since: "1.49585.0",
			default: "enabled",
		},
		scope: {
			shape: line,
			summary: "Separated by spaces; one unknown scope makes the app drop the server.",
			defaultNote: "the app's",
		},
	},
	{ name: "Microsoft365McpServer", summary: "Microsoft 365.", refused },
);

/** https://claude.com/docs/third-party/claude-desktop/web-tools */
const websearch = object(
	{
		...any,
		server: { shape: words(["websearch"]), summary: "Which built-in server.", required: true },
		provider: { shape: words(["brave", "tavily", "exa", "custom"]), summary: "Search service.", required: true },
		customUrl: {
			shape: httpUrl,
			summary: "Address of the search service; with `provider` `custom` alone.",
			defaultNote: "none",
		},
		headers: { shape: headers, summary: "Headers of each request, by name: the API key.", defaultNote: "none" },
		headersHelper: {
			shape: executable(),
			summary: "Absolute path of a program that prints headers as flat JSON within 30 seconds.",
			defaultNote: "none",
		},
	},
	{ name: "WebSearchMcpServer", summary: "Web search; from 1.15962.0.", refused, rules: [customSearch] },
);

/** https://claude.com/docs/third-party/claude-desktop/connectors-github */
const github = object(
	{
		...any,
		server: { shape: words(["github"]), summary: "Which built-in server.", required: true },
		clientId: { shape: line, summary: "Id of the OAuth app.", required: true },
		host: {
			shape: httpsUrl,
			summary: "https address of a GitHub Enterprise Server.",
			defaultNote: "github.com",
		},
		scope: { shape: line, summary: "Separated by spaces.", default: "repo read:org read:user" },
		toolsets: { shape: either(line, list(line)), summary: "Sets of tools.", defaultNote: "the app's" },
		readOnly: { shape: flag, summary: "Whether only tools that read are there.", default: false },
	},
	{ name: "GithubMcpServer", summary: "GitHub; from 1.25927.0.", refused },
);

/** MCP servers that come with the app, by the word in `server`. */
export const builtInMcpServers = { microsoft365, websearch, github };
