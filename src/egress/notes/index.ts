import type { EgressContext } from "../context.js";
import type { EgressNote } from "../note.js";
import { type EgressHost, formatAddress, formatHost } from "../plan.js";
import type { EgressRoute } from "../route-egress.js";
import { lateAddress, lateCollectorAddress, secretAddresses } from "./addresses.js";
import { offlineInstaller, windowsDictionaries } from "./application.js";
import { claudeCodeHosts } from "./claude-code.js";
import { discoveredSignIn, marketplaceRedirects, packageRunners } from "./connectors.js";
import { dataSharing } from "./content.js";
import { browserSites, openSsh, openWeb, proxyBypass } from "./network.js";
import { helperCalls, oidcDiscovery } from "./sign-in.js";

const notes: readonly EgressNote[] = [
	openWeb,
	openSsh,
	browserSites,
	proxyBypass,
	lateCollectorAddress,
	secretAddresses,
	offlineInstaller,
	windowsDictionaries,
	oidcDiscovery,
	helperCalls,
	discoveredSignIn,
	packageRunners,
	marketplaceRedirects,
	claudeCodeHosts,
];

/** What a reader of the plan must know that no host of the perimeter says, given those that pass none. */
export function deriveNotes(
	context: EgressContext,
	route: EgressRoute | undefined,
	outside: readonly EgressHost[],
): string[] {
	const said: string[] = [];
	for (const note of notes) said.push(...note(context));
	if (route) {
		for (const note of route.egress.notes ?? []) said.push(...note(context));
		said.push(...lateAddress(context, route));
		if (route.keepsConversationContent) said.push(...dataSharing(context));
	}
	for (const host of outside) said.push(outsidePerimeter(context, host));
	return said;
}

function outsidePerimeter({ configuration }: EgressContext, host: EgressHost): string {
	if (configuration.privateHosts.includes(formatHost(host))) {
		return `${formatHost(host)} is reached through a private endpoint and is not on the perimeter list`;
	}
	const keys = [...new Set(host.reasons.flatMap(({ key }) => key ?? []))];
	return `${formatAddress(host)} of ${keys.join(", ")} is on the device itself and passes no perimeter`;
}
