import { isByHand } from "../configuration/managed-configuration.js";
import { isRestrictive } from "../configuration/restriction.js";
import { error, type Problem, warning } from "../problem.js";
import { compareVersions, versionOf } from "../version.js";
import { findCodeSetting, findCodeVariable } from "./catalogue.js";
import type { CodeConfiguration } from "./code-configuration.js";

/**
 * Settings that the oldest Claude Code of the fleet does not know. Which that is, `requiredMinimumVersion` says, below
 * which the program does not start; where it is not written, nothing is gated.
 */
export function checkCodeVersions({ settings }: CodeConfiguration): Problem[] {
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
