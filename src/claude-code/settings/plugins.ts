import { either, flag, list, map, text, words } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";
import { channelPlugin } from "../structures/channel-plugin.js";
import { anyObject } from "../structures/open-form.js";

/** Plug-ins, marketplaces and skills. */
export const pluginsSettings = {
	strictKnownMarketplaces: {
		shape: list(anyObject),
		summary: "Marketplace sources allowed; empty list blocks adding any.",
		defaultNote: "any",
		restricts: "fewer",
		headersInside: true,
	},
	blockedMarketplaces: {
		shape: list(anyObject),
		summary: "Marketplace sources refused.",
		since: "2.1.223",
		restricts: "more",
		headersInside: true,
	},
	extraKnownMarketplaces: {
		shape: map(anyObject),
		summary: "Marketplaces registered for everyone.",
		since: "2.1.153",
		headersInside: true,
	},
	enabledPlugins: { shape: map(flag), summary: "Plug-ins forced on or off." },
	strictPluginOnlyCustomization: {
		shape: either({ kind: "switch", only: true }, list(words(["skills", "agents", "hooks", "mcp"]))),
		summary: "Only plug-ins and managed settings may bring these.",
		restricts: "when true",
	},
	disableCommandPluginSources: {
		shape: flag,
		summary: "Blocks plug-ins that install by a marketplace command.",
		since: "2.1.229",
		defaultNote: "follows allowManagedHooksOnly",
		restricts: "when true",
	},
	pluginSuggestionMarketplaces: { shape: list(text()), summary: "Marketplaces that may suggest plug-ins." },
	pluginTrustMessage: { shape: text(), summary: "Text added to the trust warning." },
	allowedChannelPlugins: {
		shape: list(channelPlugin),
		summary: "Channel plug-ins that may push messages.",
		defaultNote: "Anthropic's list",
		restricts: "fewer",
	},
	channelsEnabled: { shape: flag, summary: "Channels for the organization.", restricts: "when false" },
	prependPlugins: {
		shape: list(text()),
		summary: "Organization mods run before users' mods.",
		since: "2.1.287",
		unverified: true,
	},
	appendPlugins: {
		shape: list(text()),
		summary: "Organization mods run after users' mods.",
		since: "2.1.287",
		unverified: true,
	},
	disableSideloadFlags: {
		shape: flag,
		summary:
			"Refuses --plugin-dir, --plugin-url, --agents, --mcp-config and CLAUDE_CODE_PLUGIN_DIRS; Desktop then passes no plug-ins of its own.",
		since: "2.1.193",
		default: false,
		restricts: "when true",
	},
	disableBundledSkills: { shape: flag, summary: "No bundled skills and workflows.", restricts: "when true" },
	disableSkillShellExecution: { shape: flag, summary: "No inline shell in skills.", restricts: "when true" },
	skillOverrides: { shape: map(text()), summary: "Visibility per skill." },
	syncClaudeAiSkills: { shape: flag, summary: "Skills of the claude.ai account.", restricts: "when false" },
	syncClaudeAiPlugins: {
		shape: flag,
		summary: "Plug-ins of the claude.ai account.",
		since: "2.1.280",
		restricts: "when false",
		unverified: true,
	},
} satisfies Readonly<Record<string, CodeSetting>>;
