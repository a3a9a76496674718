import { isLoopback } from "../host.js";
import { modelsNeedingDataSharing, modelsOfUnknownFamily } from "../inference/content-claim.js";
import { lateBaseUrls, urlHost } from "./address.js";
import type { Recall } from "./answer-memory.js";
import type { EgressContext } from "./context.js";
import { type EgressHost, formatHost } from "./plan.js";
import { sandboxIsOff } from "./rows/network.js";

/** What a reader of the plan must know that no host says. */
export function deriveNotes(context: EgressContext, hosts: readonly EgressHost[], recall: Recall): string[] {
	return [
		...recall(openWeb),
		...recall(lateAddresses),
		// Names the group, so it is worked out for each.
		...offlineInstaller(context),
		...recall(bedrockSignIn),
		...recall(localAddresses),
		...recall(dataSharing),
		...privateEndpoints(context, hosts),
		...otherPorts(hosts),
	];
}

function openWeb(context: EgressContext): string[] {
	const notes = sandboxIsOff(context.list("coworkEgressAllowedHosts"))
		? [
				'coworkEgressAllowedHosts holds "*": the sandbox filters nothing, and a perimeter list cannot name the open web, so no host is added for it',
			]
		: [];
	const ssh = context.list("sshHostAllowlist").includes("*")
		? [
				'sshHostAllowlist holds "*": Code may open SSH to any host, and a perimeter list cannot name them, so no host is added for it',
			]
		: [];
	return [...notes, ...ssh];
}

function lateAddresses(context: EgressContext): string[] {
	return lateBaseUrls(context).map(
		({ key }) => `${key} is known only once the cloud has created it; no host is listed for it`,
	);
}

function offlineInstaller({ configuration }: EgressContext): string[] {
	if (configuration.installer !== "offline" || !configuration.platforms.includes("linux")) return [];
	return [
		`downloads.claude.ai stays: the offline installer exists for macOS and Windows, and group ${configuration.group} has Linux`,
	];
}

function bedrockSignIn(context: EgressContext): string[] {
	if (context.text("inferenceProvider") !== "bedrock") return [];
	const kind = context.text("inferenceCredentialKind");
	const identityProvider =
		kind === "interactive"
			? ["the identity provider behind IAM Identity Center is reached from the browser; its hosts are not known here"]
			: [];
	const assumed =
		kind === "vendor-profile" && context.configuration.hints.awsSsoRegion === undefined
			? [
					`the profile's IAM Identity Center is taken to be in ${context.text("inferenceBedrockRegion")}, the inference region; state ssoRegion if it is elsewhere`,
				]
			: [];
	return [...identityProvider, ...assumed];
}

function dataSharing(context: EgressContext): string[] {
	if (!context.configuration.keepsConversationContent) return [];
	const models = context.value("inferenceModels");
	return [
		...modelsNeedingDataSharing(models).map((model) => `${model} needs it to be shared or retained for review`),
		...modelsOfUnknownFamily(models).map(
			(model) => `which model ${model} stands for is not known; state its anthropicFamilyTier`,
		),
	].map((why) => `no claim that conversation content stays with the provider: ${why}`);
}

function localAddresses(context: EgressContext): string[] {
	return [
		"inferenceGatewayBaseUrl",
		"inferenceFoundryBaseUrl",
		"otlpEndpoint",
		"modelCatalogUrl",
		"egressProxyUrl",
		"egressProxyPacUrl",
	].flatMap((key) =>
		urlHost(context.value(key)).some(({ host }) => isLoopback(host))
			? [`${key} is on the device itself and passes no perimeter`]
			: [],
	);
}

function privateEndpoints({ configuration }: EgressContext, hosts: readonly EgressHost[]): string[] {
	if (configuration.privateHosts.length === 0) return [];
	return hosts
		.map(formatHost)
		.filter((host) => configuration.privateHosts.includes(host))
		.map((host) => `${host} is reached through a private endpoint and is not on the perimeter list`);
}

function otherPorts(hosts: readonly EgressHost[]): string[] {
	return hosts
		.filter((host) => host.port !== 443)
		.map((host) => `egress.txt names hosts without ports: ${formatHost(host)} is reached on port ${host.port}`);
}
