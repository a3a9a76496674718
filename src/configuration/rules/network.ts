import { isLoopback } from "../../host.js";
import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

function clearText(view: ConfigurationView): Problem[] {
	return ["inferenceGatewayBaseUrl", "inferenceBedrockSsoStartUrl", "otlpEndpoint"].flatMap((key) => {
		const url = view.url(key);
		if (url?.protocol !== "http:" || isLoopback(url.hostname)) return [];
		return [
			view.warning(
				"clear-text",
				key,
				"is plain http to another machine: its traffic can be read on the way; use https",
			),
		];
	});
}

function collectorPath(view: ConfigurationView): Problem[] {
	const [signal] = /\/v1\/(?:logs|metrics|traces)\/?$/.exec(view.url("otlpEndpoint")?.pathname ?? "") ?? [];
	if (signal === undefined) return [];
	return [
		view.error(
			"collector-path",
			"otlpEndpoint",
			`ends in ${signal}, which the app appends itself; give the address without it`,
		),
	];
}

function grpc(view: ConfigurationView): Problem[] {
	if (view.value("otlpProtocol") !== "grpc" || !view.configuration.platforms.includes("windows")) return [];
	const message = "grpc falls back to http on Windows and behind an HTTP proxy; let the collector accept both";
	return [view.warning("grpc-falls-back", "otlpProtocol", message)];
}

function sharedCredential(view: ConfigurationView): Problem[] {
	if (view.value("otlpAuthMode") !== "inference-credential") return [];
	const message = "sends the inference credential to the collector; only for one trusted as much as the provider";
	return [view.warning("shared-credential", "otlpAuthMode", message)];
}

function proxies(view: ConfigurationView): Problem[] {
	if (!view.has("egressProxyUrl") || !view.has("egressProxyPacUrl")) return [];
	return [
		view.warning(
			"no-effect",
			"egressProxyUrl",
			"has no effect beside egressProxyPacUrl, which wins; remove one of the two",
		),
	];
}

function updates(view: ConfigurationView): Problem[] {
	if (view.value("disableAutoUpdates") !== true) return [];
	return ["autoUpdaterEnforcementHours", "updateViaUpdatesHost"]
		.filter((key) => view.isWritten(key))
		.map((key) =>
			view.warning("no-effect", key, "has no effect while disableAutoUpdates is true; remove one of the two"),
		);
}

function catalog(view: ConfigurationView): Problem[] {
	if (view.value("modelCatalogEnabled") !== false || !view.has("modelCatalogUrl")) return [];
	return [
		view.warning(
			"no-effect",
			"modelCatalogUrl",
			"has no effect while modelCatalogEnabled is false; remove one of the two",
		),
	];
}

/** Addresses, export and updates: https://claude.com/docs/third-party/claude-desktop/telemetry */
export const networkRules: readonly Rule[] = [
	clearText,
	collectorPath,
	grpc,
	sharedCredential,
	proxies,
	updates,
	catalog,
];
