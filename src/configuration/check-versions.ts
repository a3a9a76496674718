import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { type Part, partsOf } from "../shape/parts-of.js";
import type { VersionRule } from "../shape/shape.js";
import { type AppVersion, compareVersions, fleetMeets, intersectWindows } from "../version.js";
import { findKey } from "./catalogue.js";
import { isByHand, type ManagedConfiguration, type ResolvedSetting } from "./managed-configuration.js";
import type { ManagedKey } from "./managed-key.js";
import { isRestrictive } from "./restriction.js";

/** Something that apps know from some version on. */
interface Gated {
	readonly what: string;
	readonly path: Path;
	readonly since: AppVersion;
	readonly restricts: boolean;
}

/** What some app of the fleet does not know, or reads in another way than the rest. */
export function checkVersions(configuration: ManagedConfiguration): Problem[] {
	return [...configuration.settings].flatMap(([name, setting]) => {
		const key = findKey(name);
		if (!key) return [];
		const parts = partsOf(key.shape, setting.value);
		return [
			...unknownToOldest(name, key, setting, parts, configuration),
			...parts.flatMap((part) => faultsOfSomeVersions(key, setting, part, configuration)),
		];
	});
}

/**
 * What the fleet's oldest app does not know. Ignored there, a key that only changes looks is a nuisance,
 * but one that forbids something leaves a device more open than the deployment says: an error where it was set by hand.
 */
function unknownToOldest(
	name: string,
	key: ManagedKey,
	{ layer, path, value }: ResolvedSetting,
	parts: readonly Part[],
	{ gated, fleet: { oldest } }: ManagedConfiguration,
): Problem[] {
	if (!gated) return [];
	const whole: Gated = { what: name, path, since: key.since, restricts: isRestrictive(key.restricts, value) };
	const inside = parts.flatMap(sinceOf).map(
		(part): Gated => ({
			...part,
			what: `this ${part.path.length > 0 ? "part" : "value"} of ${name}`,
			path: [...path, ...part.path],
		}),
	);
	const isTooNew = ({ since }: Gated) => compareVersions(since, oldest) > 0;
	// What an app ignores as a whole, it need not be told to ignore in part; ways to sign in have a rule of their own.
	const tooNew = isTooNew(whole) ? (key.neededToSignIn ? [] : [whole]) : inside.filter(isTooNew);
	return tooNew.map((gated) => describe(gated, oldest, isByHand(layer)));
}

/** What apps learned later than what holds it: a member, or one of the words that a value may be. */
function sinceOf({ shape, value, path, member }: Part): Omit<Gated, "what">[] {
	const words = shape.kind === "text" && typeof value === "string" ? (shape.since ?? {}) : {};
	const word = typeof value === "string" && Object.hasOwn(words, value) ? words[value] : undefined;
	return [
		...(member?.since ? [{ path, since: member.since, restricts: member.closes?.(value) ?? false }] : []),
		...(word ? [{ path, since: word, restricts: false }] : []),
	];
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

/** A stated fleet certainly has those versions; where nobody stated one it only may. */
function faultsOfSomeVersions(
	{ since }: ManagedKey,
	{ path }: ResolvedSetting,
	part: Part,
	{ gated, fleet }: ManagedConfiguration,
): Problem[] {
	if (!part.shape.someVersions) return [];
	const rules = part.shape.someVersions.filter(({ versions, concerns }) => {
		// Most values are in order, and that is known soonest.
		if (!concerns(part.value)) return false;
		const known = intersectWindows(versions, { since });
		return known !== undefined && fleetMeets(fleet, known);
	});
	const severity = gated ? error : warning;
	return rules.map((rule) => severity(rule.code, [...path, ...part.path], `${rule.message}; ${cure(rule, gated)}`));
}

function cure({ versions: { until } }: VersionRule, gated: boolean): string {
	if (until === undefined) return "write what newer apps take";
	const raise = gated ? `raise app.minimumVersion to ${until}` : `write app.minimumVersion ${until} if none is older`;
	return `${raise}, or remove it`;
}
