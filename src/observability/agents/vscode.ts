import { prettyJson } from "../../json.js";
import { registryValue } from "../../profiles/registry-file.js";
import type { AgentSwitch, OtherAgent } from "./other-agent.js";
import { preferenceProfile } from "./preference-profile.js";

const source = "Visual Studio Code documentation, enterprise policies, 1.109.3";

const switches: readonly AgentSwitch[] = [
	{ name: "EnableFeedback", value: false, effect: "no prompts for feedback and no surveys", enforced: true, source },
	{
		name: "TelemetryLevel",
		value: "off",
		effect: "no telemetry and no experiments; an extension of others may not follow it",
		enforced: true,
		source,
	},
];

const policies = Object.fromEntries(switches.map(({ name, value }) => [name, value]));

const widens = "is no switch of telemetry; decide it for itself";

export const vscode: OtherAgent = {
	title: "Visual Studio Code",
	switches,
	notWritten: [
		{
			name: "telemetry.telemetryLevel",
			because: "is the user's setting, which the policy TelemetryLevel stands above",
		},
		{ name: "UpdateMode", because: "would leave the program without updates" },
		...[
			"AllowedExtensions",
			"ExtensionGalleryServiceUrl",
			"McpGalleryServiceUrl",
			"ChatAgentMode",
			"ChatMCP",
			"ChatAgentExtensionTools",
			"ChatToolsAutoApprove",
			"ChatToolsTerminalEnableAutoApprove",
			"ChatToolsEligibleForAutoApproval",
			"ChatHooks",
		].map((name) => ({ name, because: widens })),
	],
	mustStay: ["update.code.visualstudio.com and marketplace hosts where updates and extensions are wanted"],
	files: (platform, request) => {
		switch (platform) {
			case "linux":
				return [
					{
						name: "policy.json",
						place: "/etc/vscode/policy.json",
						mediaType: "application/json",
						content: prettyJson(policies),
					},
				];
			case "macos":
				return [preferenceProfile("com.microsoft.VSCode", "Visual Studio Code", policies, request)];
			case "windows":
				return [
					{
						name: "VSCode.reg",
						place: "HKLM\\SOFTWARE\\Policies\\Microsoft\\VSCode",
						mediaType: "text/x-registry",
						content: reg(),
					},
				];
		}
	},
};

/** UTF-16 with a mark of its order, as the registry editor writes it. */
function reg(): Uint8Array {
	const values = switches.map(({ name, value }) =>
		typeof value === "string" ? registryValue(name, value) : `"${name}"=dword:0000000${value ? 1 : 0}`,
	);
	const lines = [
		"Windows Registry Editor Version 5.00",
		"",
		"[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\VSCode]",
		...values,
		"",
	];
	return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf16le");
}
