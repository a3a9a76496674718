import { isJsonObject, type JsonObject, type JsonValue, prettyJson } from "../../json.js";
import { token, tokensIn } from "../../reference/token.js";
import type { RuleFile } from "../backend.js";

/** A stack in the words of CloudFormation. */
export interface Stack {
	readonly description: string;
	/** By logical id. */
	readonly resources: Readonly<Record<string, { readonly Type: string; readonly Properties: JsonObject }>>;
	/** What it shows, by name. */
	readonly outputs: Readonly<Record<string, JsonObject>>;
}

/**
 * `template.json`, or of another name: the same resources for teams that deploy by CloudFormation, and for linters. What only a program knows
 * is a parameter of the stack.
 */
export function templateFile({ description, resources, outputs }: Stack, name = "template"): RuleFile {
	const names = tokensIn(resources);
	const parameters = Object.fromEntries(names.map((name) => [parameterName(name), { Type: "String" }]));
	const template = {
		AWSTemplateFormatVersion: "2010-09-09",
		Description: description,
		...(names.length > 0 && { Parameters: parameters }),
		Resources: withParameters(resources),
		Outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { Value: value }])),
	};
	return { name: `${name}.json`, mediaType: "application/json", content: prettyJson(template) };
}

/** What comes of a resource of the stack. */
export function attribute(logicalId: string, name: string): JsonObject {
	return { "Fn::GetAtt": [logicalId, name] };
}

export function tagList(tags: Readonly<Record<string, string>> | undefined): JsonObject {
	if (tags === undefined) return {};
	return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
}

/** `VpcId` of `firewall.awsDnsFirewall.vpcId`. */
function parameterName(place: string): string {
	const last = /(?<![A-Za-z0-9])[A-Za-z0-9]+$/.exec(place)?.[0] ?? "";
	return last.slice(0, 1).toUpperCase() + last.slice(1);
}

function withParameters(value: JsonValue): JsonValue {
	if (typeof value === "string") {
		const [name] = tokensIn(value);
		return name !== undefined && value === token(name) ? { Ref: parameterName(name) } : value;
	}
	if (Array.isArray(value)) return value.map(withParameters);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withParameters(member)]));
}
