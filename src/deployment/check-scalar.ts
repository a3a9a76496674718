import type { Scalar } from "yaml";
import type { Path } from "../path.js";
import { error, type Problem } from "../problem.js";
import { type EngineReading, engineReading } from "./engine-scalar.js";

const stack = "in a stack's configuration";
const cure = "put it in quotes";
const questionMark = `starts with ?, which readers take differently; ${cure}`;

/** What is wrong with a scalar that Pulumi's engine understands differently; its place says whether it may be told. */
export function checkScalar(scalar: Scalar, path: Path): readonly Problem[] {
	if (scalar.tag !== undefined && scalar.tag !== "tag:yaml.org,2002:str") {
		return differs(path, "has a tag, which readers take differently; remove it, and put text in quotes");
	}
	const text = plainText(scalar);
	if (text === undefined) return [];
	if (text.startsWith("?")) return differs(path, questionMark);
	const there = engineReading(text);
	if (there.kind === "value" && there.value === scalar.value) return [];
	if (mayBeSecret(path)) return differs(path, `is one value here and another ${stack}; ${cure}`);
	const readings = `${describe(scalar.value)} here and ${describeReading(there)} ${stack}`;
	return differs(path, `is ${readings}; ${cure}${orPlainly(there)}`);
}

/** What is wrong with the name of a member, which stands at a path, that is another name to Pulumi's engine. */
export function checkMemberName(scalar: Scalar, path: Path): readonly Problem[] {
	const text = plainText(scalar);
	if (text === undefined) return [];
	if (text.startsWith("?")) return differs(path, questionMark);
	const there = engineReading(text);
	if (there.kind === "value" && nameOf(there.value) === text) return [];
	return differs(path, `is a name here and ${describeReading(there)} ${stack}; ${cure}`);
}

function differs(path: Path, message: string): readonly Problem[] {
	return [error("read-differently", path, message)];
}

function plainText({ type, tag, source }: Scalar): string | undefined {
	return type === "PLAIN" && tag === undefined ? (source ?? "") : undefined;
}

/** The name that a member gets there; undefined for numbers that may be written in several ways. */
function nameOf(value: string | number | boolean | null): string | undefined {
	if (value === null) return undefined;
	if (typeof value !== "number") return String(value);
	const isShort = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6;
	return Number.isSafeInteger(value) || isShort ? String(value) : undefined;
}

function mayBeSecret(path: Path): boolean {
	return path.some((step) => typeof step === "string" && /auth|token|key|secret|cookie|pass/i.test(step));
}

function describe(value: unknown): string {
	if (value === null) return "nothing";
	if (typeof value === "string") return "text";
	return Number.isFinite(value) || typeof value === "boolean" ? String(value) : "no finite number";
}

function describeReading(there: EngineReading): string {
	if (there.kind === "date") return "a date";
	return there.kind === "refused" ? "an error" : describe(there.value);
}

function orPlainly(there: EngineReading): string {
	return there.kind === "value" && typeof there.value === "number" ? ", or write a number in plain decimal digits" : "";
}
