import type { Problem } from "./problem.js";

/**
 * What came of making something: the value, with warnings beside it perhaps, or no value and the errors that stood in
 * its way. The one form in which makers fail.
 */
export type Outcome<Value> = Made<Value> | Refused;

export interface Made<Value> {
	readonly value: Value;
	readonly problems: readonly Problem[];
}

export interface Refused {
	readonly value?: undefined;
	/** At least one error. */
	readonly problems: readonly Problem[];
}

export function made<Value>(value: Value, problems: readonly Problem[] = []): Made<Value> {
	return { value, problems };
}

export function refused(...problems: readonly Problem[]): Refused {
	return { problems };
}
