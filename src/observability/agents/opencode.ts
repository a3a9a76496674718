import { prettyJson } from "../../json.js";
import type { Platform } from "../../profiles/format.js";
import { environmentFile } from "./environment-file.js";
import type { AgentSwitch, OtherAgent } from "./other-agent.js";

const source = "https://opencode.ai/docs/config/";

const managed: readonly AgentSwitch[] = [
	{ name: "share", value: "disabled", effect: "no session is shared", enforced: true, source },
	{ name: "autoupdate", value: false, effect: "it does not update itself", enforced: true, source },
];

const variables: readonly AgentSwitch[] = [
	{ name: "OPENCODE_DISABLE_AUTOUPDATE", value: "1", effect: "no update is looked for", enforced: false, source },
	{
		name: "OPENCODE_DISABLE_MODELS_FETCH",
		value: "1",
		effect: "no catalogue of models is fetched",
		enforced: false,
		source,
	},
];

const places: Readonly<Record<Platform, string>> = {
	linux: "/etc/opencode/opencode.json",
	macos: "/Library/Application Support/opencode/opencode.json",
	windows: "%ProgramData%\\opencode\\opencode.json",
};

export const opencode: OtherAgent = {
	title: "OpenCode",
	switches: [...managed, ...variables],
	notWritten: [
		{ name: "enabled_providers / disabled_providers", because: "is no switch of telemetry; decide it for itself" },
		{ name: "OPENCODE_DISABLE_LSP_DOWNLOAD", because: "is not in the list of versions 2" },
		{ name: "OPENCODE_DISABLE_DEFAULT_PLUGINS", because: "is not in the list of versions 2" },
	],
	mustStay: ["the model endpoint configured", "opencode.ai (Zen or Go subscription only)"],
	files: (platform) => [
		{
			name: "opencode.json",
			place: places[platform],
			mediaType: "application/json",
			content: prettyJson(Object.fromEntries(managed.map(({ name, value }) => [name, value]))),
		},
		environmentFile(platform, variables),
	],
};
