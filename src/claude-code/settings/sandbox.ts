import { flag, integer, list, text } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";
import { anyObject } from "../structures/open-form.js";
import { credentialFile, credentialVariable, tlsTermination } from "../structures/sandbox-credential.js";
import { absolutePath } from "../values/absolute-path.js";
import { sandboxDomain } from "../values/sandbox-domain.js";

/** What shell commands may reach. */
export const sandboxSettings = {
	"sandbox.enabled": {
		shape: flag,
		summary: "Runs Bash in an OS sandbox on macOS, Linux and WSL2; never on native Windows.",
		default: false,
		restricts: "when true",
	},
	"sandbox.failIfUnavailable": {
		shape: flag,
		summary: "Refuses to start where the sandbox cannot run (so do not send it to Windows).",
		default: false,
		restricts: "when true",
	},
	"sandbox.autoAllowBashIfSandboxed": {
		shape: flag,
		summary: "Sandboxed commands run without a prompt.",
		default: true,
		restricts: "when false",
	},
	"sandbox.excludedCommands": {
		shape: list(text()),
		summary: "Commands allowed outside the sandbox; merges with the developer's own list.",
		restricts: "fewer",
	},
	"sandbox.allowUnsandboxedCommands": {
		shape: flag,
		summary: "Retry outside the sandbox after a failure.",
		default: true,
		restricts: "when false",
	},
	"sandbox.filesystem.allowWrite": {
		shape: list(text()),
		summary: "Further writable paths; merges across scopes.",
		restricts: "fewer",
	},
	"sandbox.filesystem.denyWrite": {
		shape: list(text()),
		summary: "Paths sandboxed commands may not write.",
		restricts: "more",
	},
	"sandbox.filesystem.denyRead": {
		shape: list(text()),
		summary: "Paths sandboxed commands may not read.",
		restricts: "more",
	},
	"sandbox.filesystem.allowRead": {
		shape: list(text()),
		summary: "Re-opens reads inside denyRead.",
		restricts: "fewer",
	},
	"sandbox.filesystem.allowManagedReadPathsOnly": {
		shape: flag,
		summary: "Only managed allowRead entries count; true from any admin source.",
		default: false,
		restricts: "when true",
	},
	"sandbox.filesystem.disabled": {
		shape: flag,
		summary: "Drops file isolation and keeps network isolation.",
		since: "2.1.216",
		default: false,
		restricts: "when false",
	},
	"sandbox.credentials.files": {
		shape: list(credentialFile),
		summary: "Credential files hidden from sandboxed commands.",
		since: "2.1.187",
		defaultNote: "none",
		restricts: "more",
	},
	"sandbox.credentials.envVars": {
		shape: list(credentialVariable),
		summary: "Credential variables hidden from sandboxed commands.",
		since: "2.1.187",
		defaultNote: "none",
		restricts: "more",
	},
	"sandbox.credentials.allowPlaintextInject": {
		shape: flag,
		summary: "Masked credentials may go to plain HTTP.",
		since: "2.1.199",
		default: false,
		restricts: "when false",
	},
	"sandbox.credentials.awsPairs": {
		shape: list(anyObject),
		summary: "Links custom AWS variables for re-signing.",
		since: "2.1.224",
	},
	"sandbox.credentials.sigv4": {
		shape: anyObject,
		summary: "Which AWS request forms pass.",
		since: "2.1.224",
		defaultNote: "deny",
	},
	"sandbox.network.allowedDomains": {
		shape: list(sandboxDomain),
		summary: "Hosts sandboxed commands reach without a prompt.",
		since: "2.1.229",
		restricts: "fewer",
	},
	"sandbox.network.deniedDomains": {
		shape: list(sandboxDomain),
		summary: "Hosts refused even inside an allowed wildcard.",
		restricts: "more",
	},
	"sandbox.network.strictAllowlist": {
		shape: flag,
		summary: "Refuses hosts off the list instead of asking.",
		since: "2.1.219",
		default: false,
		restricts: "when true",
	},
	"sandbox.network.allowManagedDomainsOnly": {
		shape: flag,
		summary: "Only managed domains count; true from any admin source.",
		default: false,
		restricts: "when true",
	},
	"sandbox.network.allowUnixSockets": {
		shape: list(text()),
		summary: "Unix sockets open on macOS.",
		restricts: "fewer",
	},
	"sandbox.network.allowAllUnixSockets": {
		shape: flag,
		summary: "Every Unix socket.",
		default: false,
		restricts: "when false",
	},
	"sandbox.network.allowLocalBinding": {
		shape: flag,
		summary: "Listen and connect on localhost on macOS.",
		default: false,
		restricts: "when false",
	},
	"sandbox.network.httpProxyPort": {
		shape: integer({ min: 1, max: 65535 }),
		summary: "Own HTTP proxy of the sandbox.",
	},
	"sandbox.network.socksProxyPort": {
		shape: integer({ min: 1, max: 65535 }),
		summary: "Own SOCKS proxy of the sandbox.",
	},
	"sandbox.network.tlsTerminate": {
		shape: tlsTermination,
		summary: "Sandbox proxy ends TLS to inspect requests.",
		since: "2.1.199",
	},
	"sandbox.enableWeakerNestedSandbox": {
		shape: flag,
		summary: "Weaker sandbox inside unprivileged containers.",
		default: false,
		restricts: "when false",
	},
	"sandbox.enableWeakerNetworkIsolation": {
		shape: flag,
		summary: "Go tools trust a MITM proxy on macOS.",
		default: false,
		restricts: "when false",
	},
	"sandbox.allowAppleEvents": {
		shape: flag,
		summary: "Apple Events from sandboxed commands.",
		default: false,
		restricts: "when false",
	},
	"sandbox.bwrapPath": { shape: absolutePath, summary: "bubblewrap outside PATH." },
	"sandbox.socatPath": { shape: absolutePath, summary: "socat outside PATH." },
} satisfies Readonly<Record<string, CodeSetting>>;
