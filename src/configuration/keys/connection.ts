import { choice, flag, integer, list, structure, text } from "../managed-key.js";
import { executable, windowsExecutable } from "../values/file-path.js";
import { helperArgument } from "../values/helper-argument.js";
import { headers } from "../values/text-map.js";
import { url } from "../values/url.js";

const everyRoute = { section: "Connection", group: "Common", alsoOn: ["configuration-changelog"] } as const;

/** Inference provider, credential and network of every route. */
export const connectionKeys = {
	inferenceProvider: choice(
		{
			...everyRoute,
			summary: "Inference provider; setting it is what puts the app in third-party mode.",
			since: "1.2581.0",
		},
		["gateway", "anthropic", "bedrock", "mantle", "vertex", "foundry"],
	),
	inferenceCredentialKind: choice(
		{
			...everyRoute,
			summary: "The one way to get a credential; the app falls back to no other.",
			since: "1.8555.0",
			deprecatedValues: { oauth: "use interactive" },
		},
		["static", "helper-script", "interactive", "vendor-profile", "workforce", "external-idp"],
	),
	inferenceCustomHeaders: structure(
		"object",
		{
			...everyRoute,
			summary: "Headers added to every inference request, by name; not meant for credentials.",
			since: "1.8089.0",
			secret: true,
		},
		headers,
	),
	inferenceSessionLifetimeSec: integer({
		...everyRoute,
		summary: "How long a sign-in lasts, in seconds, before users are asked to sign in again.",
		since: "1.14271.0",
		above: 0,
	}),
	inferenceCredentialHelper: text(
		{
			...everyRoute,
			summary: "Absolute path of a program that prints the inference credential.",
			since: "1.2581.0",
			alsoOn: ["configuration-changelog", "credential-helper"],
		},
		executable("args"),
	),
	inferenceCredentialHelperWindows: text(
		{
			...everyRoute,
			summary: "Absolute path of the credential helper on Windows, in place of inferenceCredentialHelper.",
			since: "2.2553.0",
			platforms: ["windows"],
		},
		windowsExecutable("args"),
	),
	inferenceCredentialHelperArgs: list(
		{
			...everyRoute,
			summary: "Arguments of the credential helper, in order; other users of the device can read them.",
			since: "2.110.0",
		},
		helperArgument,
	),
	inferenceCredentialHelperTtlSec: integer({
		...everyRoute,
		summary: "How long the helper's credential is kept, in seconds; 120 or less is not checked on every turn.",
		since: "1.2581.0",
		above: 0,
		default: 3600,
		otherwise: "keeps a credential for an hour",
	}),
	inferenceCredentialHelperTimeoutSec: integer({
		...everyRoute,
		summary: "How long the helper may run, in seconds; within a session never more than 20.",
		since: "1.8089.0",
		min: 1,
		max: 600,
		default: 60,
		otherwise: "gives it 60 seconds",
	}),
	inferenceCredentialHelperSilentRefreshEnabled: flag({
		...everyRoute,
		summary: "Whether the app may run the helper again in the background once the credential has expired.",
		since: "1.10628.0",
		default: true,
		otherwise: "takes it for false",
	}),
	egressProxyUrl: text(
		{
			...everyRoute,
			summary: "HTTP proxy for the app's own traffic.",
			since: "1.44121.1",
			delivery: "mdm",
			appBehavior: true,
			alsoOn: ["configuration-changelog", "network-proxy"],
		},
		url({
			http: "anywhere",
			parts: "base",
			credentials:
				"the app refuses them, and there is no other place for them: let the proxy accept the devices without",
		}),
	),
	egressProxyPacUrl: text(
		{
			...everyRoute,
			summary: "Address of a proxy auto-configuration file for the app's own traffic; goes before egressProxyUrl.",
			since: "1.44121.1",
			delivery: "mdm",
			appBehavior: true,
			alsoOn: ["configuration-changelog", "network-proxy"],
		},
		url({
			http: "anywhere",
			credentials: "the app refuses them, and there is no other place for them: serve the file to devices without",
		}),
	),
	coworkVmIpv6Enabled: flag({
		...everyRoute,
		summary: "Whether the network of the Cowork VM has IPv6.",
		since: "1.52386.0",
		default: false,
		platforms: ["macos", "windows"],
		restricts: "when false",
	}),
	userContentRendererUrl: text(
		{
			...everyRoute,
			summary: "Address that shows artifact previews in place of www.claudeusercontent.com.",
			since: "1.24012.0",
			defaultNote: "https://www.claudeusercontent.com",
		},
		url({ loopback: false }),
	),
};
