import { compareText } from "../json.js";
import { fleetMeets } from "../version.js";
import { lateBaseUrls } from "./address.js";
import { allOf, type EgressContext } from "./context.js";
import type { EgressHost, Sandbox } from "./plan.js";
import { formatHost } from "./plan.js";
import { currentEdition } from "./row.js";
import { sandboxIsOff } from "./rows/network.js";

/** Features whose hosts the app adds to the sandbox's list by itself. */
const automaticFeatures = new Set(["inference", "open-telemetry"]);

/** What the agent's tools may reach: https://claude.com/docs/third-party/claude-desktop/configuration#coworkegressallowedhosts */
export function deriveSandbox(context: EgressContext, hosts: readonly EgressHost[]): Sandbox {
	const configured = context.value("coworkEgressAllowedHosts");
	const list = context.list("coworkEgressAllowedHosts").filter((host): host is string => typeof host === "string");
	const mode =
		configured === undefined ? "inference-only" : sandboxIsOff(list) ? "off" : list.length === 0 ? "none" : "list";
	const late = lateBaseUrls(context).map((address) => ({ late: address.late }));
	return { mode, hosts: list, automatic: mode === "off" ? [] : [...automatic(context, hosts), ...late] };
}

function automatic(context: EgressContext, hosts: readonly EgressHost[]): string[] {
	const added = hosts
		.filter((host) => host.reasons.some((reason) => automaticFeatures.has(reason.feature)))
		.map(formatHost);
	const telemetry = context.when("disableNonessentialTelemetry", (value) => value !== true);
	const current = allOf(telemetry, [currentEdition]).some((window) => fleetMeets(context.configuration.fleet, window));
	return [...new Set([...added, ...(current ? ["api.anthropic.com"] : [])])].sort(compareText);
}
