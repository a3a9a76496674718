import type fc from "fast-check";

type Limits = Pick<fc.Parameters<never>, "numRuns" | "interruptAfterTimeLimit" | "markInterruptAsFailure">;

/** How long `npm run fuzz` goes on with each target, in milliseconds; undefined in `npm test`. */
const time = process.env.FUZZ_SECONDS === undefined ? undefined : Number(process.env.FUZZ_SECONDS) * 1000;

/**
 * How a target is run: in `npm test` over a corpus that is the same each time, in `npm run fuzz` over another each time
 * for as long as one likes. What fails is told with its seed and as small as it can be made.
 */
export function fuzzing(corpus: number): Limits {
	if (time === undefined) return { numRuns: corpus };
	return { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: time, markInterruptAsFailure: false };
}

/** Long enough for what a target does in either. */
export const timeout = time === undefined ? 120_000 : 2 * time + 120_000;
