import type { SignIn } from "./route.js";

/**
 * A program on the device that prints the credential.
 * https://claude.com/docs/third-party/claude-desktop/credential-helper
 */
export interface CredentialHelper {
	/** Absolute path of the program, without arguments; `~` and environment variables are not expanded. */
	readonly path: string;
	/** Absolute path on Windows. @default `path` */
	readonly windowsPath?: string;
	/** Arguments, in order; anyone on the device can read them. @default none */
	readonly args?: readonly string[];
	/** How long a credential is kept, in seconds. @default 3600 */
	readonly ttlSeconds?: number;
	/** How long a run may take, in seconds: 1 to 600. @default 60 */
	readonly timeoutSeconds?: number;
	/** Whether the app may run the program again by itself when the credential expires. @default true */
	readonly silentRefresh?: boolean;
}

export const credentialHelper = {
	kind: "helper-script",
	members: {
		path: { key: "inferenceCredentialHelper", required: true },
		windowsPath: { key: "inferenceCredentialHelperWindows" },
		args: { key: "inferenceCredentialHelperArgs" },
		ttlSeconds: { key: "inferenceCredentialHelperTtlSec" },
		timeoutSeconds: { key: "inferenceCredentialHelperTimeoutSec" },
		silentRefresh: { key: "inferenceCredentialHelperSilentRefreshEnabled" },
	} satisfies Record<keyof CredentialHelper, unknown>,
} as const satisfies SignIn;
