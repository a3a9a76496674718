import { list, object, text } from "../../shape/build.js";

/** https://code.claude.com/docs/en/managed-mcp#policy-based-control-with-allowlists-and-denylists */
export const mcpServerMatch = object(
	{
		serverName: { shape: text(), summary: "Name that people gave the server." },
		serverCommand: { shape: list(text(), { minItems: 1 }), summary: "Program and arguments, in order." },
		serverUrl: { shape: text(), summary: "Address, where `*` stands for anything." },
	},
	{ name: "McpServerMatch", summary: "MCP servers that an entry of a list is about.", exactlyOne: "form" },
);
