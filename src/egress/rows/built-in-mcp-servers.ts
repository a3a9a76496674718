import type { JsonObject } from "../../json.js";
import type { EgressContext } from "../context.js";
import { type Destination, exact, ofUrl } from "../destination.js";
import { type EgressRow, page } from "../row.js";
import { mcpServers } from "./managed-mcp-servers.js";

const server = {
	feature: "managed-mcp-servers",
	key: "managedMcpServers",
	needs: "managedMcpServers",
	operator: "third-party",
	requirement: "required",
	closedBy: [{ key: "managedMcpServers" }],
} as const;
const search = {
	...server,
	ifDenied: "Web search does not work.",
	data: "search queries",
	since: "1.15962.0",
	source: page("telemetry"),
	// Without the tool the server does not run either.
	when: (context: EgressContext) => context.listsNot("disabledBuiltinTools", "WebSearch"),
} as const;
const gitHub = {
	...server,
	ifDenied: "The GitHub connector does not work.",
	since: "1.25927.0",
	source: page("connectors-github"),
} as const;

const microsoftClouds = [
	{ cloud: "global", name: "Microsoft 365", hosts: ["login.microsoftonline.com", "graph.microsoft.com"] },
	{ cloud: "us-gov-high", name: "Microsoft 365 GCC High", hosts: ["login.microsoftonline.us", "graph.microsoft.us"] },
	{ cloud: "us-gov-dod", name: "Microsoft 365 DoD", hosts: ["login.microsoftonline.us", "dod-graph.microsoft.us"] },
] as const;

const searchServices: Readonly<Record<string, string>> = {
	brave: "api.search.brave.com",
	tavily: "api.tavily.com",
	exa: "api.exa.ai",
};

/** Services behind the servers that come with the app. */
export const builtInMcpServersRows: readonly EgressRow[] = [
	...microsoftClouds.map(
		({ cloud, name, hosts }): EgressRow => ({
			...server,
			because: `${name} behind the built-in server`,
			ifDenied: "The Microsoft 365 connector does not work.",
			source: page("connectors-m365"),
			hosts: (context) =>
				builtIn(context, "microsoft365").some(({ azureCloud = "global" }) => azureCloud === cloud)
					? hosts.map((host) => exact(host))
					: [],
		}),
	),
	{
		...search,
		because: "search service behind the built-in web search",
		hosts: (context) =>
			builtIn(context, "websearch").flatMap(({ provider }) => {
				const host = searchServices[String(provider)];
				return host === undefined ? [] : [exact(host)];
			}),
	},
	{
		...search,
		because: "the organization's own search service",
		operator: "organization",
		hosts: (context) =>
			builtIn(context, "websearch").flatMap(({ provider, customUrl }) =>
				provider === "custom" ? ofUrl(customUrl) : [],
			),
	},
	{
		...gitHub,
		because: "GitHub behind the built-in server",
		hosts: (context) => (gitHubs(context).some(isGitHubDotCom) ? [exact("github.com"), exact("api.github.com")] : []),
	},
	{
		...gitHub,
		because: "the organization's GitHub behind the built-in server",
		operator: "organization",
		hosts: (context) => gitHubs(context).filter((site) => !isGitHubDotCom(site)),
	},
];

function builtIn(context: EgressContext, name: string): JsonObject[] {
	return mcpServers(context).filter((each) => each.server === name);
}

function gitHubs(context: EgressContext): Destination[] {
	return builtIn(context, "github").flatMap(({ host = "https://github.com" }) => ofUrl(host));
}

function isGitHubDotCom({ host }: Destination): boolean {
	return host === "github.com";
}
