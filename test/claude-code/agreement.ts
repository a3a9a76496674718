import type { CodeConfiguration } from "../../src/claude-code/code-configuration.js";
import type { ManagedConfiguration } from "../../src/configuration/managed-configuration.js";
import type { JsonValue } from "../../src/json.js";
import { contentSwitches } from "../../src/observability/content-category.js";
import { findReferences } from "../../src/reference/walk.js";

/** Where Claude Code would open more on a device than Claude Desktop does, or drop what that restricts; none where all is well. */
export function disagreements(
	settings: ManagedConfiguration["settings"],
	code: Pick<CodeConfiguration, "settings" | "mcpServers">,
): string[] {
	const desktop = (key: string) => settings.get(key)?.value;
	const own = (name: string) => code.settings.get(name)?.value;
	const values = [...code.settings.values(), ...(code.mcpServers?.values() ?? [])].map(({ value }) => value);
	const captured = listOf(desktop("otlpContentCapture"));
	const hosts = listOf(desktop("coworkEgressAllowedHosts"));
	const models = listOf(desktop("inferenceModels"));
	const faults: readonly (readonly [string, boolean])[] = [
		["drops the restrictions of Claude Desktop", own("parentSettingsBehavior") !== "merge"],
		["offers other models", !listOf(own("availableModels")).every((each) => models.includes(each))],
		["offers every model", models.length > 0 && own("availableModels") === undefined],
		["has another collector", own("env.OTEL_EXPORTER_OTLP_ENDPOINT") !== desktop("otlpEndpoint")],
		[
			"captures more content",
			Object.entries(contentSwitches).some(([kind, { variable }]) => {
				const value = own(`env.${variable}`);
				return value !== undefined && value !== "0" && !captured.includes(kind);
			}),
		],
		[
			"leaves it open whether content is captured",
			desktop("otlpEndpoint") !== undefined && own("env.OTEL_LOG_ASSISTANT_RESPONSES") === undefined,
		],
		[
			"opens more hosts to the shell",
			!hosts.includes("*") && !listOf(own("sandbox.network.allowedDomains")).every((each) => hosts.includes(each)),
		],
		["asks of hosts otherwise", differs(desktop("skipWebFetchPreflight"), own("skipWebFetchPreflight"))],
		["has another proxy", differs(desktop("egressProxyUrl"), own("env.HTTPS_PROXY"))],
		[
			"lets people skip questions",
			desktop("disableBypassPermissionsMode") === true && own("permissions.disableBypassPermissionsMode") !== "disable",
		],
		[
			"reaches another address for inference",
			differs(desktop("inferenceGatewayBaseUrl"), own("env.ANTHROPIC_BASE_URL")),
		],
		["holds a secret", findReferences(values).length > 0],
	];
	return faults.flatMap(([fault, holds]) => (holds ? [fault] : []));
}

function differs(desktop: JsonValue | undefined, own: JsonValue | undefined): boolean {
	return desktop !== undefined && own !== desktop;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
	return Array.isArray(value) ? value : [];
}
