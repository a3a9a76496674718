import { either, integer, object, words } from "../../shape/build.js";
import { executable } from "../values/file-path.js";
import { line } from "../values/text.js";
import { headers } from "../values/text-map.js";
import { httpsUrl } from "../values/url.js";
import { mcpOAuth } from "./mcp-oauth.js";
import { toolPolicy } from "./tool-policy.js";

export const remoteMcpServer = object(
	{
		name: { shape: line, summary: "Unique among the servers.", required: true },
		transport: { shape: words(["http", "sse"]), summary: "Kind of the server.", required: true },
		url: { shape: httpsUrl, summary: "https address.", required: true },
		headers: { shape: headers, summary: "Headers of each request, by name.", defaultNote: "none" },
		headersHelper: {
			shape: executable(),
			summary: "Absolute path of a program that prints headers as flat JSON within 30 seconds.",
			defaultNote: "none",
		},
		headersHelperTtlSec: {
			shape: integer({ min: 0 }),
			summary: "How long its headers are kept, in seconds.",
			default: 300,
		},
		headersHelperRefreshBufferSec: {
			shape: integer({ min: 0 }),
			summary: "How long before that it runs again, in seconds.",
			since: "1.21459.0",
			default: 60,
		},
		oauth: {
			shape: either({ kind: "switch", only: true }, mcpOAuth),
			summary: "`true`, or how to sign in.",
			defaultNote: "no OAuth",
		},
		toolPolicy,
	},
	{
		name: "RemoteMcpServer",
		summary: "An MCP server at an address.",
		refused: { scopes: "is a deprecated member; use scope of oauth" },
	},
);
