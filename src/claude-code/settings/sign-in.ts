import { uuid } from "../../configuration/values/identifier.js";
import { httpsUrl } from "../../configuration/values/url.js";
import { either, list, text, words } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";

/** Where inference comes from, and how people sign in. */
export const signInSettings = {
	forceLoginMethod: {
		shape: words(["claudeai", "console", "gateway"]),
		summary: "Kind of account; gateway only from a source on the machine.",
		restricts: "when set",
	},
	forceLoginOrgUUID: {
		shape: either(uuid, list(uuid)),
		summary: "Enforced from a managed source only; bad value blocks every login.",
		restricts: "when set",
	},
	forceLoginGatewayUrl: {
		shape: httpsUrl,
		summary: "Gateway of the login screen; not from HKCU or server.",
		restricts: "when set",
	},
	gatewayInternalNetworks: {
		shape: list(text(), { maxItems: 4 }),
		summary: "Public blocks the organization uses internally, so a gateway there is accepted.",
		since: "2.1.268",
	},
	allowedProviders: {
		shape: list(
			words(["anthropic", "bedrock", "vertex", "foundry", "anthropicAws", "mantle", "customEndpoint", "gateway"]),
			{ minItems: 1 },
		),
		summary:
			'Services a session may use; empty or all-unknown list stops the program; customEndpoint needs the address pinned in managed env; Cowork needs "anthropic" in it on first-party.',
		since: "2.1.285",
		defaultNote: "any",
		restricts: "fewer",
	},
	apiKeyHelper: { shape: text(), summary: "Prints the API credential." },
	awsAuthRefresh: { shape: text(), summary: "Refreshes .aws credentials." },
	awsCredentialExport: { shape: text(), summary: "Prints AWS credentials as JSON." },
	gcpAuthRefresh: { shape: text(), summary: "Refreshes Google credentials." },
} satisfies Readonly<Record<string, CodeSetting>>;
