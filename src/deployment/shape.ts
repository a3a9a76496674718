import { z } from "zod";
import { presets } from "../configuration/presets.js";
import { uuid } from "../configuration/values/identifier.js";
import { checkLeaveTo } from "../firewall/check-leave-to.js";
import { ruleSetOptions } from "../firewall/rule-set-options.js";
import { isObject } from "../json.js";
import { suggestName } from "../nearest-name.js";
import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { platforms } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import { checkSchema, members } from "../schema.js";
import { type AppVersion, compareVersions, isAppVersion, newestKnownVersion, oldestKnownVersion } from "../version.js";

const name = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, {
	error: "is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens",
});

const version = z.string().refine(isAppVersion, {
	error: `is no app version; expected three numbers such as "${newestKnownVersion}"`,
});

const identifier = z.string().regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, {
	error:
		"is no reverse-DNS identifier; expected at least two labels of letters, digits and hyphens, such as com.example.cowork",
});

/** Values by managed key; each is checked against the catalogue elsewhere. */
const settings = z.record(z.string(), z.unknown());

/** Options by variant; each is checked against its variant elsewhere. */
const blocks = z.record(z.string(), z.unknown());

const group = members({
	preset: z.enum(Object.keys(presets) as [string, ...string[]]),
	settings: settings.optional(),
	extraSettings: settings.optional(),
	platforms: z.array(z.enum(platforms)).min(1).optional(),
	members: members({
		identityCenterGroup: z.string().min(1).optional(),
		googleGroup: z.string().min(1).optional(),
		entraGroupId: uuid.optional(),
	}).optional(),
	inference: z.unknown().optional(),
});

const deployment = members({
	name,
	organization: members({ name: z.string().min(1), uuid: z.unknown().optional(), identifier: identifier.optional() }),
	app: members({
		minimumVersion: version.optional(),
		maximumVersion: version.optional(),
		installer: z.enum(["online", "offline"]).optional(),
	}).optional(),
	inference: z.unknown().optional(),
	settings: settings.optional(),
	extraSettings: settings.optional(),
	groups: z.record(z.string(), group),
	firewall: blocks.optional(),
	profiles: blocks.optional(),
	publish: blocks.optional(),
});

/** Everything about a deployment but inference and settings: members, names, versions, the blocks of each axis. */
export function checkShape(input: unknown, registries: Registries): Problem[] {
	return [
		...checkSchema(deployment, input, { at: [] }),
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
	return names.flatMap((each) => checkSchema(name, each, { at: ["groups", each] }));
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
