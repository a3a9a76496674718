import type { Path } from "../../../path.js";
import { type Problem, warning } from "../../../problem.js";

/** Days before its end from which a key is spoken of. */
const noticeDays = 30;
const dayMs = 86_400_000;

/** A key that stands, as AWS tells of it. */
export interface StandingKey {
	/** Principal and label, such as `shared.current`. */
	readonly name: string;
	/** ISO 8601, or `never`. */
	readonly expiry: string;
	/** Days that it was made for, or `never`. */
	readonly age: string;
	/** Days that the deployment says now, or `never`. */
	readonly saidAge: string;
}

/** What people must know of a key; `at` is where `bearerKey` stands. */
export function checkStandingKey(key: StandingKey, now: Date, at: Path): Problem[] {
	return [...checkEnd(key, now, at), ...checkAge(key, at)];
}

function checkEnd({ name, expiry }: StandingKey, now: Date, at: Path): Problem[] {
	const left = (Date.parse(expiry) - now.getTime()) / dayMs;
	// What never ends is no date.
	if (Number.isNaN(left) || left > noticeDays) return [];
	const date = new Date(expiry).toISOString().slice(0, "2026-11-29".length);
	const days = Math.ceil(left) === 1 ? "1 day" : `${Math.ceil(left)} days`;
	const when = left < 0 ? `ended on ${date}` : `ends on ${date}, in ${days}`;
	const message = `key ${name} ${when}, and devices that hold it call nothing from then on; make the next one with a new label under current, and put this one's under previous until devices have changed over`;
	return [warning("key-ends", at, message)];
}

function checkAge({ name, age, saidAge }: StandingKey, at: Path): Problem[] {
	if (age === saidAge) return [];
	const [was, said] = [age, saidAge].map((days) => (days === "never" ? "without an end" : `for ${days} days`));
	const message = `key ${name} was made ${was} and stays so; one ${said} needs a new label under current`;
	return [warning("key-keeps-age", [...at, "ageDays"], message)];
}
