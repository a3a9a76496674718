import { readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { bundle } from "../examples/readme/deployment.js";
import { CoworkDeployment, CoworkPerimeter, gateway, local, lookUpPublished, squid } from "../src/entries/index.js";
import type { FirewallBackend } from "../src/firewall/backend.js";
import { firewallBackends } from "../src/firewall/index.js";
import type { InferenceRoute, SignIn } from "../src/inference/route.js";
import { inferenceRoutes } from "../src/inference/routes/index.js";
import type { ProfileFormat, ProfileTemplate } from "../src/profiles/format.js";
import { profileFormats, profileTemplates } from "../src/profiles/index.js";
import { compile, compileFile } from "./bundle/compiled.js";
import { invoke } from "./cli/invoke.js";
import { shippedCommand, temporaryFolder } from "./support/command.js";
import { inFolder } from "./support/in-folder.js";
import { record } from "./support/pulumi.js";

const folder = temporaryFolder();
const command = shippedCommand();
const readme = readFileSync("README.md", "utf8");

test("the README shows what the examples, the registries and the command say", async () => {
	const quickstart = path.resolve("examples/quickstart/deployment.yaml");
	const { status, stdout } = command.run(["synth", quickstart, "--out", "out"], {}, { cwd: folder() });
	expect(status).toBe(0);
	const blocks: Readonly<Record<string, string>> = {
		quickstart: fenced("text", stdout),
		yaml: fenced("yaml", readFileSync("examples/readme/deployment.yaml", "utf8")),
		typescript: fenced("ts", readFileSync("examples/readme/deployment.ts", "utf8").replaceAll("\t", "  ")),
		routes: routes(),
		profiles: profiles(),
		firewall: firewall(),
	};
	const seen: string[] = [];
	const current = readme.replace(/(<!-- begin (\w+) -->\n).*?(<!-- end \2 -->)/gs, (_, begin, name: string, end) => {
		seen.push(name);
		return `${begin}\n${blocks[name]}\n${end}`;
	});
	expect(seen).toEqual(Object.keys(blocks));
	await expect(current).toMatchFileSnapshot(path.resolve("README.md"));
});

test("the two descriptions side by side are the same deployment", async () => {
	expect((await compileFile("examples/readme/deployment.yaml")).bundle).toEqual(bundle);
});

test("every command of the README has the form that the command takes", async () => {
	const lines = [...readme.matchAll(/^npx pulumi-cowork (.*?)(?: > \S+)?(?: +#.*)?$/gm)].map(([, words = ""]) => words);
	expect(lines.length).toBeGreaterThan(3);
	for (const words of lines) {
		const { notices } = await inFolder((folder) =>
			// The one command that writes where it is run.
			invoke([...words.split(" "), ...(words === "init" ? ["--out", path.join(folder, "deployment.yaml")] : [])]),
		);
		// There is no such file, which is all that may be wrong.
		for (const notice of notices) expect(notice).toMatch(/^cannot read [A-Za-z.~/:]+: there is no such file$/);
	}
});

/** Code of the README that no example holds: without a mark before it. */
function loose(language: string): string[] {
	const blocks = readme.matchAll(new RegExp(`(?<!-->\n\n)^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"));
	return [...blocks].map(([, code = ""]) => code);
}

test("every other description of the README is one that the command takes", async () => {
	const rest = {
		name: "eu",
		organization: { name: "Acme", uuid: "b7c9e2d4-1a5f-4c38-9e60-2f8d7a6b5c41", identifier: "com.acme.cowork" },
		inference: { gateway: { baseUrl: "https://llm.acme.example", signIn: { interactive: {} } } },
		groups: { pilot: { preset: "none", members: { identityCenterGroup: "claude-pilot" } } },
	};
	const blocks = loose("yaml");
	expect(blocks.length).toBeGreaterThan(0);
	for (const block of blocks) {
		const { bundle: made, warnings } = await compile({ ...rest, ...parse(block) });
		expect(made.files.length).toBeGreaterThan(5);
		// What only the account knows is all that may be open.
		expect(warnings.filter(({ code }) => code !== "value-not-known")).toEqual([]);
	}
});

test("every other program of the README runs", async () => {
	vi.spyOn(pulumi.runtime, "getRootDirectory").mockReturnValue(path.resolve("."));
	const blocks = loose("ts");
	expect(blocks.length).toBeGreaterThan(0);
	const words = { CoworkDeployment, CoworkPerimeter, gateway, local, lookUpPublished, squid };
	for (const block of blocks) {
		const program = new AsyncFunction("config", ...Object.keys(words), block);
		const { resources } = await record(() => program(new pulumi.Config("cowork"), ...Object.values(words)), {
			config: { "cowork:gatewayKey": "key-of-the-gateway" },
		});
		expect(resources.map(({ type }) => type)).toContain("pulumi-cowork:index:CoworkDeployment");
	}
});

/** Makes a function of text that may await. */
const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;

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
	const required = members(shape).filter((member) => member.startsWith("**"));
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
				const beside = format.beside?.(identity, Object.values(format.examples)[0] ?? {}) ?? [];
				const files = [...format.fileNames(identity), ...beside.map((file) => file.name)];
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
