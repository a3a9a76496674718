import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { bundle } from "../examples/readme/deployment.js";
import { type Preset, presets } from "../src/configuration/presets.js";
import type { FirewallBackend } from "../src/firewall/backend.js";
import { firewallBackends } from "../src/firewall/index.js";
import type { InferenceRoute, SignIn } from "../src/inference/route.js";
import { inferenceRoutes } from "../src/inference/routes/index.js";
import { formatProblem } from "../src/problem.js";
import type { CodeFormat } from "../src/profiles/claude-code/code-format.js";
import { codeFormats } from "../src/profiles/claude-code/index.js";
import type { ProfileFormat, ProfileTemplate } from "../src/profiles/format.js";
import { profileFormats, profileTemplates } from "../src/profiles/index.js";
import { compile, compileFile, everySecret } from "./bundle/compiled.js";
import { invoke } from "./cli/invoke.js";
import { shippedCommand, temporaryFolder } from "./support/command.js";
import { inFolder } from "./support/in-folder.js";
import { record } from "./support/pulumi.js";

const folder = temporaryFolder();
const command = shippedCommand();
/** What people read, by the name of its file: the README, and the pages of reference that it leads to. */
const pages = new Map(
	["README.md", ...readdirSync("docs").flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : []))].map(
		(file) => [file, readFileSync(file, "utf8")],
	),
);
/** Pages that tests of their own hold to the code. */
const elsewhere = ["docs/policies.md", "docs/firewall-semantics.md"];
const here = [...pages].filter(([file]) => !elsewhere.includes(file));

test("pages show what the examples, the registries and the command say", async () => {
	const blocks: Readonly<Record<string, () => string | Promise<string>>> = {
		first: async () => fenced("text", await first()),
		yaml: () => fenced("yaml", readFileSync("examples/readme/deployment.yaml", "utf8")),
		typescript: () => example("deployment"),
		program: () => example("program"),
		perimeter: () => example("perimeter"),
		rings: () => example("rings"),
		compile: () => example("compile"),
		presets: presetTable,
		examples: exampleTable,
		routes,
		profiles,
		firewall,
	};
	const shown = new Set<string>();
	for (const [file, page] of here) {
		let current = page;
		for (const [, name = ""] of page.matchAll(/^<!-- begin (\w+) -->$/gm)) {
			shown.add(name);
			const content = await blocks[name]?.();
			const block = new RegExp(`(<!-- begin ${name} -->\n).*?(<!-- end ${name} -->)`, "s");
			current = current.replace(block, (_, begin: string, end: string) => `${begin}\n${content}\n${end}`);
		}
		await expect(current).toMatchFileSnapshot(path.resolve(file));
	}
	expect([...shown].sort()).toEqual(Object.keys(blocks).sort());
});

test("the two descriptions side by side are the same deployment", async () => {
	expect((await compileFile("examples/readme/deployment.yaml")).bundle).toEqual(bundle);
});

test("they warn of nothing where the secret is there", async () => {
	const { allWarnings } = await compileFile("examples/readme/deployment.yaml", everySecret);
	expect(allWarnings.map(formatProblem)).toEqual([]);
});

const commands = [...pages].flatMap(([file, page]) =>
	[...page.matchAll(/^npx pulumi-cowork (.*?)(?: > \S+)?(?: +#.*)?$/gm)].map(
		([, words = ""]) => [file, words] as const,
	),
);

test.each(commands)("%s: pulumi-cowork %s has the form that the command takes", async (_, words) => {
	const { notices } = await inFolder((folder) => {
		const writes = words.startsWith("init") ? ["--out", path.join(folder, "deployment.yaml")] : [];
		return invoke([...words.split(" "), ...writes]);
	});
	// There is no such file, which is all that may be wrong.
	for (const notice of notices)
		expect(notice).toMatch(/^cannot read [\w.~/:-]+: (?:there is no such file$|that revision has no )/);
});

/** Code of a page that no example holds: without a mark before it. */
function loose(language: string): [string, string][] {
	const block = new RegExp(`(?<!-->\n\n)^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms");
	return here.flatMap(([file, page]) =>
		[...page.matchAll(block)].map(([, code = ""]): [string, string] => [file, code]),
	);
}

test.each(loose("yaml"))("%s has a description that the command takes", async (_, block) => {
	const rest = {
		name: "eu",
		organization: { name: "Acme", uuid: "b7c9e2d4-1a5f-4c38-9e60-2f8d7a6b5c41", identifier: "com.acme.cowork" },
		inference: { gateway: { baseUrl: "https://llm.acme.example", signIn: { interactive: {} } } },
		groups: { pilot: { preset: "none", members: { identityCenterGroup: "claude-pilot" } } },
	};
	const { bundle: made, warnings } = await compile({ ...rest, ...parse(block) });
	expect(made.files.length).toBeGreaterThan(5);
	// What only the account knows is all that may be open.
	expect(warnings.filter(({ code }) => code !== "value-not-known")).toEqual([]);
});

test("every program that a page shows is a file of the examples", () => {
	expect(loose("ts")).toEqual([]);
});

const programs: readonly [string, () => Promise<unknown>][] = [
	["program", () => import("../examples/readme/program.js")],
	["perimeter", () => import("../examples/readme/perimeter.js")],
	["rings", async () => (await import("../examples/readme/rings.js")).rings],
];

test.each(programs)("the %s that a page shows runs, and nothing warns", async (_, run) => {
	vi.spyOn(pulumi.runtime, "getRootDirectory").mockReturnValue(path.resolve("."));
	const { resources, warnings } = await record(run, { config: { "cowork:gatewayKey": "key-of-the-gateway" } });
	expect(resources.map(({ type }) => type)).toContain("pulumi-cowork:index:CoworkDeployment");
	expect(warnings).toEqual([]);
});

test("the compiler that the README shows compiles, and nothing warns", async () => {
	const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
	const { bundle: made, warnings } = await import("../examples/readme/compile.js");
	expect(made.files.length).toBeGreaterThan(10);
	const lines = made.files.map((file) => [`${file.path} ${file.content.length}\n`]);
	expect(said.mock.calls).toEqual(lines);
	expect(warnings).toEqual([]);
});

/** The summary of what `init` writes. */
async function first(): Promise<string> {
	const cwd = path.join(folder(), "first");
	mkdirSync(cwd);
	expect(command.run(["init", "--name", "eu"], {}, { cwd })).toMatchObject({ status: 0, stderr: "" });
	const { status, stdout, stderr } = command.run(["synth", "deployment.yaml", "--out", "out"], {}, { cwd });
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	return stdout;
}

function example(name: string): string {
	return fenced("ts", readFileSync(`examples/readme/${name}.ts`, "utf8").replaceAll("\t", "  "));
}

function presetTable(): string {
	const shown = Object.entries<Preset>(presets).filter(([name]) => name !== "none");
	const keys = [...new Set(shown.flatMap(([, { settings }]) => Object.keys(settings)))].sort();
	const cell = (value: unknown) => (value === undefined ? "" : `\`${JSON.stringify(value)}\``);
	return table(
		["key", ...shown.map(([name]) => `\`${name}\``)],
		[
			...keys.map((key) => [`\`${key}\``, ...shown.map(([, { settings }]) => cell(settings[key]))]),
			["left to the organisation", ...shown.map(([, { expects }]) => expects.map((key) => `\`${key}\``).join(", "))],
		],
	);
}

/** Each example with what it is and when to choose it, which its README begins with. */
function exampleTable(): string {
	const folders = readdirSync("examples").filter((name) => name !== "readme");
	return table(
		["example", "what it is, and when to choose it"],
		folders.map((name) => {
			const [about = ""] = readFileSync(`examples/${name}/README.md`, "utf8").split("\n\n");
			expect(about).toMatch(/choose it/i);
			return [`[\`${name}\`](examples/${name}/README.md)`, about.trim().replaceAll("\n", " ")];
		}),
	);
}

function fenced(language: string, text: string): string {
	return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`);
	return lines.join("");
}

function named(name: string, { title, docs }: { readonly title: string; readonly docs: string }): string[] {
	return [`\`${name}\``, `[${title}](${docs})`];
}

/** Names in code, required ones first and bold. */
function members(shape: Readonly<Record<string, { readonly required?: boolean }>>): string[] {
	const required = Object.keys(shape).filter((name) => shape[name]?.required);
	const optional = Object.keys(shape).filter((name) => !shape[name]?.required);
	return [...required.map((name) => `**\`${name}\`**`), ...optional.map((name) => `\`${name}\``)];
}

/** A way to sign in, with the members of its block that it cannot do without. */
function signIn([name, { members: shape = {} }]: [string, SignIn]): string {
	const required = Object.keys(shape)
		.filter((member) => shape[member]?.required)
		.map((member) => (shape[member]?.provisioned ? `\`${member}\`` : `**\`${member}\`**`));
	return `\`${name}\`${required.length > 0 ? ` (${required.join(", ")})` : ""}`;
}

function yesNo(yes: boolean): string {
	return yes ? "yes" : "no";
}

function routes(): string {
	return table(
		[
			"`inference:`",
			"route",
			"members (required ones bold)",
			"`signIn:`, exactly one",
			"conversation content stays with the provider",
		],
		Object.entries<InferenceRoute>(inferenceRoutes).map(([name, route]) => [
			...named(name, route),
			members({ ...route.options, models: { required: route.modelsRequired } }).join(", "),
			Object.entries(route.signIn).map(signIn).join(", "),
			yesNo(route.keepsConversationContent),
		]),
	);
}

function profiles(): string {
	const identity = { organization: "", identifierPrefix: "<identifier>", deployment: "<deployment>", group: "<group>" };
	const formats = Object.entries<ProfileFormat>(profileFormats);
	const templates = Object.entries<ProfileTemplate>(profileTemplates);
	return table(
		["`profiles:`", "format", "platform", "files", "stands on"],
		[
			...formats.map(([name, format]) => {
				const removals = format.removals?.(identity, Object.values(format.examples)[0] ?? {}) ?? [];
				const files = [...format.fileNames(identity), ...removals.map((file) => file.name)];
				return [
					...named(name, format),
					format.platforms.join(", "),
					files.map((file) => `\`${file}\``).join(", "),
					format.evidence,
				];
			}),
			...templates.map(([name, template]) => [
				...named(name, template),
				template.platforms.join(", "),
				"once for the deployment, without values",
				template.evidence,
			]),
			...Object.entries<CodeFormat>(codeFormats).map(([name, format]) => {
				const removals = format.removals?.() ?? [];
				const files = [...format.fileNames(identity, {}), ...removals.map((file) => file.name)];
				return [
					...named(name, format),
					format.platforms.join(", "),
					files.map((file) => `\`${file}\``).join(", "),
					format.evidence,
				];
			}),
		],
	);
}

function firewall(): string {
	return table(
		[
			"`firewall:`",
			"format",
			"a name",
			"a name that starts with `*.`",
			"ports",
			"denies what it does not list",
			"denies by name",
			"QUIC (UDP 443)",
			"how a revision closes what went",
			"stands on",
			"programs import it from",
		],
		Object.entries<FirewallBackend>(firewallBackends).map(([name, backend]) => [
			...named(name, backend),
			backend.names,
			backend.subdomains,
			yesNo(backend.ports),
			typeof backend.denies === "string" ? `with \`${backend.denies}\`` : yesNo(backend.denies),
			yesNo(backend.deniesHosts),
			backend.quic,
			backend.revisions,
			backend.evidence,
			`\`pulumi-cowork${backend.cloud === undefined ? "" : `/${backend.cloud}`}\``,
		]),
	);
}
