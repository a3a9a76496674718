import { readFileSync } from "node:fs";
import { compileBundle } from "../../src/bundle/compile.js";
import type { CompileOptions } from "../../src/bundle/compile-with.js";
import { loadDeployment } from "../../src/deployment/load.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { ParseResult } from "../../src/deployment/parse-with.js";
import { registries } from "../../src/registries.js";

/** Two groups that need the same hosts, and a secret that only profiles carry. */
export const twins = {
	name: "eu",
	organization: {
		name: "Example Corp",
		uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11",
		identifier: "com.example.cowork",
	},
	inference: {
		gateway: {
			baseUrl: "https://llm.example.com",
			models: ["claude-sonnet-5"],
			signIn: { apiKey: { fromEnv: "GATEWAY_KEY" } },
		},
	},
	groups: {
		pilot: { preset: "none", platforms: ["windows", "macos"] },
		general: { preset: "none", platforms: ["macos", "windows"] },
	},
	firewall: { squid: { dedicated: true, accept: ["widened"] }, hosts: { accept: ["narrowed"] } },
};

/** Every format that comes by device management, and every template, as a deployment chooses them without options. */
export const everyFormat: Readonly<Record<string, object>> = Object.fromEntries([
	...Object.entries(registries.profiles).flatMap(([word, { delivery }]) =>
		delivery === "bootstrap" ? [] : [[word, {}]],
	),
	...Object.keys(registries.templates).map((word) => [word, {}]),
]);

/** What can be had of secrets in these tests. */
export const secretValues: Readonly<Record<string, string>> = {
	GATEWAY_KEY: "key-of-the-gateway",
	OTLP_TOKEN: "token-of-the-collector",
};

export const everySecret: Pick<CompileOptions, "secrets"> = {
	secrets: (reference) => ("fromEnv" in reference ? secretValues[reference.fromEnv] : undefined),
};

/** A parsed and compiled deployment, with its files as text and as JSON. */
export async function compile(input: unknown, options: CompileOptions = {}) {
	return compileParsed(parseDeployment(input, options.registries ? { registries: options.registries } : {}), options);
}

/** {@link compile} for a deployment file and what it extends. */
export async function compileFile(file: string, options: CompileOptions = {}) {
	const { value, locate, problems } = loadDeployment(file, (each) => readFileSync(each, "utf8"));
	return compileParsed(parseDeployment(value, { locate, found: problems }), options);
}

async function compileParsed(parsed: ParseResult, options: CompileOptions) {
	const { bundle, warnings } = await compileBundle(parsed, options);
	const find = (path: string) => {
		const file = bundle.files.find((each) => each.path === path);
		if (!file) throw new Error(`the bundle has no ${path}; it has ${bundle.files.map((each) => each.path).join(" ")}`);
		return file;
	};
	const text = (path: string) => Buffer.from(find(path).content).toString("utf8");
	return {
		deployment: parsed.deployment,
		bundle,
		warnings,
		/** Of parsing and compiling. */
		allWarnings: [...parsed.warnings, ...warnings],
		paths: bundle.files.map((file) => file.path),
		find,
		text,
		json: (path: string): unknown => JSON.parse(text(path)),
	};
}

/** The same data with the members of every object in the opposite order; lists as they are. */
export function reversed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([name, member]) => [name, reversed(member)]),
	);
}
