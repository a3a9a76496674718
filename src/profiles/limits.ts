import type { Limit } from "../evidence.js";
import type { Problem } from "../problem.js";

/** What Microsoft Intune takes of a profile for macOS that it passes on as it is. */
export const intuneCustomProfile: Limit = {
	most: 1_000_000,
	of: "bytes in a custom profile of Microsoft Intune",
	source: "https://learn.microsoft.com/intune/intune-service/configuration/custom-settings-macos",
};

/** What Microsoft Intune documents for a script; the service was seen to take more. */
export const intuneScript: Limit = {
	most: 200 * 1024,
	of: "bytes in a script of Microsoft Intune",
	source: "https://learn.microsoft.com/intune/intune-service/fundamentals/remediations",
};

/** Nothing where a count keeps to a limit; a problem without a path where it does not. */
export function overLimit(severity: Problem["severity"], count: number, { most, of }: Limit): readonly Problem[] {
	if (count <= most) return [];
	return [{ severity, code: "over-limit", path: [], message: `would be ${count} ${of}; expected at most ${most}` }];
}
