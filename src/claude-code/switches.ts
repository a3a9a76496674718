import type { JsonObject } from "../json.js";

/** Places of credentials that tools of a hardened profile may not read; a folder ends in a slash. */
export const credentialPaths = [
	"~/.aws/",
	"~/.ssh/",
	"~/.gnupg/",
	"~/.kube/",
	"~/.azure/",
	"~/.config/gcloud/",
	"~/.docker/config.json",
	"~/.npmrc",
	"~/.pypirc",
] as const;

interface Switches {
	readonly title: string;
	/** By name with dots. */
	readonly settings: JsonObject;
	/** Whether it also takes {@link credentialPaths} from tools. */
	readonly deniesCredentialPaths: boolean;
}

/** Settings that go together, by the word of a deployment file. */
export const switches: Readonly<Record<string, Switches>> = {
	none: { title: "None", settings: {}, deniesCredentialPaths: false },
	private: {
		title: "Private",
		settings: {
			"env.CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
			// The switch above implies what follows; said by name it stays said where that ever changes.
			"env.DISABLE_AUTOUPDATER": "1",
			"env.DISABLE_TELEMETRY": "1",
			"env.DISABLE_ERROR_REPORTING": "1",
			"env.DISABLE_FEEDBACK_COMMAND": "1",
			"env.CLAUDE_CODE_DISABLE_FEEDBACK_SURVEY": "1",
			"env.CLAUDE_CODE_SUBPROCESS_ENV_SCRUB": "1",
			// The broad switch leaves these on.
			"env.CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL": "1",
			enableArtifact: false,
			skipWebFetchPreflight: true,
		},
		deniesCredentialPaths: true,
	},
};
