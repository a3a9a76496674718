import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { reasonOf } from "../files/fault.js";
import { isObject } from "../json.js";
import type { PolicyRule } from "../policy/policy-rule.js";
import { CommandExit } from "./exit.js";

/** Rules of an organisation's own, from modules that the command was told to run. */
export async function loadRules(modules: readonly string[]): Promise<PolicyRule[]> {
	const rules: PolicyRule[] = [];
	for (const module of modules) rules.push(...(await loadModule(module)));
	return rules;
}

async function loadModule(file: string): Promise<readonly PolicyRule[]> {
	if (!existsSync(file)) throw new CommandExit(2, `cannot load rules of ${file}: there is no such file`);
	const address = pathToFileURL(path.resolve(file)).href;
	const loaded: { readonly default?: unknown } = await import(address).catch((fault: unknown) => {
		throw new CommandExit(2, `cannot load rules of ${file}: ${whyNotLoaded(fault)}`);
	});
	const given: readonly unknown[] = Array.isArray(loaded.default) ? loaded.default : [loaded.default];
	return given.map((each, index) => {
		if (isRule(each)) return each;
		const which = Array.isArray(loaded.default) ? `item ${index} of its default export` : "its default export";
		throw new CommandExit(2, `cannot load rules of ${file}: ${which} is no rule; export what definePolicyRule returns`);
	});
}

function whyNotLoaded(fault: unknown): string {
	if (!(fault instanceof Error)) return "it throws something else than an error";
	if ("code" in fault && fault.code === "ERR_UNKNOWN_FILE_EXTENSION") {
		return "this Node runs no TypeScript; compile it to JavaScript, or take Node 22.18 or later";
	}
	return "code" in fault && fault.code === "ERR_MODULE_NOT_FOUND" ? fault.message : reasonOf(fault);
}

const texts = ["title", "why", "fix"];

function isRule(value: unknown): value is PolicyRule {
	if (!isObject(value)) return false;
	const { id, severity, check, checkResource } = value;
	return (
		typeof id === "string" &&
		/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) &&
		texts.every((name) => typeof value[name] === "string") &&
		(severity === "error" || severity === "warning") &&
		[check, checkResource].some((each) => typeof each === "function")
	);
}
