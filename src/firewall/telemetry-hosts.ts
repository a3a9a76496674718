/** A coding agent whose telemetry rules can deny. */
export interface Agent {
	readonly title: string;
	/** Hosts that it sends telemetry, error reports, experiments or version checks to, and nothing that it works by. */
	readonly hosts: readonly TelemetryHost[];
}

export interface TelemetryHost {
	/** Exactly this name. */
	readonly host: string;
	/** The switch that makes denying it unnecessary; null where none is known. */
	readonly unnecessaryWith: string | null;
	readonly source: string;
}

/** A published list of such hosts for Pi-hole and its like, which vendors' pages correct. */
const seed = "Analytics Privacy, section 3, domains to block";

function to(source: string, unnecessaryWith: string | null, ...hosts: readonly string[]): TelemetryHost[] {
	return hosts.map((host) => ({ host, unnecessaryWith, source }));
}

const amazonQSettings = "https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/command-line-settings.html";
const amazonQOptOut = "https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/opt-out-IDE.md";
const claudeNetwork = "https://code.claude.com/docs/en/network-config";
const clineSource = "source of the Cline extension";
const codexSource = "source of Codex at rust-v0.154.0";
const continueSource = "source of the Continue CLI and extension";
const copilotReference = "docs.github.com, Copilot reference of autumn 2026";
const cursorNetwork = "restatements of cursor.com's enterprise pages";
const opencodeReference = "configuration references of OpenCode 1.x and 2.x";
const piReleases = "https://newreleases.io/project/github/earendil-works/pi/release/v0.67.0";
const vscodePolicies = "Visual Studio Code documentation, enterprise policies, 1.109.3";

const continueSwitch = "CONTINUE_TELEMETRY_ENABLED=0";
const vscodeSwitch = "policy TelemetryLevel: off";
const claudeSwitch = "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC=1";

/**
 * By the word that deployments use. Hosts that an agent shares with what it works by, with its sign-in, or with programs
 * of others (package registries, GitHub's API, Amazon Cognito) are no part of it, whatever telemetry they also take.
 */
export const agents = {
	amazonQ: {
		title: "Amazon Q Developer and Kiro CLI",
		hosts: [
			...to(
				amazonQSettings,
				"telemetry.enabled false in q settings and kiro-cli settings",
				"client-telemetry.us-east-1.amazonaws.com",
			),
			...to(
				amazonQOptOut,
				"Amazon Q > Telemetry off in the IDE's settings",
				"telemetry.aws-language-servers.us-east-1.amazonaws.com",
			),
		],
	},
	claudeCode: {
		title: "Claude Code",
		hosts: [
			...to(claudeNetwork, claudeSwitch, "browser-intake-us5-datadoghq.com", "http-intake.logs.us5.datadoghq.com"),
			...to(
				seed,
				claudeSwitch,
				"analytics.segment.com",
				"cdn.growthbook.io",
				"o1158394.ingest.us.sentry.io",
				"statsig.anthropic.com",
			),
		],
	},
	cline: {
		title: "Cline",
		hosts: to(clineSource, "telemetry setting of the extension: off", "data.cline.bot"),
	},
	codex: {
		title: "OpenAI Codex",
		hosts: [
			...to(codexSource, "analytics.enabled = false in config.toml", "ab.chatgpt.com"),
			...to(codexSource, "feedback.enabled = false in config.toml or requirements.toml", "o33249.ingest.us.sentry.io"),
		],
	},
	continue: {
		title: "Continue",
		hosts: [
			...to(continueSource, continueSwitch, "app.posthog.com", "us.i.posthog.com"),
			...to(seed, continueSwitch, "us.posthog.com"),
		],
	},
	copilot: {
		title: "GitHub Copilot",
		hosts: to(
			copilotReference,
			vscodeSwitch,
			"collector.github.com",
			"copilot-telemetry.githubusercontent.com",
			"default.exp-tas.com",
		),
	},
	cursor: { title: "Cursor", hosts: to(cursorNetwork, null, "metrics.cursor.sh") },
	opencode: {
		title: "OpenCode",
		hosts: to(opencodeReference, "OPENCODE_DISABLE_MODELS_FETCH=1", "models.dev", "models.opencode.ai"),
	},
	pi: { title: "Pi", hosts: to(piReleases, "PI_TELEMETRY=0 and PI_SKIP_VERSION_CHECK=1", "pi.dev") },
	vscode: {
		title: "Visual Studio Code",
		hosts: [
			...to(
				vscodePolicies,
				vscodeSwitch,
				"dc.services.visualstudio.com",
				"default.exp-tas.com",
				"mobile.events.data.microsoft.com",
				"vortex.data.microsoft.com",
			),
			...to(seed, vscodeSwitch, "rink.hockeyapp.net"),
		],
	},
} as const satisfies Readonly<Record<string, Agent>>;

export type AgentName = keyof typeof agents;

/** Names that lists of telemetry hosts have and that other programs need too: denying them cuts more than telemetry. */
export const sharedDomains: readonly string[] = [
	"applicationinsights.azure.com",
	"datadoghq.com",
	"exp-tas.com",
	"posthog.com",
	"sentry.io",
	"statsig.com",
];
