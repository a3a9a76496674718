import { isByHand } from "../configuration/managed-configuration.js";
import { isRestrictive } from "../configuration/restriction.js";
import { error, type Problem, warning } from "../problem.js";
import { compareVersions, versionOf } from "../version.js";
import { findCodeSetting, findCodeVariable } from "./catalogue.js";
import type { CodeConfiguration } from "./code-configuration.js";
import type { CodeGroup } from "./code-group.js";

/** Settings that some program of the fleet does not know. */
export function checkCodeVersions(group: CodeGroup): Problem[] {
	return [...unknownToCode(group.code), ...unknownToDesktop(group), ...undescribed(group.code)];
}

/**
 * Of Claude Code the oldest is what `requiredMinimumVersion` says, below which the program does not start; where it is
 * not written, nothing is gated.
 */
function unknownToCode({ settings }: CodeConfiguration): Problem[] {
	const oldest = versionOf(settings.get("requiredMinimumVersion")?.value);
	const newest = versionOf(settings.get("requiredMaximumVersion")?.value);
	if (!oldest) return [];
	const range: Problem[] =
		newest && compareVersions(oldest, newest) > 0
			? [
					error(
						"version-range",
						settings.get("requiredMinimumVersion")?.path ?? [],
						`is newer than requiredMaximumVersion ${newest}, so that no version starts; swap the two`,
					),
				]
			: [];
	return [
		...range,
		...[...settings].flatMap(([name, { value, layer, path }]) => {
			const known = name.startsWith("env.") ? findCodeVariable(name.slice(4)) : findCodeSetting(name);
			if (!known?.since || compareVersions(known.since, oldest) <= 0) return [];
			const message = `is not known to Claude Code before ${known.since}, while requiredMinimumVersion lets ${oldest} start`;
			const closes = "restricts" in known && isRestrictive(known.restricts, value);
			return [
				closes && isByHand(layer) ? error("too-new-setting", path, message) : warning("too-new-setting", path, message),
			];
		}),
	];
}

/** What Claude Desktop alone reads, it reads from some version on. */
function unknownToDesktop({ code, gated, fleet: { oldest } }: CodeGroup): Problem[] {
	if (!gated) return [];
	return [...code.settings].flatMap(([name, { value, layer, path }]) => {
		const known = findCodeSetting(name);
		if (!known?.sinceDesktop || compareVersions(known.sinceDesktop, oldest) <= 0) return [];
		const unknown = `${name} is read by apps from ${known.sinceDesktop} on, and the fleet's oldest is ${oldest}`;
		if (!isByHand(layer) || !isRestrictive(known.restricts, value)) {
			return [warning("unknown-to-oldest-app", path, `${unknown}; older apps ignore it`)];
		}
		const message = `${unknown}: older apps would not apply this restriction and say nothing; raise app.minimumVersion or remove it`;
		return [error("unknown-to-oldest-app", path, message)];
	});
}

/** What people wrote of which no page says what it does. */
function undescribed({ settings, followed }: CodeConfiguration): Problem[] {
	return [...settings].flatMap(([name, { layer, path }]) => {
		const known = name.startsWith("env.") ? findCodeVariable(name.slice(4)) : findCodeSetting(name);
		if (!known?.unverified || followed.has(name) || !isByHand(layer)) return [];
		const message =
			"is described on no page that this catalogue rests on, only named in the vendor's published program; try it on one device first";
		return [warning("unverified-setting", path, message)];
	});
}
