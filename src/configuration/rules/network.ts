import { isLoopback } from "../../host.js";
import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

const plainHttp = ["inferenceGatewayBaseUrl", "otlpEndpoint"];

function clearText(view: ConfigurationView): Problem[] {
	return plainHttp.flatMap((key) => {
		const url = parse(view.text(key));
		if (url?.protocol !== "http:" || isLoopback(url.hostname)) return [];
		return [view.warning(key, "is plain http to another machine: its traffic can be read on the way; use https")];
	});
}

function collectorPath(view: ConfigurationView): Problem[] {
	const endpoint = view.text("otlpEndpoint");
	if (!endpoint || !/\/v1\/(logs|metrics|traces)\/?$/.test(endpoint)) return [];
	return [
		view.error(
			"otlpEndpoint",
			"ends with a signal path; give the base address, the app appends /v1/logs, /v1/metrics and /v1/traces",
		),
	];
}

function grpc(view: ConfigurationView): Problem[] {
	if (view.value("otlpProtocol") !== "grpc" || !view.configuration.platforms.includes("windows")) return [];
	return [
		view.warning(
			"otlpProtocol",
			"grpc falls back to http on Windows and behind an HTTP proxy; let the collector accept both",
		),
	];
}

function sharedCredential(view: ConfigurationView): Problem[] {
	if (view.value("otlpAuthMode") !== "inference-credential") return [];
	return [
		view.warning(
			"otlpAuthMode",
			"sends the inference credential to the collector; only for a collector trusted as much as the provider",
		),
	];
}

function updates(view: ConfigurationView): Problem[] {
	if (view.value("disableAutoUpdates") !== true) return [];
	return ["autoUpdaterEnforcementHours", "updateViaUpdatesHost"]
		.filter((key) => view.has(key))
		.map((key) => view.warning(key, "has no effect while disableAutoUpdates is true"));
}

function catalog(view: ConfigurationView): Problem[] {
	if (view.value("modelCatalogEnabled") !== false || !view.has("modelCatalogUrl")) return [];
	return [view.warning("modelCatalogUrl", "has no effect while modelCatalogEnabled is false")];
}

/** What a bootstrap server sends replaces the profile wholesale. */
function bootstrap(view: ConfigurationView): Problem[] {
	const url = parse(view.text("bootstrapUrl"));
	if (!url || view.value("bootstrapEnabled") === false) return [];
	const replaced = view.warning(
		"bootstrapUrl",
		"what this address serves replaces every key of the profile that it may set; keys it does not send count as unset",
	);
	const pinned = ["inferenceGatewayBaseUrl", "inferenceVertexBaseUrl", "inferenceBedrockBaseUrl"].flatMap((key) => {
		const base = parse(view.text(key));
		if (!base || base.origin === url.origin || view.has("bootstrapOidc")) return [];
		return [
			view.warning(
				key,
				`is on another origin than bootstrapUrl; served from there without bootstrapOidc it would be refused`,
			),
		];
	});
	return [replaced, ...pinned];
}

function parse(text: string | undefined): URL | undefined {
	return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
}

/** Addresses, updates and bootstrap: sections 6, 7 and 10 of the facts. */
export const networkRules: readonly Rule[] = [
	clearText,
	collectorPath,
	grpc,
	sharedCredential,
	updates,
	catalog,
	bootstrap,
];
