import { optionalMember } from "../configuration/key-member.js";
import { environment } from "../configuration/values/text-map.js";
import { groupBy } from "../group-by.js";
import { either, flag, list, map, object, words } from "../shape/build.js";
import type { Member, ObjectShape } from "../shape/shape.js";
import { codeSettings } from "./catalogue.js";
import type { CodeSetting } from "./code-setting.js";
import { credentialPlace } from "./credential-place.js";
import { refusedSettings } from "./refused-settings.js";
import { codeMcpServer, codeMcpServerName } from "./structures/code-mcp-server.js";
import { hooks } from "./structures/hooks.js";
import { anyValue } from "./structures/open-form.js";
import { switches } from "./switches.js";

/** A setting below a level, at the names of further levels and then its own. */
interface Placed {
	readonly steps: readonly string[];
	readonly setting: CodeSetting;
}

const placed = Object.entries(codeSettings).map(([name, setting]): Placed => ({ steps: name.split("."), setting }));
const isPermission = ({ steps }: Placed) => steps[0] === "permissions";

const settings: ObjectShape = {
	...levelShape(placed.filter((each) => !isPermission(each))),
	name: "CodeSettings",
	summary: "Managed settings of Claude Code, but for those that have a member of their own.",
	refused: refusedSettings,
};

const permissions: ObjectShape = {
	...levelShape(placed.filter(isPermission).map(belowFirst)),
	name: "CodePermissions",
	summary: "Rules for the tools of Claude Code.",
};

const mcp = object(
	{
		servers: {
			shape: map(codeMcpServer, { names: codeMcpServerName }),
			summary: "Servers besides those of `managedMcpServers`, by name.",
			defaultNote: "none",
		},
	},
	{ name: "CodeMcp", summary: "The MCP servers of `managed-mcp.json`, besides which people have none." },
);

/** `claudeCode` of a deployment or a group. */
export const claudeCodeShape = object(
	{
		settings: { shape: settings, summary: "Managed settings in their native types.", defaultNote: "none" },
		permissions: { shape: permissions, summary: "Rules for tools.", defaultNote: "none" },
		hooks: { shape: hooks, summary: "What runs at points of a session, by event.", defaultNote: "none" },
		mcp: {
			shape: mcp,
			summary: "Writes `managed-mcp.json`, besides which people have no servers of their own.",
			defaultNote: "it is not written",
		},
		env: {
			shape: environment,
			summary: "Variables of the program and of what it starts, in clear on every device.",
			defaultNote: "none",
		},
		denyCredentialPaths: {
			shape: either(flag, list(credentialPlace, { minItems: 1 })),
			summary: "Whether tools may not read the usual places of credentials; a list names further ones.",
			defaultNote: "true with `switches: private`, otherwise false",
		},
		switches: {
			shape: words(Object.keys(switches)),
			summary: "`private` sends nothing besides inference and telemetry of the organisation's own.",
			default: "none",
		},
		extraSettings: {
			shape: map(anyValue),
			summary: "Settings that the catalogue does not know, kept as they are, with a warning.",
			defaultNote: "none",
		},
	},
	{ name: "ClaudeCode", summary: "Managed settings of Claude Code on the devices of Claude Desktop." },
);

function levelShape(level: readonly Placed[]): ObjectShape {
	const members = [...groupBy(level, ({ steps: [first = ""] }) => first)].map(([name, same]): [string, Member] => {
		const below = same.map(belowFirst);
		const own = below.find(({ steps }) => steps.length === 0);
		if (own) return [name, optionalMember(own.setting)];
		return [name, { shape: levelShape(below), summary: `Settings of ${name}.`, defaultNote: "none" }];
	});
	return object(Object.fromEntries(members));
}

function belowFirst({ steps, setting }: Placed): Placed {
	return { steps: steps.slice(1), setting };
}
