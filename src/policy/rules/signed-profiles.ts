import { knownCodeFormats } from "../../profiles/claude-code/known.js";
import { knownFormats } from "../../profiles/known.js";
import type { ReviewedDeployment } from "../../review/reviewed-deployment.js";
import { definePolicyRule } from "../policy-rule.js";

/** https://support.apple.com/guide/deployment/intro-to-mdm-profiles-depc0aadd3fe/web */
export const signedProfiles = definePolicyRule({
	id: "signed-profiles",
	title: "every profile that can be signed is",
	why: "A device shows nobody who made an unsigned profile, and takes one that was changed on its way.",
	fix: "Give the format a sign block with the organisation's certificate and a reference to its key.",
	severity: "error",
	check: (deployment) =>
		unsigned(deployment).map((word) => ({
			subject: word,
			says: `${word} is written unsigned`,
			at: { path: Object.hasOwn(deployment.profiles, word) ? `profiles.${word}` : "profiles" },
		})),
});

function unsigned({ profiles, groups }: ReviewedDeployment): string[] {
	const devices = Object.values(groups);
	return [
		...unsignedOf(
			profiles,
			knownFormats,
			devices.some(({ platforms }) => platforms.includes("macos")),
		),
		...unsignedOf(
			profiles,
			knownCodeFormats,
			devices.some(({ platforms, claudeCode }) => claudeCode !== undefined && platforms.includes("macos")),
		),
	];
}

/** Of the formats of one program: what can be signed today is for macOS alone. */
function unsignedOf(
	profiles: ReviewedDeployment["profiles"],
	formats: Readonly<Record<string, { readonly options: readonly string[]; readonly byDefault?: boolean }>>,
	reachesMacos: boolean,
): string[] {
	// Templates, and formats for the other program, take the place of none.
	const chosen = Object.keys(profiles).filter((word) => Object.hasOwn(formats, word));
	return Object.entries(formats).flatMap(([word, { options, byDefault }]) => {
		const isWritten = chosen.length === 0 ? byDefault === true : chosen.includes(word);
		return isWritten && reachesMacos && options.includes("sign") && profiles[word]?.sign === undefined ? [word] : [];
	});
}
