import { environment, headers } from "../../configuration/values/text-map.js";
import { httpsOrLoopbackUrl } from "../../configuration/values/url.js";
import { isObject } from "../../json.js";
import { made, refused } from "../../outcome.js";
import { error } from "../../problem.js";
import { integer, list, object, text, textMatching, words } from "../../shape/build.js";
import type { VariantsShape } from "../../shape/shape.js";

/** Tools of a server are called by it: `mcp__<name>__<tool>`. */
export const codeMcpServerName = textMatching(
	"server-name",
	/^[A-Za-z0-9_-]{1,64}$/,
	"is no name of a server; expected letters, digits, hyphens and underscores, at most 64",
);

const stdio = object(
	{
		type: { shape: words(["stdio"]), summary: "Kind of the server.", default: "stdio" },
		command: { shape: text(), summary: "Program on the device.", required: true },
		args: { shape: list({ kind: "text" }), summary: "Arguments, in order.", defaultNote: "none" },
		env: { shape: environment, summary: "Environment variables by name.", defaultNote: "none" },
	},
	{ name: "CodeLocalMcpServer", summary: "An MCP server that Claude Code starts as a program." },
);

const remote = object(
	{
		type: { shape: words(["http", "sse"]), summary: "Kind of the server.", required: true },
		url: { shape: httpsOrLoopbackUrl, summary: "https address.", required: true },
		headers: {
			shape: headers,
			summary: "Headers of each request; `$NAME` in braces stands for a variable of the device.",
			defaultNote: "none",
		},
		headersHelper: { shape: text(), summary: "Command that prints headers as JSON.", defaultNote: "none" },
		oauth: {
			shape: object({
				clientId: { shape: text(), summary: "Client of the application.", defaultNote: "one that registers itself" },
				callbackPort: { shape: integer({ min: 1, max: 65535 }), summary: "Port of the redirect.", defaultNote: "any" },
				authServerMetadataUrl: {
					shape: httpsOrLoopbackUrl,
					summary: "Metadata of the authorization server.",
					defaultNote: "found by discovery",
				},
			}),
			summary: "How people sign in.",
			defaultNote: "as the server says",
		},
	},
	{ name: "CodeRemoteMcpServer", summary: "An MCP server at an address." },
);

/** https://code.claude.com/docs/en/managed-mcp#exclusive-control-with-managed-mcp-json */
export const codeMcpServer: VariantsShape = {
	kind: "variants",
	of: { stdio, http: remote, sse: remote },
	choose(value) {
		if (!isObject(value)) return refused(error("wrong-type", [], "is no server; expected an object"));
		const { type = value.url === undefined ? "stdio" : "http" } = value;
		if (type === "stdio" || type === "http" || type === "sse") return made(type);
		return refused(error("unknown-value", ["type"], "is no kind of server; expected one of stdio, http, sse"));
	},
};
