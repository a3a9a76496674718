import { isObject } from "../../json.js";
import { error, type Problem, warning } from "../../problem.js";
import { either, flag, object, text, textMatching, words } from "../../shape/build.js";
import type { Member, Members, Rule, TextShape } from "../../shape/shape.js";
import { entraTenant } from "../values/identifier.js";
import { line } from "../values/text.js";
import { headers } from "../values/text-map.js";
import { httpsUrl, urlProblems } from "../values/url.js";
import { headerProgram } from "./header-program.js";
import { microsoftScopes } from "./microsoft-scopes.js";
import { onlyTheAppWrites } from "./surplus-members.js";
import { toolPolicy } from "./tool-policy.js";

const any = {
	name: { shape: line, summary: "Unique among the servers.", required: true },
	toolPolicy,
} as const satisfies Record<string, Member>;

const elsewhere =
	"does not belong to a built-in server, for which Claude Desktop drops the entry; remove it, or remove server";

/** What only servers elsewhere have, and what older builds called something else. */
const refused = {
	url: elsewhere,
	transport: elsewhere,
	command: elsewhere,
	args: elsewhere,
	env: elsewhere,
	envHelper: elsewhere,
	envHelperTtlSec: elsewhere,
	startupTimeoutSec: elsewhere,
	oauth: elsewhere,
	scopes: "is a deprecated member, for which the app drops the entry; use scope",
	authorityHost: "is a deprecated member; use azureCloud",
};
const noHeaders = {
	headers: elsewhere,
	...Object.fromEntries(Object.keys(headerProgram).map((name) => [name, elsewhere])),
};

/** https://claude.com/docs/third-party/claude-desktop/connectors-m365 */
const microsoft365 = object(
	{
		...any,
		server: { shape: words(["microsoft365"]), summary: "Which built-in server.", required: true },
		tenantId: {
			shape: entraTenant,
			summary: "Entra tenant: a UUID, or `common`, `organizations`, `consumers`.",
			required: true,
		},
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
			shape: microsoftScopes,
			summary: "Separated by spaces; one unknown scope makes the app drop the server.",
			defaultNote: "the app's",
		},
	},
	{
		name: "Microsoft365McpServer",
		summary: "Microsoft 365.",
		refused: { ...refused, ...noHeaders },
		surplus: onlyTheAppWrites,
	},
);

/** Header that carries the key of each search service. */
const searchHeaders: Readonly<Record<string, string>> = {
	brave: "X-Subscription-Token",
	tavily: "Authorization",
	exa: "x-api-key",
};

const search: Rule<Members> = (members): Problem[] => {
	const { provider, customUrl } = members;
	if (provider === "custom") {
		return customUrl === undefined ? [error("missing", ["customUrl"], "is missing; provider custom needs it")] : [];
	}
	const surplus =
		customUrl === undefined ? [] : [error("no-effect", ["customUrl"], "has no effect; it needs provider: custom")];
	return [...surplus, ...searchKey(members)];
};

function searchKey({ provider, headers, headersHelper }: Members): Problem[] {
	const known = typeof provider === "string" && Object.hasOwn(searchHeaders, provider);
	const header = known ? searchHeaders[provider] : undefined;
	if (header === undefined || headersHelper !== undefined) return [];
	const given = Object.keys(isObject(headers) ? headers : {});
	if (given.length === 0) {
		const message = `has no key for ${provider}, so Claude Desktop drops the server; give headers with ${header}, or headersHelper`;
		return [error("search-key", [], message)];
	}
	if (given.some((name) => name.toLowerCase() === header.toLowerCase())) return [];
	return [warning("search-key", ["headers"], `have no ${header}, in which ${provider} expects its key`)];
}

/** https://claude.com/docs/third-party/claude-desktop/web-tools */
const websearch = object(
	{
		...any,
		server: { shape: words(["websearch"]), summary: "Which built-in server.", since: "1.15962.0", required: true },
		provider: { shape: words(["brave", "tavily", "exa", "custom"]), summary: "Search service.", required: true },
		customUrl: {
			shape: httpsUrl,
			summary: "https address of the search service; with `provider` `custom` alone.",
			defaultNote: "none",
		},
		headers: {
			shape: headers,
			summary: "Headers of each request, by name: the API key, which every provider but `custom` needs.",
			defaultNote: "none",
		},
		...headerProgram,
	},
	{
		name: "WebSearchMcpServer",
		summary: "Web search; one at most.",
		refused,
		surplus: onlyTheAppWrites,
		rules: [search],
	},
);

const githubClient = textMatching(
	"github-client",
	/^[A-Za-z0-9._-]{1,36}$/,
	"is no client id; expected at most 36 letters, digits, dots, underscores and hyphens",
);

const githubScopes = text((scopes) =>
	scopes.split(" ").every((scope) => /^[a-z_]{1,32}(?::[a-z_]{1,32})?$/.test(scope))
		? []
		: [
				error(
					"github-scope",
					[],
					"has an entry that is no scope; expected such as repo read:org, with one space between",
				),
			],
);

/** The app takes the origin. */
const githubHost: TextShape = text((address) => {
	const wrong = urlProblems(address, { loopback: false });
	if (wrong.length > 0 || new URL(address).pathname === "/") return wrong;
	return [warning("path-on-origin", [], "has a path, which the app cuts off; give the origin alone, https://<host>")];
});

const toolset = /^[a-z][A-Za-z0-9_]{0,31}$/;

const toolsets: TextShape = {
	...text((ids) =>
		ids.split(",").every((id) => toolset.test(id))
			? []
			: [
					error(
						"github-toolsets",
						[],
						"has an entry that is no toolset; expected such as repos,actions, without spaces",
					),
				],
	),
	instead: (value) => {
		if (!Array.isArray(value)) return undefined;
		const ids: readonly unknown[] = value;
		const known = ids.length > 0 && ids.every((id) => typeof id === "string" && toolset.test(id));
		return `is a list; write one text with commas, such as ${known ? ids.join(",") : "repos,actions"}`;
	},
};

/** https://claude.com/docs/third-party/claude-desktop/connectors-github */
const github = object(
	{
		...any,
		server: { shape: words(["github"]), summary: "Which built-in server.", since: "1.25927.0", required: true },
		clientId: { shape: githubClient, summary: "Id of the OAuth app.", required: true },
		host: {
			shape: githubHost,
			summary: "https address of a GitHub Enterprise Server, of which the app takes the origin.",
			defaultNote: "github.com",
		},
		scope: { shape: githubScopes, summary: "Separated by spaces.", default: "repo read:org read:user" },
		toolsets: { shape: toolsets, summary: "Sets of tools, separated by commas.", defaultNote: "the app's" },
		readOnly: {
			shape: either(flag, words(["true", "false"])),
			summary: "Whether only tools that read are there.",
			default: false,
		},
	},
	{ name: "GithubMcpServer", summary: "GitHub.", refused: { ...refused, ...noHeaders }, surplus: onlyTheAppWrites },
);

/** MCP servers that come with the app, by the word in `server`. */
export const builtInMcpServers = { microsoft365, websearch, github };
