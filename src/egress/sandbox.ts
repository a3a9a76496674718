import { isLoopback } from "../host.js";
import { compareText } from "../json.js";
import type { EgressContext } from "./context.js";
import { lateCollector, lateEndpoint } from "./late-endpoint.js";
import { type EgressHost, formatHost, type Sandbox } from "./plan.js";
import type { EgressRoute } from "./route-egress.js";

/**
 * What the agent's tools may reach, with the hosts that the app adds by itself.
 * https://claude.com/docs/third-party/claude-desktop/configuration#coworkegressallowedhosts
 */
export function deriveSandbox(
	context: EgressContext,
	route: EgressRoute | undefined,
	hosts: readonly EgressHost[],
): Sandbox {
	const mode = modeOf(context);
	// An inference endpoint on the device is not the sandbox's to reach.
	const added = new Set(hosts.filter(({ host }) => !isLoopback(host)).map(formatHost));
	const late = [lateEndpoint(context, route), lateCollector(context)].filter((host) => host !== undefined);
	return {
		mode,
		hosts: context.list("coworkEgressAllowedHosts").filter((host): host is string => typeof host === "string"),
		automatic: mode === "off" ? [] : [...[...added].sort(compareText), ...late],
	};
}

function modeOf(context: EgressContext): Sandbox["mode"] {
	if (!context.has("coworkEgressAllowedHosts")) return "inference-only";
	const list = context.list("coworkEgressAllowedHosts");
	// The open web, which no perimeter list can name.
	if (list.includes("*")) return "off";
	return list.length === 0 ? "none" : "list";
}
