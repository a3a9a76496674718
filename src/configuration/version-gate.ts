import { error, type Problem, warning } from "../problem.js";
import { compareVersions } from "../version.js";
import { findKey } from "./catalogue.js";
import type { ManagedConfiguration } from "./managed-configuration.js";
import { isRestrictive } from "./restriction.js";

/**
 * Keys that the fleet's oldest app does not know. Ignored there, a key that only changes looks is a nuisance,
 * but one that forbids something leaves a device more open than the deployment says: an error where it was set by hand.
 */
export function checkVersions(configuration: ManagedConfiguration): Problem[] {
	if (!configuration.gated) return [];
	const { oldest } = configuration.fleet;
	return [...configuration.settings].flatMap(([name, setting]) => {
		const key = findKey(name);
		if (!key || compareVersions(key.since, oldest) <= 0) return [];
		const unknown = `${name} is known from app ${key.since}, the fleet's oldest is ${oldest}`;
		const byHand = setting.layer === "deployment" || setting.layer === "group";
		if (byHand && isRestrictive(key.restricts, setting.value)) {
			return [
				error(
					setting.path,
					`${unknown}: older apps would silently not apply this restriction; raise app.minimumVersion or remove the key`,
				),
			];
		}
		return [warning(setting.path, `${unknown}; older apps ignore it`)];
	});
}
