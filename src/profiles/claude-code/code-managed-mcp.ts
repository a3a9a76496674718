import { codeDocumentation } from "../../claude-code/code-setting.js";
import { made } from "../../outcome.js";
import { jsonFile } from "../text-file.js";
import { type CodeFormat, codeFolder, managedFolders } from "./code-format.js";

const name = `${codeFolder}/managed-mcp.json`;

/** The servers that there are: people add none to them. */
export const codeManagedMcp: CodeFormat<Record<never, never>> = {
	title: "Claude Code managed MCP servers",
	docs: `${codeDocumentation}managed-mcp`,
	evidence: "read by Python's json",
	platforms: ["macos", "windows", "linux"],
	byDefault: true,
	carries: "servers",
	unmarked: { ".json": "JSON has no comments, and a key of another program may make the file one that is refused" },
	options: {},
	examples: { plain: {} },
	handling: (platform) => ({
		imports: [
			{
				tool: platform === "linux" ? "configuration managers" : "device management that places files",
				step: `install it as ${managedFolders[platform]}managed-mcp.json, beside the settings in whichever form; it replaces every other source of servers`,
			},
		],
		removal: `delete ${managedFolders[platform]}managed-mcp.json`,
	}),
	fileNames: () => [name],

	render({ mcpServers }) {
		return made([jsonFile(name, { mcpServers })]);
	},
};
