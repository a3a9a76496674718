import type { AgentSwitch, OtherAgent } from "./other-agent.js";
import { preferenceProfile } from "./preference-profile.js";

const source = "source of Codex at rust-v0.154.0";

/** What requirements pin, whatever users write. */
const pinned: readonly AgentSwitch[] = [
	{
		name: "check_for_update_on_startup",
		value: false,
		effect: "no version is asked for at start",
		enforced: true,
		source,
	},
	{ name: "feedback.enabled", value: false, effect: "no logs and transcripts are uploaded", enforced: true, source },
	{ name: "features.plugins", value: false, effect: "no catalogue of plug-ins is fetched", enforced: true, source },
];

/** What is configured, above what users write. */
const configured: readonly AgentSwitch[] = [
	{ name: "analytics.enabled", value: false, effect: "no analytics and no built-in metrics", enforced: false, source },
	{ name: "otel.exporter", value: "none", effect: "no log events", enforced: false, source },
	{ name: "otel.metrics_exporter", value: "none", effect: "no metrics", enforced: false, source },
	{ name: "otel.trace_exporter", value: "none", effect: "no traces", enforced: false, source },
	{ name: "otel.log_user_prompt", value: false, effect: "no prompts in logs", enforced: false, source },
];

const requirements = toml(pinned);
const configuration = toml(configured);

export const codex: OtherAgent = {
	title: "OpenAI Codex",
	switches: [...pinned, ...configured],
	notWritten: [
		{ name: "features.apps", because: "takes connectors away, which is no matter of telemetry" },
		{ name: "web_search", because: "takes the search away, which is no matter of telemetry" },
		{ name: "history.persistence", because: "is about files on the device, and sends nothing" },
		{ name: "shell_environment_policy.ignore_default_excludes", because: "is about commands, and sends nothing" },
		{ name: "analytics and otel on Windows", because: "stand in a file there that users write" },
	],
	mustStay: [
		"api.openai.com (API key)",
		"chatgpt.com and auth.openai.com (ChatGPT sign-in)",
		"the model_providers host where one is set",
	],
	files: (platform, request) => {
		const file = (name: string, place: string, content: string) => ({
			name,
			place,
			mediaType: "application/toml",
			content,
		});
		switch (platform) {
			case "linux":
				return [
					file("requirements.toml", "/etc/codex/requirements.toml", requirements),
					file("managed_config.toml", "/etc/codex/managed_config.toml", configuration),
				];
			case "windows":
				return [file("requirements.toml", "%ProgramData%\\OpenAI\\Codex\\requirements.toml", requirements)];
			case "macos": {
				const encoded = {
					config_toml_base64: Buffer.from(configuration).toString("base64"),
					requirements_toml_base64: Buffer.from(requirements).toString("base64"),
				};
				return [preferenceProfile("com.openai.codex", "OpenAI Codex", encoded, request)];
			}
		}
	},
};

/** Members of the root first, then each table. */
function toml(switches: readonly AgentSwitch[]): string {
	const tables = new Map<string, string[]>([["", []]]);
	for (const { name, value } of switches) {
		const [table, key] = name.includes(".") ? name.split(".", 2) : ["", name];
		const lines = tables.get(table ?? "") ?? [];
		tables.set(table ?? "", [...lines, `${key} = ${JSON.stringify(value)}`]);
	}
	const parts = [...tables].filter(([, lines]) => lines.length > 0);
	return `${parts.map(([table, lines]) => [...(table === "" ? [] : [`[${table}]`]), ...lines].join("\n")).join("\n\n")}\n`;
}
