import { isJsonObject, type JsonObject, type JsonValue } from "../json.js";

/** A statement of an IAM policy of AWS, in its longest shape. */
export interface ReadStatement {
	readonly isAllow: boolean;
	readonly actions: readonly string[];
	/** Whether it names what it does not allow, and allows everything else. */
	readonly allActionsBut: boolean;
	readonly resources: readonly string[];
	/** Whether it says whom it allows, as policies do that a resource carries. */
	readonly isCarried: boolean;
	/** Whether anybody at all is named. */
	readonly anybody: boolean;
	readonly isConditional: boolean;
}

/** The statements of every IAM policy that stands among some properties. */
export function statementsIn(properties: JsonObject): ReadStatement[] {
	return Object.values(properties)
		.flatMap((value) => (isPolicy(value) ? listOf(value.Statement) : []))
		.flatMap(read);
}

function isPolicy(value: JsonValue): value is JsonObject {
	return isJsonObject(value) && value.Statement !== undefined;
}

function read(statement: JsonValue): ReadStatement[] {
	if (!isJsonObject(statement)) return [];
	const { Effect, Action, NotAction, Resource, Principal, Condition } = statement;
	return [
		{
			isAllow: Effect === "Allow",
			actions: textsOf(Action),
			allActionsBut: NotAction !== undefined,
			resources: textsOf(Resource),
			isCarried: Principal !== undefined,
			anybody: isAnybody(Principal),
			isConditional: isJsonObject(Condition) && Object.keys(Condition).length > 0,
		},
	];
}

function isAnybody(principal: JsonValue | undefined): boolean {
	if (principal === "*") return true;
	return isJsonObject(principal) && Object.values(principal).some((named) => textsOf(named).includes("*"));
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
	if (value === undefined) return [];
	return Array.isArray(value) ? value : [value];
}

function textsOf(value: JsonValue | undefined): string[] {
	return listOf(value).filter((each) => typeof each === "string");
}
