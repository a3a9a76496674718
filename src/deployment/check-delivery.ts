import { isDeliveredBy } from "../configuration/delivered-by.js";
import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { error, type Problem, warning } from "../problem.js";
import type { Delivery } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import type { ParsedDeployment } from "./deployment.js";

/** How a group's settings come to its devices. */
export function deliveryOf({ groups, delivery = "mdm" }: ParsedDeployment, group: string): Delivery {
	return groups[group]?.delivery ?? delivery;
}

/**
 * Groups whose settings come from a server: that devices know it, and that something is written for it, or else that it
 * replaces what is.
 */
export function checkDelivery(
	deployment: ParsedDeployment,
	configurations: readonly ManagedConfiguration[],
	{ profiles }: Registries,
): Problem[] {
	const chosen = Object.keys(deployment.profiles);
	const served = configurations.filter(({ group }) => deliveryOf(deployment, group) === "bootstrap");
	const ofServer = chosen.filter((word) => profiles[word]?.delivery === "bootstrap");
	const unused = served.length > 0 ? [] : ofServer.map((word) => error("no-group-gets", ["profiles", word], nobody));
	const others = configurations.filter(({ group }) => deliveryOf(deployment, group) !== "bootstrap");
	const unwritten = served.length === 0 || chosen.length === 0 || ofServer.length > 0;
	return [
		...unused,
		...(unwritten ? [] : [error("nothing-to-serve", ["profiles"], notChosen)]),
		...served.flatMap(({ group, settings }) => {
			const at = deployment.groups[group]?.delivery === undefined ? ["delivery"] : ["groups", group, "delivery"];
			const unsaid = telemetry.filter((key) => !settings.has(key));
			return [
				...(isFetched(settings) ? [] : [error("delivery-without-url", at, `for group ${group}, ${noUrl}`)]),
				...(unsaid.length === 0
					? []
					: [warning("bootstrap-telemetry", at, `for group ${group}, ${offUnless(unsaid)}`)]),
				...[...settings].flatMap(([key, { onWindows, path }]) =>
					onWindows !== undefined && isDeliveredBy("bootstrap", key)
						? [warning("foreign-path", path, oneAnswer(group, key))]
						: [],
				),
			];
		}),
		...others.flatMap(({ settings }) =>
			isFetched(settings) ? [warning("bootstrap-replaces", settings.get("bootstrapUrl")?.path ?? [], replaces)] : [],
		),
	];
}

function isFetched(settings: ManagedConfiguration["settings"]): boolean {
	return settings.has("bootstrapUrl") && settings.get("bootstrapEnabled")?.value !== false;
}

const nobody = "no group has delivery: bootstrap; set it, or leave this out";
const notChosen =
	"has nothing for the server that groups with delivery: bootstrap get their settings from; add bootstrapResponse";
/** Of settings that come by device management, beside a server that nothing is written for. */
const replaces =
	"what this address serves replaces the profile's keys, and those it leaves out count as unset; serve each of them there too, deploymentOrganizationUuid as well, or set delivery: bootstrap";
const noUrl = "needs the setting bootstrapUrl, and bootstrapEnabled not false: devices have to know the server";

function oneAnswer(group: string, key: string): string {
	return `is another program on Windows, while one answer of the server has ${key} for every platform of group ${group}; give Windows a group of its own`;
}

/** https://claude.com/docs/third-party/claude-desktop/bootstrap */
const telemetry = ["disableEssentialTelemetry", "disableNonessentialTelemetry"];

function offUnless(keys: readonly string[]): string {
	return `${keys.join(" and ")} become true where a server's answer does not say otherwise; set ${keys.length === 1 ? "it" : "them"}`;
}
