import { groupInferenceShape, inferenceShape } from "../../src/inference/route-shape.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { declarations } from "./declarations.js";
import { renderAwsProvision, renderAzureProvision, renderGoogleProvision } from "./render-provision.js";
import { renderStructures } from "./render-settings.js";

/** Rooms whose declarations those of the blocks refer to. */
const rooms = [
	{ from: "../configuration/setting-structures.js", text: renderStructures },
	{ from: "./aws/provision.js", text: renderAwsProvision },
	{ from: "./azure/provision.js", text: renderAzureProvision },
	{ from: "./google/provision.js", text: renderGoogleProvision },
] as const;

/** The text of `src/inference/block.ts`. */
export function renderBlocks(): string {
	const elsewhere = rooms.map(({ from, text }) => ({ from, names: namesIn(text()) }));
	const text = declarations(
		[inferenceShape(inferenceRoutes), groupInferenceShape(inferenceRoutes)],
		{ secretsAllowed: false },
		elsewhere.flatMap(({ names }) => names),
	);
	const imports = elsewhere.map(({ from, names }) => {
		const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
		return `import type { ${used.join(", ")} } from "${from}";`;
	});
	return [
		"// Rendered from the routes by test/inference/block.test.ts; `npx vitest run -u` writes it anew.",
		imports[0],
		'import type { SecretReference } from "../reference/reference.js";',
		...imports.slice(1),
		'import type { ExactlyOne } from "./exactly-one.js";',
		"",
		text,
		"/** The `inference` of a deployment: exactly one route. */",
		"export type InferenceBlock<Secret = SecretReference> = ExactlyOne<InferenceBlocks<Secret>>;",
		"",
	].join("\n");
}

function namesIn(declared: string): string[] {
	return [...declared.matchAll(/^export (?:interface|type) (\w+)/gm)].flatMap(([, name]) => name ?? []);
}
