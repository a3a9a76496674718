import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isObject } from "../../src/json.js";

/** The configuration of an example's stack, as the engine hands it to a program. */
export function stackConfiguration(project: string, stack: string): Record<string, string> {
	const file: unknown = parse(readFileSync(`examples/${project}/Pulumi.${stack}.yaml`, "utf8"));
	const config = isObject(file) && isObject(file.config) ? file.config : {};
	return Object.fromEntries(
		Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
	);
}
