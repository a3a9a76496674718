import { isObject } from "../../json.js";
import { type Problem, warning } from "../../problem.js";
import { either, object, words } from "../../shape/build.js";
import type { EitherShape, Members, Rule } from "../../shape/shape.js";
import { line } from "../values/text.js";
import { headers } from "../values/text-map.js";
import { httpsOrLoopbackUrl } from "../values/url.js";
import { headerProgram } from "./header-program.js";
import { mcpOAuth } from "./mcp-oauth.js";
import { onlyTheAppWrites } from "./surplus-members.js";
import { toolPolicy } from "./tool-policy.js";

/** The app warns of one as well, once it is long enough to be a real one. */
const sharedIdentity: Rule<Members> = ({ headers }): Problem[] => {
	const names = Object.keys(isObject(headers) ? headers : {}).filter((name) => /^authorization$/i.test(name));
	const message = "is the same for every user, so that the server knows one identity alone; oauth tells users apart";
	return names.map((name) => warning("shared-identity", ["headers", name], message));
};

const oauth: EitherShape = {
	...either({ kind: "switch", only: true }, mcpOAuth),
	instead: (value) => {
		if (value === null || typeof value === "object") return undefined;
		return "is an older form; write true, or an object, or leave it out for none";
	},
};

export const remoteMcpServer = object(
	{
		name: { shape: line, summary: "Unique among the servers.", required: true },
		transport: { shape: words(["http", "sse"]), summary: "Kind of the server.", required: true },
		url: { shape: httpsOrLoopbackUrl, summary: "https address.", required: true },
		headers: { shape: headers, summary: "Headers of each request, by name.", defaultNote: "none" },
		...headerProgram,
		oauth: { shape: oauth, summary: "`true`, or how to sign in.", defaultNote: "no OAuth" },
		toolPolicy,
	},
	{
		name: "RemoteMcpServer",
		summary: "An MCP server at an address.",
		refused: { scopes: "is a deprecated member; use scope of oauth" },
		surplus: onlyTheAppWrites,
		rules: [sharedIdentity],
	},
);
