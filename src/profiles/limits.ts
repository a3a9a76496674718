import type { Limit } from "../evidence.js";
import { below, type Problem } from "../problem.js";
import type { EncodedSetting } from "./settings.js";

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

/** What an entry of a registry policy file holds, the null character at its end included. */
export const policyFileData: Limit = {
	most: 65_535,
	of: "bytes in an entry of Registry.pol",
	source: "https://learn.microsoft.com/openspecs/windows_protocols/ms-gpreg/5c092c22-bf6b-4e7f-b180-b20743d368f5",
};

/** What a text of our policy definitions may have; without a word of theirs it would be 1,023. */
export const policyText: Limit = {
	most: 1_000_000,
	of: "characters in a text of a policy",
	source:
		"https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/cc753757(v=ws.10)",
};

/** Nothing where a count keeps to a limit; a problem without a path where it does not. */
export function overLimit(severity: Problem["severity"], count: number, { most, of }: Limit): readonly Problem[] {
	if (count <= most) return [];
	return [{ severity, code: "over-limit", path: [], message: `would be ${count} ${of}; expected at most ${most}` }];
}

/** An error at each setting whose text counts more than a limit. */
export function settingsOverLimit(
	settings: readonly Pick<EncodedSetting, "name" | "text">[],
	count: (text: string) => number,
	limit: Limit,
): readonly Problem[] {
	return settings.flatMap(({ name, text }) =>
		overLimit("error", count(text), limit).map((problem) => below([name], problem)),
	);
}
