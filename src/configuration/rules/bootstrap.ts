import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

function isFetched(view: ConfigurationView): boolean {
	return view.has("bootstrapUrl") && view.value("bootstrapEnabled") !== false;
}

function switchedOff(view: ConfigurationView): Problem[] {
	if (isFetched(view) || !view.has("bootstrapUrl")) return [];
	return [
		view.warning("no-effect", "bootstrapUrl", "has no effect while bootstrapEnabled is false; remove one of the two"),
	];
}

/** Without a sign-in of its own, a bootstrap server may only name endpoints beside it. */
function pinnedOrigin(view: ConfigurationView): Problem[] {
	const origin = view.url("bootstrapUrl")?.origin;
	if (!isFetched(view) || view.has("bootstrapOidc") || origin === undefined) return [];
	const message =
		"is on another origin than bootstrapUrl, so the app refuses it when it is served from there; add bootstrapOidc, or serve both from one origin";
	return ["inferenceGatewayBaseUrl", "inferenceVertexBaseUrl", "inferenceBedrockBaseUrl"].flatMap((key) => {
		const base = view.url(key);
		return base && base.origin !== origin ? [view.warning("bootstrap-origin", key, message)] : [];
	});
}

/** https://claude.com/docs/third-party/claude-desktop/bootstrap */
export const bootstrapRules: readonly Rule[] = [switchedOff, pinnedOrigin];
