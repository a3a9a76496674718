import { flag, list, structure, text } from "../managed-key.js";
import { builtinToolPolicy } from "../structures/tool-policy.js";
import { workspaceFolders } from "../structures/workspace-folder.js";
import { sandboxHost } from "../values/host-entry.js";
import { instructions } from "../values/text.js";
import { disabledTool } from "../values/tool-rule.js";

const workspace = { section: "Capabilities", group: "Workspace", alsoOn: ["configuration-changelog"] } as const;

/** What users and the agent may do in a session. */
export const workspaceKeys = {
	userPluginMarketplacesEnabled: flag({
		...workspace,
		summary: "Whether users may add plugin marketplaces of their own.",
		since: "1.37937.0",
		default: true,
		restricts: "when false",
	}),
	userPluginUploadsEnabled: flag({
		...workspace,
		summary: "Whether users may upload plugins.",
		since: "1.37937.0",
		default: true,
		restricts: "when false",
	}),
	disabledBuiltinTools: list(
		{
			...workspace,
			summary: "Built-in tools that are taken away, or scoped rules such as Bash(curl *).",
			since: "1.2581.0",
			restricts: "more",
		},
		disabledTool,
	),
	disableBundledSkills: flag({
		...workspace,
		summary: "Takes away the skills that come with the app.",
		since: "1.15962.0",
		defaultNote: "false, inferred",
		restricts: "when true",
	}),
	skillCreationEnabled: flag({
		...workspace,
		summary: "Whether users may create skills.",
		since: "1.25927.0",
		default: true,
		restricts: "when false",
	}),
	scheduledTasksEnabled: flag({
		...workspace,
		summary: "Whether there are scheduled tasks.",
		since: "2.110.0",
		default: true,
		restricts: "when false",
	}),
	keepAwakeEnabled: flag({
		...workspace,
		summary: "Whether the app may keep the device awake.",
		since: "2.7032.0",
		default: true,
		restricts: "when false",
	}),
	builtinToolPolicy: structure(
		"object",
		{
			...workspace,
			summary: "Whether built-in tools run without asking, by tool name or scoped rule.",
			since: "1.8089.0",
			restricts: "when set",
			otherwise: "applies no policy at all",
		},
		builtinToolPolicy,
	),
	autoModeEnabled: flag({
		...workspace,
		summary: "Whether auto mode is offered.",
		since: "1.10628.0",
		defaultNote: "from 2.9939.2 offered in Code alone, true adds Cowork; before, false",
		restricts: "when false",
	}),
	disableBypassPermissionsMode: flag({
		...workspace,
		summary: "Takes away the mode that skips permission prompts.",
		since: "1.46388.1",
		defaultNote: "false, inferred",
		restricts: "when true",
	}),
	toolSearchEnabled: flag({
		...workspace,
		summary: "Whether tools are loaded on demand through tool search.",
		since: "1.21459.0",
		default: false,
	}),
	skipWebFetchPreflight: flag({
		...workspace,
		summary: "Skips the question to api.anthropic.com whether a domain is safe before Code fetches a page.",
		since: "1.37937.0",
		default: false,
		alsoOn: ["configuration-changelog", "telemetry", "web-tools"],
	}),
	allowedWorkspaceFolders: structure(
		"object[]|string[]",
		{
			...workspace,
			summary: "Folders that users may attach; unset allows every folder, an empty list none.",
			since: "1.2581.0",
			restricts: "fewer",
			otherwise: "lets users attach no folder at all",
		},
		workspaceFolders,
	),
	blockReadsOutsideWorkingDirectories: flag({
		...workspace,
		summary: "Denies reading files outside the attached folders.",
		since: "1.46388.1",
		defaultNote: "false, inferred",
		restricts: "when true",
	}),
	coworkEgressAllowedHosts: list(
		{
			...workspace,
			summary:
				"Hosts the agent's shell and web fetch may reach besides inference; *.x leaves x itself out, * ends filtering.",
			since: "1.2581.0",
			defaultNote: "the inference endpoint alone",
			restricts: "fewer",
			closedByDefault: true,
			otherwise: "reads the list as empty",
			alsoOn: ["configuration-changelog", "telemetry", "web-tools"],
		},
		sandboxHost,
	),
	requireCoworkFullVmSandbox: flag({
		...workspace,
		summary: "Keeps the agent loop and its tools inside the VM.",
		since: "1.2581.0",
		default: false,
		deprecated: "the newest reference calls it deprecated",
		restricts: "when true",
	}),
	organizationInstructions: text(
		{ ...workspace, summary: "Guidance of the organisation, added to every session.", since: "1.37937.0", max: 3000 },
		instructions,
	),
};
