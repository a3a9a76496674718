import type { z } from "zod";
import { checkLeaveTo } from "../firewall/check-leave-to.js";
import { ruleSetOptions } from "../firewall/rule-set-options.js";
import { isObject } from "../json.js";
import { suggestName } from "../nearest-name.js";
import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import type { Registries } from "../registries.js";
import { checkSchema, members } from "../schema.js";
import { checkShape } from "../shape/check-shape.js";
import { type AppVersion, compareVersions, isAppVersion, newestKnownVersion, oldestKnownVersion } from "../version.js";
import { deploymentShape, nameShape } from "./deployment-shape.js";

/** Everything about a deployment but inference and settings: members, names, versions, the blocks of each axis. */
export function checkForm(input: unknown, registries: Registries): Problem[] {
	return [
		...checkShape(deploymentShape, input, { at: [] }),
		...checkNames(input),
		...checkFleet(input),
		...checkBlocks(input, registries),
	];
}

function checkNames(input: unknown): Problem[] {
	const { groups } = record(input);
	if (!isObject(groups)) return [];
	const names = Object.keys(groups);
	if (names.length === 0) return [error("empty", ["groups"], "is empty; expected at least one group")];
	return names.flatMap((each) => checkShape(nameShape, each, { at: ["groups", each] }));
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
	} else if (minimum && compareVersions(minimum, newestKnownVersion) > 0) {
		const because = `is newer than ${newestKnownVersion}, the newest version that is known`;
		problems.push(warning("unknown-app-version", atMinimum, `${because}; keys and hosts are those of that version`));
	}
	return problems;
}

function versionOf(value: unknown): AppVersion | undefined {
	return typeof value === "string" && isAppVersion(value) ? value : undefined;
}

function checkBlocks(input: unknown, registries: Registries): Problem[] {
	const empty = members({});
	const formats = Object.fromEntries(Object.keys(registries.profiles).map((each) => [each, { options: empty }]));
	const backends = Object.fromEntries(
		Object.entries(registries.firewall).map(([each, { options }]) => [
			each,
			{ options: members({ ...options, ...ruleSetOptions }) },
		]),
	);
	return [
		...checkAxis(record(input).firewall, ["firewall"], "firewall backend", backends),
		...checkLeaveTo(record(record(input).firewall)),
		...checkAxis(record(input).profiles, ["profiles"], "profile format", formats),
		...checkAxis(record(input).publish, ["publish"], "artifact store", registries.stores),
	];
}

function checkAxis(
	block: unknown,
	at: Path,
	what: string,
	variants: Readonly<Record<string, { readonly options: z.ZodType }>>,
): Problem[] {
	return Object.entries(record(block)).flatMap(([each, options]) => {
		const variant = Object.hasOwn(variants, each) ? variants[each] : undefined;
		if (!variant)
			return [error("unknown-member", [...at, each], `unknown ${what}; ${suggestName(each, Object.keys(variants))}`)];
		return checkSchema(variant.options, options, { at: [...at, each] });
	});
}

function record(value: unknown): Record<string, unknown> {
	return isObject(value) ? value : {};
}
