import { urlsOfHooks } from "../claude-code/hook-urls.js";
import { isLoopback } from "../host.js";
import { isLateReference } from "../reference/reference.js";
import type { EgressContext } from "./context.js";
import { ofUrl } from "./destination.js";
import type { ContentRecipient, HostOrLate } from "./plan.js";
import type { EgressRoute } from "./route-egress.js";

/** Whom conversation content reaches besides the inference provider. */
export function contentAlsoReaches(context: EgressContext, route: EgressRoute | undefined): ContentRecipient[] {
	return [...proxyBeforeProvider(context, route), ...collector(context), ...hooks(context)];
}

function proxyBeforeProvider(context: EgressContext, route: EgressRoute | undefined): ContentRecipient[] {
	const own = route?.egress.ownEndpoint;
	if (!own || !context.inFleet(context.isSet(own.key))) return [];
	// An address that is yet to come is that of a private endpoint, which the deployment creates.
	return ofUrl(context.value(own.key))
		.filter(({ host }) => !own.isProvider(host) && !context.configuration.privateHosts.includes(host))
		.map(({ host }) => ({
			host,
			key: own.key,
			because: "inference goes through it; it is neither the provider's own nor a private endpoint of this deployment",
		}));
}

function collector(context: EgressContext): ContentRecipient[] {
	const captured = context.list("otlpContentCapture");
	if (captured.length === 0 || !context.inFleet(context.isSet("otlpContentCapture"))) return [];
	const { contentTerms: terms } = context.configuration;
	return hostsOf(context.value("otlpEndpoint")).map((host) => ({
		host,
		key: "otlpContentCapture",
		because: `the collector at otlpEndpoint is sent ${captured.join(", ")}${terms === undefined ? "" : `; ${terms}`}`,
	}));
}

/** A hook that is a call is sent what a tool gets and gives, or what the user wrote. */
function hooks({ configuration }: EgressContext): ContentRecipient[] {
	const hosts = urlsOfHooks(configuration).flatMap((url) => ofUrl(url).map(({ host }) => host));
	return [...new Set(hosts)]
		.filter((host) => !isLoopback(host))
		.map((host) => ({
			host,
			key: "claudeCode.hooks",
			because: "hooks of Claude Code post prompts, and input and output of tools, to it",
		}));
}

function hostsOf(url: unknown): HostOrLate[] {
	return isLateReference(url) ? [{ late: url.fromCloud.name }] : ofUrl(url).map(({ host }) => host);
}
