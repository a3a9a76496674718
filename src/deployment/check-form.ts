import { blockShape } from "../firewall/block-shape.js";
import { checkLeaveTo } from "../firewall/check-leave-to.js";
import { checkScopes } from "../firewall/check-scopes.js";
import { isObject } from "../json.js";
import { suggestName } from "../nearest-name.js";
import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import type { FormatFacts } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import { object } from "../shape/build.js";
import { checkShape } from "../shape/check-shape.js";
import { type AppVersion, compareVersions, factsEdition, oldestKnownVersion, versionOf } from "../version.js";
import { deploymentShape } from "./deployment-shape.js";

/** Everything about a deployment but inference and settings: members, names, versions, the blocks of each axis. */
export function checkForm(input: unknown, registries: Registries): Problem[] {
	return [
		...checkShape(deploymentShape, input, { at: [] }),
		...checkGroups(input),
		...checkFleet(input),
		...checkBlocks(input, registries),
	];
}

function checkGroups(input: unknown): Problem[] {
	const { groups } = record(input);
	if (!isObject(groups)) return [];
	if (Object.keys(groups).length > 0) return [];
	return [error("empty", ["groups"], "is empty; expected at least one group")];
}

function checkFleet(input: unknown): Problem[] {
	const app = record(record(input).app);
	const minimum = versionOf(app.minimumVersion);
	const maximum = versionOf(app.maximumVersion);
	const atMinimum = ["app", "minimumVersion"];
	const atMaximum = ["app", "maximumVersion"];
	const tooOld = `is older than every version that is known; expected ${oldestKnownVersion} or later`;
	const problems: Problem[] = [];
	if (minimum && compareVersions(minimum, oldestKnownVersion) < 0)
		problems.push(error("unknown-app-version", atMinimum, tooOld));
	if (maximum && compareVersions(maximum, oldestKnownVersion) < 0)
		problems.push(error("unknown-app-version", atMaximum, tooOld));
	if (maximum && minimum && compareVersions(minimum, maximum) > 0) {
		problems.push(error("version-range", atMinimum, `is newer than app.maximumVersion ${maximum}; swap the two`));
	}
	return [...problems, ...beyondFacts(minimum, atMinimum), ...beyondFacts(maximum, atMaximum)];
}

function beyondFacts(version: AppVersion | undefined, at: Path): Problem[] {
	const { app, date } = factsEdition;
	if (!version || compareVersions(version, app) <= 0) return [];
	const message = `is newer than ${app} of ${date}, where the facts end; keys, rules and hosts are those of that version`;
	return [warning("unknown-app-version", at, message)];
}

function checkBlocks(input: unknown, { firewall, profiles, templates, stores }: Registries): Problem[] {
	const formats: Readonly<Record<string, FormatFacts<object>>> = { ...profiles, ...templates };
	const blocks = record(input);
	return [
		...checkAxis(blocks.firewall, ["firewall"], "firewall backend", firewall, (backend, block, at) =>
			checkShape(blockShape(backend), block, { at }),
		),
		...checkLeaveTo(record(blocks.firewall)),
		...checkScopes(record(blocks.firewall), record(blocks.groups), firewall),
		...checkAxis(blocks.profiles, ["profiles"], "profile format", formats, ({ options }, block, at) =>
			checkShape(object(options), block, { at }),
		),
		...checkAxis(blocks.publish, ["publish"], "artifact store", stores, ({ options }, block, at) =>
			checkShape(options, block, { at }),
		),
	];
}

function checkAxis<Variant>(
	blocks: unknown,
	at: Path,
	what: string,
	variants: Readonly<Record<string, Variant>>,
	check: (variant: Variant, block: unknown, at: Path) => readonly Problem[],
): Problem[] {
	return Object.entries(record(blocks)).flatMap(([each, block]) => {
		const variant = Object.hasOwn(variants, each) ? variants[each] : undefined;
		if (variant !== undefined) return check(variant, block, [...at, each]);
		return [error("unknown-member", [...at, each], `unknown ${what}; ${suggestName(each, Object.keys(variants))}`)];
	});
}

function record(value: unknown): Record<string, unknown> {
	return isObject(value) ? value : {};
}
