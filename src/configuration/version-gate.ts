import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { type AppVersion, compareVersions } from "../version.js";
import { findKey } from "./catalogue.js";
import { findGatedMembers } from "./gated-members.js";
import type { ManagedConfiguration } from "./managed-configuration.js";
import { isRestrictive } from "./restriction.js";

/** Something that apps know from some version on. */
interface Gated {
	readonly what: string;
	readonly path: Path;
	readonly since: AppVersion;
	readonly restricts: boolean;
}

/**
 * What the fleet's oldest app does not know. Ignored there, a key that only changes looks is a nuisance,
 * but one that forbids something leaves a device more open than the deployment says: an error where it was set by hand.
 */
export function checkVersions(configuration: ManagedConfiguration): Problem[] {
	if (!configuration.gated) return [];
	const { oldest } = configuration.fleet;
	return [...configuration.settings].flatMap(([name, { layer, path, value }]) => {
		const key = findKey(name);
		if (!key) return [];
		const byHand = layer === "deployment" || layer === "group";
		const whole: Gated = { what: name, path, since: key.since, restricts: isRestrictive(key.restricts, value) };
		const parts: Gated[] = findGatedMembers(name, value).map((part) => ({
			...part,
			what: `this ${part.path.length > 0 ? "part" : "value"} of ${name}`,
			path: [...path, ...part.path],
		}));
		const isTooNew = ({ since }: Gated) => compareVersions(since, oldest) > 0;
		// What an app ignores as a whole, it need not be told to ignore in part.
		const tooNew = isTooNew(whole) ? [whole] : parts.filter(isTooNew);
		return tooNew.map((gated) => describe(gated, oldest, byHand));
	});
}

function describe({ what, path, since, restricts }: Gated, oldest: AppVersion, byHand: boolean): Problem {
	const unknown = `${what} is known from app ${since}, and the fleet's oldest is ${oldest}`;
	if (!byHand || !restricts) return warning("unknown-to-oldest-app", path, `${unknown}; older apps ignore it`);
	return error(
		"unknown-to-oldest-app",
		path,
		`${unknown}: older apps would not apply this restriction and say nothing; raise app.minimumVersion or remove it`,
	);
}
