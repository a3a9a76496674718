import { type Binding, bind } from "./binding.js";

const browser = { builtinBrowserEnabled: true };
const blocking = { ...browser, builtinBrowserDefaultDomainPolicy: "block" };
const older = { circumstances: { oldest: "1.26832.0" } } as const;
const ancient = { circumstances: { oldest: "1.12603.0" } } as const;

/** What users and the agent may do. */
export const capabilityRules: readonly Binding[] = [
	bind("error", "coworkTabEnabled", "", "Cowork false", [[false, "", {}, { isClaudeCodeForDesktopEnabled: false }]]),
	bind("warning", "chatAdvancedFileAnalysisEnabled", "", "Bash", [
		[true, "", {}, { chatTabEnabled: true, disabledBuiltinTools: ["Bash"] }],
	]),
	bind("warning", "chatAdvancedFileAnalysisEnabled", "", "Chat tab", [[true]]),
	bind("error", "sshHostAllowlist", "", "", [[["https://a.example"]], [["a.*.example"]]]),
	bind("warning", "sshHostAllowlist", "[]", "", [[["a.example:22"], "[0]"]]),
	bind("error", "sshClientPath", "", "absolute", [["ssh"], ["C:\\ssh.cmd"]]),
	bind("error", "builtinBrowserAllowedDomains", "[]", "", [
		[["*"], "[0]", {}, blocking],
		[["*.co.uk"], "[0]", {}, blocking],
		[["*.github.io"], "[0]", {}, blocking],
	]),
	bind("accept", "builtinBrowserAllowedDomains", "[]", "", [[["apps.example.com:9443"], "", {}, blocking]]),
	bind("warning", "builtinBrowserAllowedDomains", "", "policy block", [[["a.example.com"], "", {}, browser]]),
	bind("warning", "builtinBrowserAllowedDomains", "", "coworkEgressAllowedHosts", [
		[["a.example.com"], "", {}, { ...blocking, coworkEgressAllowedHosts: ["b.example.com"] }],
	]),
	bind("error", "builtinBrowserBlockedDomains", "[]", "", [[["a.example.com/x"]], [["portal"]]]),
	bind("warning", "builtinBrowserBlockedDomains", "", "policy allow", [[["a.example.com"], "", {}, blocking]]),
	bind("warning", "disabledBuiltinTools", "[]", "unknown name", [[["bash"]], [["Teleport"]]]),
	bind("error", "disabledBuiltinTools", "[]", "scoped rules", [[["WebFetch(domain:a.example)"]], [["Task(x)"]]]),
	bind("warning", "disabledBuiltinTools", "[]", "begins //", [[["Edit(/var/**)"]], [["Read(**)"]]]),
	bind("error", "disabledBuiltinTools", "[]", "NotebookEdit", [
		[["Write(//a)"]],
		[["Grep(//a)"]],
		[["Glob(//a)"]],
		[["NotebookEdit(//a)"]],
	]),
	bind("error", "disabledBuiltinTools", "[]", "apps before 1.37937.0", [[["Bash(curl *)"], "[0]", older]]),
	bind("error", "builtinToolPolicy", "{key}", "22 tool names", [[{ bash: "ask" }]]),
	bind("error", "builtinToolPolicy", "{value}", "", [[{ Bash: "blocked" }], [{ Bash: "ask-session" }]]),
	bind("error", "builtinToolPolicy", "{key}", "scoped rule as", [[{ "WebFetch(domain:a.example)": "ask" }]]),
	bind("error", "builtinToolPolicy", "{key}", "apps before 1.37937.0", [[{ "Bash(git *)": "ask" }, "", older]]),
	bind("warning", "toolSearchEnabled", "", "", [[true, "", {}, { inferenceProvider: "vertex" }]]),
	bind("accept", "allowedWorkspaceFolders", "[]", "", [[["~/Documents"]]]),
	bind("error", "allowedWorkspaceFolders", "[].path", "at least 1", [[[{ path: "" }]], [[{}]]]),
	bind("error", "allowedWorkspaceFolders", "[].isDefaultSelected", "", [[[{ path: "~", isDefaultSelected: 1 }]]]),
	bind("error", "allowedWorkspaceFolders", "[].mode", "rw|ro", [[[{ path: "~", mode: "r" }]]]),
	bind("error", "allowedWorkspaceFolders", "[].path", "variable ignored", [[["%USERPROFILE%\\x"]], [["~bob/x"]]]),
	bind("warning", "allowedWorkspaceFolders", "[].mode", "", [[[{ path: "~", mode: "ro" }], "[0].mode"]]),
	bind("error", "allowedWorkspaceFolders", "[].mode", "read by apps", [
		[[{ path: "~", mode: "ro" }], "[0].mode", ancient],
	]),
	bind("error", "coworkEgressAllowedHosts", "[]", "localhost", [[["localhost:80"]], [["a.*.example"]]]),
	bind("error", "coworkEgressAllowedHosts", "[]", "labels of letters", [
		[["portal"]],
		[["*.corp"]],
		[["a.example."]],
		[["https://a.example"]],
		[["a.example/x"]],
		[["b\u00fccher.example"]],
		[["[::1]"]],
	]),
	bind("error", "coworkEgressAllowedHosts", "[]", "1..65535", [[["a.example:0"]], [["a.example:65536"]], [["*:443"]]]),
	bind("accept", "coworkEgressAllowedHosts", "[]", "lower-cased", [[["API.Example.com"]]]),
	bind("error", "coworkEgressAllowedHosts", "[]", "port entries", [[["a.example:8443"], "[0]", older]]),
	bind("warning", "requireCoworkFullVmSandbox", "", "", [[true]]),
	bind("error", "organizationInstructions", "", "", [["  "], ["x".repeat(3001)]]),
	bind("error", "claudeAiImport", "enabled", "", [[{ enabled: "yes" }]]),
	bind("error", "claudeAiImport", "bannerBehavior", "", [[{ bannerBehavior: "on" }]]),
	bind("error", "claudeAiImport", "url", "", [[{ url: "https://a.example" }]]),
	bind("error", "claudeAiImport", "oauthIssuer", "", [[{ oauthIssuer: "https://a.example" }]]),
	bind("error", "claudeAiImport", "oauthClientId", "", [[{ oauthClientId: "a" }]]),
	bind("error", "claudeAiImport", "", "all three", [[{ url: "https://a.example", oauthClientId: "a" }]]),
];
