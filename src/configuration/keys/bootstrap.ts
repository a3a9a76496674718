import { flag, structure, text } from "../managed-key.js";
import { bootstrapOidc } from "../structures/oidc.js";
import { executable } from "../values/file-path.js";
import { headers } from "../values/text-map.js";
import { httpsOrLoopbackUrl } from "../values/url.js";

const bootstrap = {
	section: "Source (bootstrap)",
	group: "Bootstrap",
	delivery: "mdm",
	alsoOn: ["configuration-changelog", "bootstrap"],
} as const;

/** Configuration that the app fetches from a server for the signed-in user. */
export const bootstrapKeys = {
	bootstrapEnabled: flag({
		...bootstrap,
		summary: "Whether the app fetches bootstrapUrl.",
		since: "1.10628.0",
		default: true,
	}),
	bootstrapUrl: text(
		{ ...bootstrap, summary: "Address that serves the configuration of the signed-in user.", since: "1.10628.0" },
		httpsOrLoopbackUrl,
	),
	bootstrapOidc: structure(
		"object",
		{ ...bootstrap, summary: "Identity provider for sign-in before the configuration is fetched.", since: "1.10628.0" },
		bootstrapOidc,
	),
	bootstrapHeaders: structure(
		"object",
		{
			...bootstrap,
			summary: "Headers of the request for the configuration, by name.",
			since: "1.32885.1",
			secret: true,
		},
		headers,
	),
	bootstrapHeadersHelper: text(
		{
			...bootstrap,
			summary: "Absolute path of a program that prints headers for the request as JSON.",
			since: "1.32885.1",
		},
		executable(),
	),
	trustBootstrapDelivery: flag({
		...bootstrap,
		summary: "Takes sensitive keys from the server without asking the user.",
		since: "1.26832.0",
		default: false,
		restricts: "when false",
	}),
};
