import { httpUrl } from "../../configuration/values/url.js";
import { text } from "../../shape/build.js";
import type { CodeVariable } from "../code-setting.js";
import { digits, on } from "../values/variable-values.js";

/** Where inference comes from, and what signs in there. */
export const signInVariables = {
	DISABLE_LOGIN_COMMAND: { shape: on, summary: "No /login." },
	DISABLE_LOGOUT_COMMAND: { shape: on, summary: "No /logout." },
	ANTHROPIC_CUSTOM_HEADERS: { shape: text(), summary: "Headers on every request.", since: "2.1.227", secret: true },
	ANTHROPIC_API_KEY: { shape: text(), summary: "API key.", secret: true },
	ANTHROPIC_AUTH_TOKEN: { shape: text(), summary: "Bearer token.", secret: true },
	ANTHROPIC_BASE_URL: { shape: httpUrl, summary: "Gateway in place of api.anthropic.com." },
	CLAUDE_CODE_API_KEY_HELPER_TTL_MS: { shape: digits, summary: "Cache time of apiKeyHelper." },
	CLAUDE_CODE_USE_BEDROCK: { shape: on, summary: "Amazon Bedrock." },
	CLAUDE_CODE_USE_MANTLE: { shape: on, summary: "Bedrock Mantle endpoint." },
	CLAUDE_CODE_USE_VERTEX: { shape: on, summary: "Google Cloud." },
	CLAUDE_CODE_USE_FOUNDRY: { shape: on, summary: "Microsoft Foundry." },
	CLAUDE_CODE_USE_ANTHROPIC_AWS: { shape: on, summary: "Claude Platform on AWS." },
	AWS_BEARER_TOKEN_BEDROCK: { shape: text(), summary: "Bedrock API key.", secret: true },
	ANTHROPIC_BEDROCK_BASE_URL: { shape: httpUrl, summary: "Bedrock endpoint in place of the regional one." },
	ANTHROPIC_BEDROCK_MANTLE_BASE_URL: { shape: httpUrl, summary: "Mantle endpoint." },
	ANTHROPIC_VERTEX_BASE_URL: { shape: httpUrl, summary: "Vertex endpoint." },
	ANTHROPIC_VERTEX_PROJECT_ID: { shape: text(), summary: "Google Cloud project." },
	ANTHROPIC_FOUNDRY_BASE_URL: { shape: httpUrl, summary: "Foundry endpoint." },
	ANTHROPIC_FOUNDRY_RESOURCE: { shape: text(), summary: "Foundry resource." },
	ANTHROPIC_FOUNDRY_API_KEY: { shape: text(), summary: "Foundry key.", secret: true },
	ANTHROPIC_FOUNDRY_AUTH_TOKEN: { shape: text(), summary: "Foundry bearer.", since: "2.1.203", secret: true },
	CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST: {
		shape: text(),
		summary: "Host decides provider; settings cannot override (Desktop 3P).",
	},
	CLAUDE_CODE_DISABLE_AUTH_REFRESH_LOCK: {
		shape: on,
		summary: "Several processes may run the refresh command at once.",
		since: "2.1.288",
	},
} satisfies Readonly<Record<string, CodeVariable>>;
