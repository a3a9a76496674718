import { foundationShape } from "../../src/inference/aws/foundation/options-shape.js";
import { bedrockProvisionShape, mantleProvisionShape } from "../../src/inference/aws/provision-shape.js";
import { foundryProvisionShape } from "../../src/inference/azure/provision-shape.js";
import { foundationShape as vertexFoundationShape } from "../../src/inference/google/foundation/options-shape.js";
import { vertexProvisionShape } from "../../src/inference/google/provision-shape.js";
import { ecsShape } from "../../src/observability/ecs/ecs-shape.js";
import { declarations } from "./declarations.js";

/** A secret of a `provision` block would be one of the cloud's own; what a program passes is late. */
const plain = { secretsAllowed: false };

/** The text of `src/inference/aws/provision.ts`. */
export function renderAwsProvision(): string {
	return [head("aws"), "", declarations([bedrockProvisionShape, mantleProvisionShape], plain)].join("\n");
}

/** The text of `src/inference/azure/provision.ts`. */
export function renderAzureProvision(): string {
	return [head("azure"), "", declarations([foundryProvisionShape], plain)].join("\n");
}

/** The text of `src/inference/aws/foundation/options.ts`. */
export function renderFoundationOptions(): string {
	const imported = 'import type { ExactlyOne } from "../../exactly-one.js";';
	return [head("aws"), imported, "", declarations([foundationShape], plain)].join("\n");
}

/** The text of `src/inference/google/foundation/options.ts`. */
export function renderVertexFoundationOptions(): string {
	return [head("google"), "", declarations([vertexFoundationShape], plain)].join("\n");
}

/** The text of `src/inference/google/provision.ts`. */
export function renderGoogleProvision(): string {
	return [head("google"), "", declarations([vertexProvisionShape], plain)].join("\n");
}

/** The text of `src/observability/ecs/options.ts`. */
export function renderEcsProvision(): string {
	return [headOf("test/observability/ecs"), "", declarations([ecsShape], plain)].join("\n");
}

function head(cloud: string): string {
	return headOf(`test/inference/${cloud}`);
}

function headOf(folder: string): string {
	return `// Rendered from the shapes beside it by ${folder}/declarations.test.ts; \`npx vitest run -u\` writes it anew.`;
}
