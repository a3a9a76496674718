import type { SignIn } from "./route.js";

/** https://claude.com/docs/third-party/claude-desktop/credential-helper */
export const credentialHelper = {
	kind: "helper-script",
	name: "CredentialHelper",
	summary: "A program on the device that prints the credential.",
	members: {
		path: {
			key: "inferenceCredentialHelper",
			required: true,
			summary: "Absolute path of the program, without arguments; `~` and environment variables are not expanded.",
		},
		windowsPath: {
			key: "inferenceCredentialHelperWindows",
			summary: "Absolute path on Windows.",
			defaultNote: "`path`",
		},
		args: {
			key: "inferenceCredentialHelperArgs",
			summary: "Arguments, in order; anyone on the device can read them.",
			defaultNote: "none",
		},
		ttlSeconds: { key: "inferenceCredentialHelperTtlSec" },
		timeoutSeconds: { key: "inferenceCredentialHelperTimeoutSec" },
		silentRefresh: { key: "inferenceCredentialHelperSilentRefreshEnabled" },
	},
} as const satisfies SignIn;
