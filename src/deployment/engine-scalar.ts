/**
 * What Pulumi's engine makes of a plain scalar: it reads YAML with a library for Go that still knows much of YAML 1.1.
 * https://github.com/go-yaml/yaml/blob/v3/resolve.go
 */
export type EngineReading =
	| { readonly kind: "value"; readonly value: string | number | boolean | null }
	/** In a program, text such as `2026-01-01 00:00:00 +0000 UTC`. */
	| { readonly kind: "date" }
	/** A number that is none in JSON, with which the engine refuses the whole file. */
	| { readonly kind: "refused" };

const words: Readonly<Record<string, boolean | null>> = {
	"": null,
	"~": null,
	null: null,
	Null: null,
	NULL: null,
	true: true,
	True: true,
	TRUE: true,
	false: false,
	False: false,
	FALSE: false,
};

/** The reading of text that is not quoted and has no tag. */
export function engineReading(text: string): EngineReading {
	if (Object.hasOwn(words, text)) return reading(words[text] ?? null);
	if (/^(?:[+-]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(text)) return { kind: "refused" };
	if (text.startsWith(".")) return reading(fraction(text) ?? text);
	if (!/^[+\-0-9]/.test(text)) return reading(text);
	if (isDate(text)) return { kind: "date" };
	const digits = text.replaceAll("_", "");
	return reading(wholeNumber(digits) ?? decimal(digits) ?? signedLate(digits) ?? text);
}

function reading(value: string | number | boolean | null): EngineReading {
	return { kind: "value", value };
}

/** A number so large that it has no value is text. */
function decimal(text: string): number | undefined {
	if (!/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
	const value = Number(text);
	return Number.isFinite(value) ? value : undefined;
}

/** Only here must a digit stand on both sides of an underscore. */
function fraction(text: string): number | undefined {
	return /_(?!\d)|(?<!\d)_/.test(text) ? undefined : decimal(text.replaceAll("_", ""));
}

/** By its prefix binary, octal or hexadecimal; a leading zero is a prefix too. */
function wholeNumber(text: string): number | undefined {
	const [, sign = "", hexadecimal, binary, octal, older, plain] =
		/^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|0([0-7]+)|(0|[1-9]\d*))$/.exec(text) ?? [];
	const eights = octal ?? older;
	if (hexadecimal !== undefined) return bounded(sign, `0x${hexadecimal}`);
	if (binary !== undefined) return bounded(sign, `0b${binary}`);
	if (eights !== undefined) return bounded(sign, `0o${eights}`);
	return plain === undefined ? undefined : bounded(sign, plain);
}

/** `0b-11`, of which the library cuts off the prefix before it looks for a sign. */
function signedLate(text: string): number | undefined {
	const [, prefix = "", sign = "", digits = ""] = /^(0[bo])([-+])([0-7]+)$/.exec(text) ?? [];
	if (digits === "" || (prefix === "0b" && /[2-7]/.test(digits))) return undefined;
	return bounded(sign, prefix + digits);
}

/** Only what 64 bits hold: with a sign up to 2^63, without one up to 2^64. */
function bounded(sign: string, magnitude: string): number | undefined {
	const value = BigInt(magnitude) * (sign === "-" ? -1n : 1n);
	const fits = sign === "" ? value < 2n ** 64n : BigInt.asIntN(64, value) === value;
	return fits ? Number(value) : undefined;
}

const date = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt]| +)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[-+]\d\d:\d\d)?)?$/;

function isDate(text: string): boolean {
	const [, year, month, day, separator, hour, minute, second, zone] = date.exec(text) ?? [];
	if (year === undefined || !isDay(Number(year), Number(month), Number(day))) return false;
	if (separator === undefined) return true;
	// Behind a space no zone is known, and behind a T one is needed.
	if (separator.startsWith(" ") !== (zone === undefined)) return false;
	const [hours = 0, minutes = 0] = (zone ?? "Z").slice(1).split(":").map(Number);
	return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && hours <= 24 && minutes <= 60;
}

function isDay(year: number, month: number, day: number): boolean {
	if (month < 1 || month > 12 || day < 1) return false;
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
	return day <= days;
}
