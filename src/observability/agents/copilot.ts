import { prettyJson } from "../../json.js";
import type { Platform } from "../../profiles/format.js";
import type { OtherAgent } from "./other-agent.js";

const places: Readonly<Record<Platform, string>> = {
	macos: "/Library/Application Support/GitHubCopilot/managed-settings.json",
	windows: "%ProgramFiles%\\GitHubCopilot\\managed-settings.json",
	linux: "/etc/github-copilot/managed-settings.json, a regular file of root that nobody else writes",
};

export const copilot: OtherAgent = {
	title: "GitHub Copilot (VS Code, CLI, app, JetBrains)",
	switches: [
		{
			name: "permissions.disableBypassPermissionsMode",
			value: "disable",
			effect: "no mode in which everything is allowed",
			enforced: true,
			source: "https://docs.github.com/en/copilot/reference/enterprise-administrators/enterprise-managed-settings",
		},
	],
	notWritten: [
		{ name: "telemetry", because: "exports to a collector and does not end the vendor's own telemetry" },
		{ name: "allowedMcpServers / deniedMcpServers", because: "is no switch of telemetry; decide it for itself" },
		{
			name: "enabledPlugins, extraKnownMarketplaces, strictKnownMarketplaces",
			because: "is no switch of telemetry; decide it for itself",
		},
		{ name: "sandbox", because: "has no source that says its members" },
		{ name: "remoteControl", because: "has no source that says its members" },
		{ name: "VS Code TelemetryLevel", because: "is a policy of Visual Studio Code: take vscode, too" },
		{ name: "organization and enterprise policies at github.com", because: "are choices of the account" },
	],
	mustStay: [
		"github.com",
		"api.github.com",
		"copilot-proxy.githubusercontent.com",
		"api.githubcopilot.com",
		"api.individual.githubcopilot.com",
		"api.business.githubcopilot.com",
		"api.enterprise.githubcopilot.com",
		"origin-tracker.githubusercontent.com",
	],
	files: (platform) => [
		{
			name: "managed-settings.json",
			place: places[platform],
			mediaType: "application/json",
			content: prettyJson({ permissions: { disableBypassPermissionsMode: "disable" } }),
		},
	],
};
