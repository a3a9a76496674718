import { isLoopback } from "../../host.js";
import type { Problem } from "../../problem.js";
import { fleetMeets } from "../../version.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** Keys that take plain http; those of inference from 1.32352.0 no more, which is said there. */
function clearText(view: ConfigurationView): Problem[] {
	const inference = fleetMeets(view.configuration.fleet, { since: "1.32352.0" })
		? []
		: ["inferenceBedrockBaseUrl", "inferenceVertexBaseUrl"];
	return [...inference, "inferenceBedrockSsoStartUrl", "otlpEndpoint"].flatMap((key) => {
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

function grpc(view: ConfigurationView): Problem[] {
	const proxied = view.has("egressProxyUrl") || view.has("egressProxyPacUrl");
	const fallsBack = proxied || view.configuration.platforms.includes("windows");
	if (view.value("otlpProtocol") !== "grpc" || !fallsBack) return [];
	const message = "grpc falls back to http on Windows and behind an HTTP proxy; let the collector accept both";
	return [view.warning("grpc-falls-back", "otlpProtocol", message)];
}

function sharedCredential(view: ConfigurationView): Problem[] {
	if (view.value("otlpAuthMode") !== "inference-credential") return [];
	const message = "sends the inference credential to the collector; only for one trusted as much as the provider";
	return [view.warning("shared-credential", "otlpAuthMode", message)];
}

/** What is sent with the content of conversations is wider than its name says. */
function answersCaptured(view: ConfigurationView): Problem[] {
	const kinds = view.list("otlpContentCapture");
	if (!kinds.includes("userPrompts") || kinds.includes("assistantResponses")) return [];
	if (!fleetMeets(view.configuration.fleet, { since: "1.17377.0" })) return [];
	const message = "captures answers as well from app 1.17377.0 on; add assistantResponses where that is meant";
	return [view.warning("captures-answers", "otlpContentCapture", message, kinds.indexOf("userPrompts"))];
}

/** The certificate of a proxy on the device is none that the Cowork VM knows. */
function proxyOnDevice(view: ConfigurationView): Problem[] {
	const proxy = view.url("egressProxyUrl");
	if (proxy?.protocol !== "https:" || !isLoopback(proxy.hostname)) return [];
	const message =
		"is an https proxy on the device, which the Cowork VM cannot verify: shell commands there fail; use http to this machine";
	return [view.warning("proxy-on-device", "egressProxyUrl", message)];
}

/** The Claude API has a route of its own, with its own way to send the key. */
function gatewayOfAnthropic(view: ConfigurationView): Problem[] {
	const key = "inferenceGatewayBaseUrl";
	const host = view.url(key)?.hostname ?? "";
	const isAnthropic = host === "anthropic.com" || host.endsWith(".anthropic.com");
	if (!isAnthropic || view.value("inferenceGatewayAuthScheme") === "x-api-key") return [];
	return [view.warning("gateway-of-anthropic", key, "is Anthropic's own service; use the route anthropic")];
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
	grpc,
	sharedCredential,
	answersCaptured,
	proxyOnDevice,
	gatewayOfAnthropic,
	proxies,
	updates,
	catalog,
];
