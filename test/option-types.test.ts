import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { artifactStores } from "../src/artifact-store/index.js";
import { deploymentShape, groupShape, organizationShape } from "../src/deployment/deployment-shape.js";
import { firewallBackends } from "../src/firewall/index.js";
import { ruleSetOptions } from "../src/firewall/rule-set-options.js";
import { collectorHosts } from "../src/observability/collector-hosts.js";
import { collectorShape } from "../src/observability/collector-shape.js";
import { groupObservabilityShape, observabilityShape } from "../src/observability/observability-shape.js";
import { codeFormats } from "../src/profiles/claude-code/index.js";
import { profileFormats, profileTemplates } from "../src/profiles/index.js";
import { object } from "../src/shape/build.js";
import type { Member, Shape } from "../src/shape/shape.js";
import { declarations, typeOf } from "./support/declarations.js";

/** A type as programs see it, and the shape that it has to be. */
type Pair = readonly [type: string, shape: Shape];

const observability = observabilityShape(collectorHosts);
const collector = collectorShape(collectorHosts);

const pairs: readonly Pair[] = [
	[typeIn("firewall/rule-set-options", "RuleSetOptions"), object(ruleSetOptions)],
	[typeIn("deployment/deployment", "App"), shapeAt(deploymentShape.members, "app")],
	[typeIn("deployment/deployment", "GroupMembers"), shapeAt(groupShape.members, "members")],
	[typeIn("observability/observability", "GroupObservability"), groupObservabilityShape],
	...["owners", "retention", "approved"].map((member): Pair => {
		const name = `${member.slice(0, 1).toUpperCase()}${member.slice(1)}`;
		return [typeIn("observability/observability", name), shapeAt(observability.members, member)];
	}),
	[typeIn("observability/observability", "CollectorTls"), shapeAt(collector.members, "tls")],
	[typeIn("observability/observability", "CollectorLimits"), shapeAt(collector.members, "limits")],
	...renderers("firewall/index", "firewallBackends", firewallBackends),
	...renderers("profiles/index", "profileFormats", profileFormats),
	...renderers("profiles/index", "profileTemplates", profileTemplates),
	...renderers("profiles/claude-code/index", "codeFormats", codeFormats),
	...Object.entries(artifactStores).map(([word, { options }]): Pair => {
		const name = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}StoreOptions`;
		return [typeIn(`artifact-store/${word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, name), options];
	}),
];

/** Types of a deployment, and their members that are described elsewhere: by the catalogue, a route or an axis. */
const open: readonly (readonly [...Pair, elsewhere: readonly string[]])[] = [
	[typeIn("deployment/deployment", "Organization"), organizationShape, ["uuid"]],
	[
		typeIn("deployment/deployment", "Group"),
		groupShape,
		["settings", "extraSettings", "claudeCode", "inference", "observability"],
	],
	[typeIn("observability/observability", "Observability"), observability, ["collector"]],
	[typeIn("observability/observability", "Collector"), collector, ["auth", "sinks"]],
	[
		typeIn("deployment/deployment", "Deployment"),
		deploymentShape,
		[
			"organization",
			"inference",
			"settings",
			"extraSettings",
			"claudeCode",
			"groups",
			"firewall",
			"profiles",
			"observability",
			"publish",
		],
	],
];

/** What only files have. */
const ofFiles = '"$schema"';

function typeIn(file: string, name: string): string {
	return `import("../src/${file}.js").${name}`;
}

/** What the renderer of each variant takes. */
function renderers(
	file: string,
	registry: string,
	variants: Readonly<Record<string, { readonly options: Readonly<Record<string, Member>> }>>,
): Pair[] {
	return Object.entries(variants).map(([word, { options }]) => [
		`Parameters<(typeof ${typeIn(file, registry)})["${word}"]["render"]>[1]`,
		object(options),
	]);
}

function shapeAt(members: Readonly<Record<string, Member>>, name: string): Shape {
	return members[name]?.shape ?? { kind: "any" };
}

const plain = { secretsAllowed: false };

/** The type of a shape; a block without members has none, whatever else may stand in it. */
function written(shape: Shape): string {
	const isBare = shape.kind === "object" && Object.keys(shape.members).length === 0;
	return isBare ? "Record<never, never>" : typeOf(shape, plain);
}

const source = `
type Secret = ${typeIn("reference/reference", "SecretReference")};
type SecretReference = Secret;
type Late = string;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const optional: Same<{ readonly a?: string }, { readonly a: string }> = false;
export const wider: Same<{ readonly a: string }, { readonly a: "b" }> = false;
${declarations(
	[...pairs, ...open].map(([, shape]) => shape),
	plain,
)}
${pairs.map(([type, shape], index) => `export const pair${index}: Same<${type}, ${written(shape)}> = true;`).join("\n")}
${open
	.map(([type, shape, elsewhere], index) => {
		const names = elsewhere.map((name) => JSON.stringify(name)).join(" | ");
		return `export const names${index}: Same<keyof ${type}, Exclude<keyof ${written(shape)}, ${ofFiles}>> = true;
export const open${index}: Same<Omit<${type}, ${names}>, Omit<${written(shape)}, ${names} | ${ofFiles}>> = true;`;
	})
	.join("\n")}
`;

test("the compiler takes each interface of options for what its shape says, both ways", () => {
	const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
	const file = path.resolve("test/option-types-of-shapes.ts");
	const host = ts.createCompilerHost(options);
	const { fileExists, getSourceFile } = host;
	host.fileExists = (name) => name === file || fileExists(name);
	host.getSourceFile = (name, ...more) =>
		name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ESNext) : getSourceFile(name, ...more);
	const program = ts.createProgram([file], { ...options, noUnusedLocals: false, types: ["node"] }, host);
	const faults = program.getSemanticDiagnostics(program.getSourceFile(file));
	const lines = source.split("\n");
	const wrong = faults.map(({ start = 0, messageText }) => {
		const line = source.slice(0, start).split("\n").length - 1;
		return `${lines[line]}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
	});
	expect(wrong).toEqual([]);
});
