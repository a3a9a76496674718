// Rendered from the catalogue by test/claude-code/claude-code.test.ts; `npx vitest run -u` writes it anew.
import type { ExactlyOne } from "../inference/exactly-one.js";

/** A hook that asks a model which has tools. */
export interface AgentHook {
	/** Kind of the hook. */
	readonly type: "agent";
	/** What a model is asked about the event. */
	readonly prompt: string;
	/** Which model. @default - a small one */
	readonly model?: string;
	/** A permission rule that a tool's use must fit as well, such as `Bash(git *)`. @default - none */
	readonly if?: string;
	/** How long it may take, in seconds; more than 0. @default - the program's own */
	readonly timeout?: number;
	/** What people see while it runs. @default - the program's own */
	readonly statusMessage?: string;
}

/** Rules of the classifier of auto mode. */
export interface AutoMode {
	/**
	 * What the classifier is told of the surroundings.
	 * @default - the built-in ones, which `$defaults` keeps in a list
	 */
	readonly environment?: readonly string[];
	/** What passes. @default - the built-in ones, which `$defaults` keeps in a list */
	readonly allow?: readonly string[];
	/** What is refused unless the user asked for it. @default - the built-in ones, which `$defaults` keeps in a list */
	readonly soft_deny?: readonly string[];
	/** What is refused. @default - the built-in ones, which `$defaults` keeps in a list */
	readonly hard_deny?: readonly string[];
	/** Sends every shell command through the classifier; since 2.1.193. @default false */
	readonly classifyAllShell?: boolean;
}

/** Managed settings of Claude Code on the devices of Claude Desktop. */
export interface ClaudeCode {
	/** Managed settings in their native types. @default - none */
	readonly settings?: CodeSettings;
	/** Rules for tools. @default - none */
	readonly permissions?: CodePermissions;
	/** What runs at points of a session, by event. @default - none */
	readonly hooks?: Readonly<Record<string, readonly HookMatcher[]>>;
	/** Writes `managed-mcp.json`, besides which people have no servers of their own. @default - it is not written */
	readonly mcp?: CodeMcp;
	/** Variables of the program and of what it starts, in clear on every device. @default - none */
	readonly env?: Readonly<Record<string, string>>;
	/**
	 * Whether tools may not read the usual places of credentials; a list names further ones.
	 * @default - true with `switches: private`, otherwise false
	 */
	readonly denyCredentialPaths?: boolean | readonly string[];
	/** `private` sends nothing besides inference and telemetry of the organisation's own. @default none */
	readonly switches?: "none" | "private";
	/** Settings that the catalogue does not know, kept as they are, with a warning. @default - none */
	readonly extraSettings?: Readonly<Record<string, unknown>>;
}

/** An MCP server that Claude Code starts as a program. */
export interface CodeLocalMcpServer {
	/** Kind of the server. @default stdio */
	readonly type?: "stdio";
	/** Program on the device. */
	readonly command: string;
	/** Arguments, in order. @default - none */
	readonly args?: readonly string[];
	/** Environment variables by name. @default - none */
	readonly env?: Readonly<Record<string, string>>;
}

/** The MCP servers of `managed-mcp.json`, besides which people have none. */
export interface CodeMcp {
	/** Servers besides those of `managedMcpServers`, by name. @default - none */
	readonly servers?: Readonly<Record<string, CodeLocalMcpServer | CodeRemoteMcpServer>>;
}

/** Rules for the tools of Claude Code. */
export interface CodePermissions {
	/** Tool uses without a prompt. @default - not set */
	readonly allow?: readonly string[];
	/** Tool uses that always prompt. @default - not set */
	readonly ask?: readonly string[];
	/** Tool uses refused in every mode; bare Bash also stops Cowork's shell. @default - not set */
	readonly deny?: readonly string[];
	/** Further working directories. @default - not set */
	readonly additionalDirectories?: readonly string[];
	/** Mode new sessions start in. @default - not set */
	readonly defaultMode?: "default" | "acceptEdits" | "plan" | "auto" | "dontAsk" | "bypassPermissions";
	/** No bypass mode. @default - not set */
	readonly disableBypassPermissionsMode?: "disable";
	/** File tools refuse reads outside the working directories. @default false */
	readonly blockReadsOutsideWorkingDirectories?: boolean;
}

/** An MCP server at an address. */
export interface CodeRemoteMcpServer {
	/** Kind of the server. */
	readonly type: "http" | "sse";
	/** https address. */
	readonly url: string;
	/** Headers of each request; `$NAME` in braces stands for a variable of the device. @default - none */
	readonly headers?: Readonly<Record<string, string>>;
	/** Command that prints headers as JSON. @default - none */
	readonly headersHelper?: string;
	/** How people sign in. @default - as the server says */
	readonly oauth?: {
		/** Client of the application. @default - one that registers itself */
		readonly clientId?: string;
		/** Port of the redirect; 1 to 65535. @default - any */
		readonly callbackPort?: number;
		/** Metadata of the authorization server. @default - found by discovery */
		readonly authServerMetadataUrl?: string;
	};
}

/** Managed settings of Claude Code, but for those that have a member of their own. */
export interface CodeSettings {
	/** Starting model; only a default, users may still pass --model. @default - account default */
	readonly model?: string;
	/** Models people may pick; whole list comes from one source. @default - every model */
	readonly availableModels?: readonly string[];
	/** Makes an id in availableModels admit that exact version only. @default prefix */
	readonly availableModelsMatch?: "prefix" | "exact";
	/** Keeps the Default choice inside availableModels. @default false */
	readonly enforceAvailableModels?: boolean;
	/** Blocks models even where availableModels admits them. @default - not set */
	readonly deniedModels?: readonly string[];
	/** Maps model ids to provider ids such as Bedrock ARNs. @default - not set */
	readonly modelOverrides?: Readonly<Record<string, string>>;
	/** Order and labels of the model picker. @default - not set */
	readonly modelPicker?: Readonly<Record<string, unknown>>;
	/** Contracted rates for cost figures; wins over the Desktop pricing keys. @default - list price */
	readonly modelPricing?: Readonly<Record<string, unknown>>;
	/** Per-model effort or window. @default - not set */
	readonly modelSettings?: Readonly<Record<string, unknown>>;
	/** Caps effort for all models; modelSettings has caps per model. @default - not set */
	readonly maxEffortLevel?: "low" | "medium" | "high" | "xhigh" | "max";
	/** Default effort. @default - not set */
	readonly effortLevel?: "low" | "medium" | "high" | "xhigh" | "max";
	/** Back-up models on overload. @default - not set */
	readonly fallbackModel?: readonly string[];
	/** Fast mode where offered. @default - not set */
	readonly fastMode?: boolean;
	/** Fast mode must be switched on in each session. @default false */
	readonly fastModePerSessionOptIn?: boolean;
	/** Switch model automatically when a safety classifier flags a request. @default true */
	readonly switchModelsOnFlag?: boolean;
	/** Only managed permission rules count; Cowork then needs allow rules for connected folders. @default false */
	readonly allowManagedPermissionRulesOnly?: boolean;
	/** Removes auto mode. @default - not set */
	readonly disableAutoMode?: "disable";
	/** Rules of the auto-mode classifier. @default - built-in rules */
	readonly autoMode?: AutoMode;
	/** Classifier reviews shell in plan mode; a false from any admin source wins. @default true */
	readonly useAutoModeDuringPlan?: boolean;
	/** Skips the dialog before bypass mode. @default - not set */
	readonly skipDangerousModePermissionPrompt?: boolean;
	/** Skips the first auto-mode notice. @default - not set */
	readonly skipAutoPermissionPrompt?: boolean;
	/** Settings of sandbox. @default - none */
	readonly sandbox?: {
		/** Runs Bash in an OS sandbox on macOS, Linux and WSL2; never on native Windows. @default false */
		readonly enabled?: boolean;
		/** Refuses to start where the sandbox cannot run (so do not send it to Windows). @default false */
		readonly failIfUnavailable?: boolean;
		/** Sandboxed commands run without a prompt. @default true */
		readonly autoAllowBashIfSandboxed?: boolean;
		/** Commands allowed outside the sandbox; merges with the developer's own list. @default - not set */
		readonly excludedCommands?: readonly string[];
		/** Retry outside the sandbox after a failure. @default true */
		readonly allowUnsandboxedCommands?: boolean;
		/** Settings of filesystem. @default - none */
		readonly filesystem?: {
			/** Further writable paths; merges across scopes. @default - not set */
			readonly allowWrite?: readonly string[];
			/** Paths sandboxed commands may not write. @default - not set */
			readonly denyWrite?: readonly string[];
			/** Paths sandboxed commands may not read. @default - not set */
			readonly denyRead?: readonly string[];
			/** Re-opens reads inside denyRead. @default - not set */
			readonly allowRead?: readonly string[];
			/** Only managed allowRead entries count; true from any admin source. @default false */
			readonly allowManagedReadPathsOnly?: boolean;
			/** Drops file isolation and keeps network isolation. @default false */
			readonly disabled?: boolean;
		};
		/** Settings of credentials. @default - none */
		readonly credentials?: {
			/** Credential files hidden from sandboxed commands. @default - none */
			readonly files?: readonly {
				/** The file. */
				readonly path: string;
				/** Whether it is hidden, or stands for another value. */
				readonly mode: "deny" | "mask";
			}[];
			/** Credential variables hidden from sandboxed commands. @default - none */
			readonly envVars?: readonly {
				/** The variable. */
				readonly name: string;
				/** Whether it is hidden, or stands for another value. */
				readonly mode: "deny" | "mask";
			}[];
			/** Masked credentials may go to plain HTTP. @default false */
			readonly allowPlaintextInject?: boolean;
			/** Links custom AWS variables for re-signing. @default - not set */
			readonly awsPairs?: readonly Readonly<Record<string, unknown>>[];
			/** Which AWS request forms pass. @default - deny */
			readonly sigv4?: Readonly<Record<string, unknown>>;
		};
		/** Settings of network. @default - none */
		readonly network?: {
			/** Hosts sandboxed commands reach without a prompt. @default - not set */
			readonly allowedDomains?: readonly string[];
			/** Hosts refused even inside an allowed wildcard. @default - not set */
			readonly deniedDomains?: readonly string[];
			/** Refuses hosts off the list instead of asking. @default false */
			readonly strictAllowlist?: boolean;
			/** Only managed domains count; true from any admin source. @default false */
			readonly allowManagedDomainsOnly?: boolean;
			/** Unix sockets open on macOS. @default - not set */
			readonly allowUnixSockets?: readonly string[];
			/** Every Unix socket. @default false */
			readonly allowAllUnixSockets?: boolean;
			/** Listen and connect on localhost on macOS. @default false */
			readonly allowLocalBinding?: boolean;
			/** Own HTTP proxy of the sandbox; 1 to 65535. @default - not set */
			readonly httpProxyPort?: number;
			/** Own SOCKS proxy of the sandbox; 1 to 65535. @default - not set */
			readonly socksProxyPort?: number;
			/** Sandbox proxy ends TLS to inspect requests. @default - not set */
			readonly tlsTerminate?: {
				/** Certificate of the authority. */
				readonly caCertPath: string;
				/** Its key. */
				readonly caKeyPath: string;
			};
			/** See its entry in the reference. @default - not set */
			readonly allowMachLookup?: readonly unknown[];
		};
		/** Weaker sandbox inside unprivileged containers. @default false */
		readonly enableWeakerNestedSandbox?: boolean;
		/** Go tools trust a MITM proxy on macOS. @default false */
		readonly enableWeakerNetworkIsolation?: boolean;
		/** Apple Events from sandboxed commands. @default false */
		readonly allowAppleEvents?: boolean;
		/** bubblewrap outside PATH. @default - not set */
		readonly bwrapPath?: string;
		/** socat outside PATH. @default - not set */
		readonly socatPath?: string;
		/** See its entry in the reference. @default - not set */
		readonly ignoreViolations?: Readonly<Record<string, unknown>>;
		/** See its entry in the reference. @default - not set */
		readonly ripgrep?: Readonly<Record<string, unknown>>;
	};
	/** Only managed hooks run (also disables /goal). @default - not set */
	readonly allowManagedHooksOnly?: boolean;
	/** No hooks, status line or file suggestion; managed hooks only if set at managed level. @default - not set */
	readonly disableAllHooks?: boolean;
	/** Targets of HTTP hooks; merges across scopes. @default - any */
	readonly allowedHttpHookUrls?: readonly string[];
	/** Variables HTTP hooks may put into headers. @default - not set */
	readonly httpHookAllowedEnvVars?: readonly string[];
	/** No dynamic workflows. @default false */
	readonly disableWorkflows?: boolean;
	/**
	 * Servers users may add; empty blocks all; since Desktop 1.46388.1 it no longer filters managed-mcp.json.
	 * @default - every server
	 */
	readonly allowedMcpServers?: readonly ExactlyOne<McpServerMatch>[];
	/** Servers refused wherever they come from; lists merge. @default - not set */
	readonly deniedMcpServers?: readonly ExactlyOne<McpServerMatch>[];
	/** Only the managed allowlist counts. @default false */
	readonly allowManagedMcpServersOnly?: boolean;
	/** claude.ai connectors beside managed-mcp.json. @default false */
	readonly allowAllClaudeAiMcps?: boolean;
	/** Chrome server beside managed-mcp.json. @default - not set */
	readonly allowClaudeInChromeWithManagedMcp?: boolean;
	/** No claude.ai connectors; a true in any file wins. @default false */
	readonly disableClaudeAiConnectors?: boolean;
	/** Approves every server of a project's .mcp.json. @default - not set */
	readonly enableAllProjectMcpServers?: boolean;
	/** Approved project servers. @default - not set */
	readonly enabledMcpjsonServers?: readonly string[];
	/** Rejected project servers. @default - not set */
	readonly disabledMcpjsonServers?: readonly string[];
	/** Marketplace sources allowed; empty list blocks adding any. @default - any */
	readonly strictKnownMarketplaces?: readonly Readonly<Record<string, unknown>>[];
	/** Marketplace sources refused. @default - not set */
	readonly blockedMarketplaces?: readonly Readonly<Record<string, unknown>>[];
	/** Marketplaces registered for everyone. @default - not set */
	readonly extraKnownMarketplaces?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	/** Plug-ins forced on or off. @default - not set */
	readonly enabledPlugins?: Readonly<Record<string, boolean>>;
	/** Only plug-ins and managed settings may bring these. @default - not set */
	readonly strictPluginOnlyCustomization?: true | readonly ("skills" | "agents" | "hooks" | "mcp")[];
	/** Blocks plug-ins that install by a marketplace command. @default - follows allowManagedHooksOnly */
	readonly disableCommandPluginSources?: boolean;
	/** Marketplaces that may suggest plug-ins. @default - not set */
	readonly pluginSuggestionMarketplaces?: readonly string[];
	/** Text added to the trust warning. @default - not set */
	readonly pluginTrustMessage?: string;
	/** Channel plug-ins that may push messages. @default - Anthropic's list */
	readonly allowedChannelPlugins?: readonly {
		/** Name of the marketplace. */
		readonly marketplace: string;
		/** Name of the plug-in. */
		readonly plugin: string;
	}[];
	/** Channels for the organization. @default - not set */
	readonly channelsEnabled?: boolean;
	/** Organization mods run before users' mods. @default - not set */
	readonly prependPlugins?: readonly string[];
	/** Organization mods run after users' mods. @default - not set */
	readonly appendPlugins?: readonly string[];
	/**
	 * Refuses --plugin-dir, --plugin-url, --agents, --mcp-config and CLAUDE_CODE_PLUGIN_DIRS; Desktop then passes no
	 * plug-ins of its own.
	 * @default false
	 */
	readonly disableSideloadFlags?: boolean;
	/** No bundled skills and workflows. @default - not set */
	readonly disableBundledSkills?: boolean;
	/** No inline shell in skills. @default - not set */
	readonly disableSkillShellExecution?: boolean;
	/** Visibility per skill. @default - not set */
	readonly skillOverrides?: Readonly<Record<string, string>>;
	/** Skills of the claude.ai account. @default - not set */
	readonly syncClaudeAiSkills?: boolean;
	/** Plug-ins of the claude.ai account. @default - not set */
	readonly syncClaudeAiPlugins?: boolean;
	/** Kind of account; gateway only from a source on the machine. @default - not set */
	readonly forceLoginMethod?: "claudeai" | "console" | "gateway";
	/** Enforced from a managed source only; bad value blocks every login. @default - not set */
	readonly forceLoginOrgUUID?: string | readonly string[];
	/** Gateway of the login screen; not from HKCU or server. @default - not set */
	readonly forceLoginGatewayUrl?: string;
	/** Public blocks the organization uses internally, so a gateway there is accepted. @default - not set */
	readonly gatewayInternalNetworks?: readonly string[];
	/**
	 * Services a session may use; empty or all-unknown list stops the program; customEndpoint needs the address pinned
	 * in managed env; Cowork needs "anthropic" in it on first-party.
	 * @default - any
	 */
	readonly allowedProviders?: readonly (
		| "anthropic"
		| "bedrock"
		| "vertex"
		| "foundry"
		| "anthropicAws"
		| "mantle"
		| "customEndpoint"
		| "gateway"
	)[];
	/** Prints the API credential. @default - not set */
	readonly apiKeyHelper?: string;
	/** Refreshes .aws credentials. @default - not set */
	readonly awsAuthRefresh?: string;
	/** Prints AWS credentials as JSON. @default - not set */
	readonly awsCredentialExport?: string;
	/** Refreshes Google credentials. @default - not set */
	readonly gcpAuthRefresh?: string;
	/** Release channel; Homebrew ignores it. @default latest */
	readonly autoUpdatesChannel?: "latest" | "stable";
	/** Updates never install less. @default - not set */
	readonly minimumVersion?: string;
	/** Refuses to start below. @default - not set */
	readonly requiredMinimumVersion?: string;
	/** Refuses to start above. @default - not set */
	readonly requiredMaximumVersion?: string;
	/** Prints collector headers as JSON; claims the whole telemetry unit for its source. @default - not set */
	readonly otelHeadersHelper?: string;
	/** Days transcripts stay. @default 30 */
	readonly cleanupPeriodDays?: number;
	/** Age limit of transcripts of Desktop and Cowork sessions; applies after cleanupPeriodDays. @default 0; no limit */
	readonly desktopSessionCleanupPeriodDays?: number;
	/** Whether the model may queue feedback drafts. @default notify */
	readonly feedbackDrafts?: "notify" | "quiet" | "off";
	/** Probability of the session survey; 0 to 1. @default - remote; 0.005 on third-party providers */
	readonly feedbackSurveyRate?: number;
	/** No host check before WebFetch; not covered by CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC. @default false */
	readonly skipWebFetchPreflight?: boolean;
	/** Desktop offers no Code sessions on the device. @default - not set */
	readonly disableDesktopLocalSessions?: true;
	/** Connections shown in Desktop. @default - not set */
	readonly sshConfigs?: readonly Readonly<Record<string, unknown>>[];
	/** Hosts of Desktop SSH sessions; unreadable value = empty from Desktop 2.26454.0. @default - any host */
	readonly sshHostAllowlist?: readonly string[];
	/** Model's tools stay off external pages of the Browser pane. @default - not set */
	readonly browserExternalPageTools?: "disabled";
	/** Browser pane stays on localhost. @default - not set */
	readonly disableBrowserExternalNavigation?: true;
	/** No tools in the iOS Simulator pane. @default - not set */
	readonly disableMobileSimulatorTools?: true;
	/** No Remote Control. @default false */
	readonly disableRemoteControl?: boolean;
	/** Connects Remote Control by itself. @default - not set */
	readonly remoteControlAtStartup?: boolean;
	/** false in any file removes the Artifact tool. @default - not set */
	readonly enableArtifact?: boolean;
	/** No claude-cli:// handler. @default - not set */
	readonly disableDeepLinkRegistration?: "disable";
	/** No background agents. @default - not set */
	readonly disableAgentView?: boolean;
	/** Messages from other sessions; unknown managed value = refuse. @default - not set */
	readonly crossSessionInbound?: "accept" | "hold" | "refuse";
	/** Asks before messages to another machine. @default - not set */
	readonly isolatePeerMachines?: boolean;
	/** Corporate launcher on macOS and Linux. @default - not set */
	readonly processWrapper?: string;
	/** Start waits for fresh server settings and fails without. @default false */
	readonly forceRemoteSettingsRefresh?: boolean;
	/** Whether all admin sources combine; read from the highest source only. @default first-wins */
	readonly managedSourcesBehavior?: "first-wins" | "merge";
	/**
	 * merge lets Claude Desktop's own restrictions apply beside managed settings; without it they are dropped.
	 * @default first-wins
	 */
	readonly parentSettingsBehavior?: "merge";
	/** WSL also reads the Windows sources. @default false */
	readonly wslInheritsWindowsSettings?: boolean;
	/** Organization-wide instructions. @default - not set */
	readonly claudeMd?: string;
	/** Automatic memory. @default true */
	readonly autoMemoryEnabled?: boolean;
	/** Messages at startup. @default - not set */
	readonly companyAnnouncements?: readonly string[];
	/** See its entry in the reference. @default - not set */
	readonly advisorModel?: string;
	/** See its entry in the reference. @default - not set */
	readonly alwaysThinkingEnabled?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly language?: string;
	/** See its entry in the reference. @default - not set */
	readonly outputStyle?: string;
	/** See its entry in the reference. @default false */
	readonly showThinkingSummaries?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly ultracode?: boolean;
	/** See its entry in the reference. @default true */
	readonly autoCompactEnabled?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly autoCompactWindow?: number;
	/** See its entry in the reference. @default - not set */
	readonly autoMemoryDirectory?: string;
	/** See its entry in the reference. @default - not set */
	readonly claudeMdExcludes?: readonly unknown[];
	/** See its entry in the reference. @default true */
	readonly fileCheckpointingEnabled?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly plansDirectory?: string;
	/** See its entry in the reference. @default 0.01 */
	readonly skillListingBudgetFraction?: number;
	/** See its entry in the reference. @default 1536 */
	readonly skillListingMaxDescChars?: number;
	/** See its entry in the reference. @default never */
	readonly askUserQuestionTimeout?: string;
	/** See its entry in the reference. @default true */
	readonly autoScrollEnabled?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly axScreenReader?: boolean;
	/** See its entry in the reference. @default bash */
	readonly defaultShell?: string;
	/** See its entry in the reference. @default 5m */
	readonly dialogExpiry?: string;
	/** See its entry in the reference. @default normal */
	readonly editorMode?: string;
	/** See its entry in the reference. @default true */
	readonly emojiCompletionEnabled?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly fileSuggestion?: Readonly<Record<string, unknown>>;
	/** See its entry in the reference. @default - not set */
	readonly footerLinksRegexes?: readonly unknown[];
	/** See its entry in the reference. @default false */
	readonly prefersReducedMotion?: boolean;
	/** See its entry in the reference. @default true */
	readonly promptSuggestionEnabled?: boolean;
	/** See its entry in the reference. @default true */
	readonly respectGitignore?: boolean;
	/** See its entry in the reference. @default true */
	readonly respondToBashCommands?: boolean;
	/** See its entry in the reference. @default false */
	readonly showClearContextOnPlanAccept?: boolean;
	/** See its entry in the reference. @default true */
	readonly showTurnDuration?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly spellcheck?: Readonly<Record<string, unknown>>;
	/** See its entry in the reference. @default true */
	readonly spinnerTipsEnabled?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly spinnerTipsOverride?: Readonly<Record<string, unknown>>;
	/** See its entry in the reference. @default - not set */
	readonly spinnerVerbs?: Readonly<Record<string, unknown>>;
	/** See its entry in the reference. @default - not set */
	readonly statusLine?: Readonly<Record<string, unknown>>;
	/** See its entry in the reference. @default - not set */
	readonly subagentStatusLine?: Readonly<Record<string, unknown>>;
	/** See its entry in the reference. @default false */
	readonly syntaxHighlightingDisabled?: boolean;
	/** See its entry in the reference. @default true */
	readonly terminalProgressBarEnabled?: boolean;
	/** See its entry in the reference. @default true */
	readonly terminalTitleFromRename?: boolean;
	/** See its entry in the reference. @default dark */
	readonly theme?: string;
	/** See its entry in the reference. @default - not set */
	readonly tui?: string;
	/** See its entry in the reference. @default false */
	readonly verbose?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly viewMode?: string;
	/** See its entry in the reference. @default - not set */
	readonly vimInsertModeRemaps?: Readonly<Record<string, unknown>>;
	/** See its entry in the reference. @default - not set */
	readonly voice?: Readonly<Record<string, unknown>>;
	/** See its entry in the reference. @default true */
	readonly wheelScrollAccelerationEnabled?: boolean;
	/** See its entry in the reference. @default true */
	readonly includeGitInstructions?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly prUrlTemplate?: string;
	/** Settings of attribution. @default - none */
	readonly attribution?: {
		/** See its entry in the reference. @default - not set */
		readonly commit?: string;
		/** See its entry in the reference. @default - not set */
		readonly pr?: string;
		/** See its entry in the reference. @default true */
		readonly sessionUrl?: boolean;
	};
	/** See its entry in the reference. @default - not set */
	readonly enableWorkflows?: boolean;
	/** See its entry in the reference. @default true */
	readonly workflowKeywordTriggerEnabled?: boolean;
	/** See its entry in the reference. @default medium */
	readonly workflowSizeGuideline?: string;
	/** See its entry in the reference. @default - not set */
	readonly pluginConfigs?: Readonly<Record<string, unknown>>;
	/** See its entry in the reference. @default - not set */
	readonly agent?: string;
	/** See its entry in the reference. @default in-process */
	readonly teammateMode?: string;
	/** Settings of worktree. @default - none */
	readonly worktree?: {
		/** See its entry in the reference. @default fresh */
		readonly baseRef?: string;
		/** See its entry in the reference. @default - not set */
		readonly symlinkDirectories?: readonly unknown[];
		/** See its entry in the reference. @default - not set */
		readonly sparsePaths?: readonly unknown[];
		/** See its entry in the reference. @default worktree */
		readonly bgIsolation?: string;
	};
	/** See its entry in the reference. @default false */
	readonly agentPushNotifEnabled?: boolean;
	/** See its entry in the reference. @default - not set */
	readonly awaySummaryEnabled?: boolean;
	/** See its entry in the reference. @default false */
	readonly inputNeededNotifEnabled?: boolean;
	/** See its entry in the reference. @default auto */
	readonly preferredNotifChannel?: string;
	/** Settings of remote. @default - none */
	readonly remote?: {
		/** See its entry in the reference. @default - not set */
		readonly defaultEnvironmentId?: string;
	};
	/** Waits until the limit of a claude.ai account ends, and goes on. @default - not set */
	readonly autoContinueAtUsageLimit?: boolean;
	/** Shows which files a shell command changed. @default - not set */
	readonly bashEditDiffEnabled?: boolean;
	/** Characters of a command's output that the model gets; 4000 to 128000. @default - not set */
	readonly bashOutputMaxChars?: number;
	/** Columns that prose of answers takes at most. @default - not set */
	readonly maxProseWidth?: number;
	/** How long the cache of the conversation lasts. @default - not set */
	readonly promptCacheTtl?: "5m" | "1h";
	/** The same of everything besides the conversation. @default - not set */
	readonly subagentPromptCacheTtl?: "5m" | "1h";
	/** How times are shown. @default - not set */
	readonly timeFormat?: string;
	/** IANA time zone of times that are shown. @default - not set */
	readonly timeZone?: string;
}

/** A hook that is a command. */
export interface CommandHook {
	/** Kind of the hook. */
	readonly type: "command";
	/** Command line for the shell, with the event as JSON at its standard input; with `args` a program. */
	readonly command: string;
	/** Arguments of the program, which no shell reads. @default - the command goes to a shell */
	readonly args?: readonly string[];
	/** A permission rule that a tool's use must fit as well, such as `Bash(git *)`. @default - none */
	readonly if?: string;
	/** How long it may take, in seconds; more than 0. @default - the program's own */
	readonly timeout?: number;
	/** What people see while it runs. @default - the program's own */
	readonly statusMessage?: string;
	/** Whether nothing waits for it. @default false */
	readonly async?: boolean;
	/** The same, and exit code 2 wakes the model. @default false */
	readonly asyncRewake?: boolean;
	/** Which shell. @default - `bash`, or `powershell` on Windows without Git Bash */
	readonly shell?: "bash" | "powershell";
	/** Whether what it guards goes on where the hook itself fails. @default continue */
	readonly onFailure?: "continue" | "block";
}

/** Hooks of an event, and what it must be about. */
export interface HookMatcher {
	/** Tools or sources that it is for. @default - all of them */
	readonly matcher?: string;
	/** What runs. */
	readonly hooks: readonly (CommandHook | HttpHook | McpToolHook | PromptHook | AgentHook)[];
}

/** A hook that is a call. */
export interface HttpHook {
	/** Kind of the hook. */
	readonly type: "http";
	/** Address that the event is posted to as JSON. */
	readonly url: string;
	/** Headers of the request; `$NAME` stands for a variable of `allowedEnvVars`. @default - none */
	readonly headers?: Readonly<Record<string, string>>;
	/** Variables that headers may name. @default - none */
	readonly allowedEnvVars?: readonly string[];
	/** A permission rule that a tool's use must fit as well, such as `Bash(git *)`. @default - none */
	readonly if?: string;
	/** How long it may take, in seconds; more than 0. @default - the program's own */
	readonly timeout?: number;
	/** What people see while it runs. @default - the program's own */
	readonly statusMessage?: string;
	/** Whether what it guards goes on where the hook itself fails. @default continue */
	readonly onFailure?: "continue" | "block";
}

/** MCP servers that an entry of a list is about. */
export interface McpServerMatch {
	/** Name that people gave the server. */
	readonly serverName: string;
	/** Program and arguments, in order. */
	readonly serverCommand: readonly string[];
	/** Address, where `*` stands for anything. */
	readonly serverUrl: string;
}

/** A hook that is a tool of an MCP server. */
export interface McpToolHook {
	/** Kind of the hook. */
	readonly type: "mcp_tool";
	/** Name of the MCP server. */
	readonly server: string;
	/** Name of its tool. */
	readonly tool: string;
	/** Arguments of the tool; `$` with a path in braces stands for what the event holds there. @default - none */
	readonly input?: Readonly<Record<string, unknown>>;
	/** A permission rule that a tool's use must fit as well, such as `Bash(git *)`. @default - none */
	readonly if?: string;
	/** How long it may take, in seconds; more than 0. @default - the program's own */
	readonly timeout?: number;
	/** What people see while it runs. @default - the program's own */
	readonly statusMessage?: string;
}

/** A hook that asks a model. */
export interface PromptHook {
	/** Kind of the hook. */
	readonly type: "prompt";
	/** What a model is asked about the event. */
	readonly prompt: string;
	/** Which model. @default - a small one */
	readonly model?: string;
	/** A permission rule that a tool's use must fit as well, such as `Bash(git *)`. @default - none */
	readonly if?: string;
	/** How long it may take, in seconds; more than 0. @default - the program's own */
	readonly timeout?: number;
	/** What people see while it runs. @default - the program's own */
	readonly statusMessage?: string;
	/** Whether the turn goes on after a no. @default false */
	readonly continueOnBlock?: boolean;
}
