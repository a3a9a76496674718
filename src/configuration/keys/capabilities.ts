import { choice, flag, list, text } from "../managed-key.js";
import { nativeExecutable } from "../values/file-path.js";
import { hostEntry } from "../values/host-entry.js";

const authentication = {
	section: "Capabilities",
	group: "Authentication",
	alsoOn: ["configuration-changelog"],
} as const;
const chat = { section: "Capabilities", group: "Chat", alsoOn: ["configuration-changelog"] } as const;
const code = { section: "Capabilities", group: "Code", alsoOn: ["configuration-changelog", "code"] } as const;

/** Sign-in choice, deep links and the three tabs. */
export const capabilitiesKeys = {
	disableDeploymentModeChooser: flag({
		...authentication,
		summary: "Takes away the choice of signing in to claude.ai: the app starts in third-party mode.",
		since: "1.3834.0",
		default: false,
		restricts: "when true",
	}),
	disableDeepLinkRegistration: flag({
		...authentication,
		summary: "Keeps the app from registering claude:// links.",
		since: "1.6889.0",
		default: false,
		restricts: "when true",
	}),
	chatTabEnabled: flag({
		...chat,
		summary: "Whether there is a Chat tab.",
		since: "1.13576.0",
		default: false,
		restricts: "when false",
	}),
	chatAdvancedFileAnalysisEnabled: flag({
		...chat,
		summary: "Whether Chat may run code on uploaded files.",
		since: "1.14271.0",
		default: false,
		restricts: "when false",
	}),
	isClaudeCodeForDesktopEnabled: flag({
		...code,
		summary: "Whether there is a Code tab.",
		since: "1.2581.0",
		default: true,
		restricts: "when false",
	}),
	sshHostAllowlist: list(
		{
			...code,
			summary: "Hosts that Code sessions may reach by SSH (beta); *.x covers x itself too, * every host.",
			since: "1.40609.0",
			restricts: "fewer",
		},
		hostEntry({ everything: true, unusable: "the entry allows nothing" }),
	),
	sshClientPath: text(
		{
			...code,
			summary: "Absolute path of the SSH client of Code sessions (beta); on Windows a native .exe.",
			since: "1.46388.1",
		},
		nativeExecutable,
	),
	sshTransport: choice(
		{
			...code,
			summary: "SSH implementation of Code sessions (beta).",
			since: "1.52386.0",
			defaultNote: "auto, assumed",
		},
		["auto", "system-openssh", "builtin"],
	),
	coworkTabEnabled: flag({
		section: "Capabilities",
		group: "Cowork",
		summary: "Whether there is a Cowork tab; it comes back where all three tabs are off.",
		since: "1.9659.0",
		default: true,
		restricts: "when false",
		alsoOn: ["configuration-changelog"],
	}),
};
