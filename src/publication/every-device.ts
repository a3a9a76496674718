import type { TimeBound } from "../configuration/time-bound.js";

/** Sentences that say when every device has what its ring stands at, for apps old and new. */
export function everyDevice({ since, recheckMinutes, relaunchHours }: TimeBound): string[] {
	const restart =
		relaunchHours === 0 ? "at once" : `within ${relaunchHours} hour${relaunchHours === 1 ? "" : "s"} of that`;
	return [
		"A device has its files when what manages it has delivered them, which it does only to devices that are on.",
		`From then on an app of ${since} or later, while it runs, sees them within ${recheckMinutes} minutes, and has to restart ${restart}.`,
		"An older app takes them the next time that it starts: until people quit it, it runs with what it had.",
	];
}
