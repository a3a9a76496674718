import type { ParsedDeployment } from "../deployment/deployment.js";
import type { ParseResult } from "../deployment/parse.js";
import { type DeploymentPlan, planDeployment } from "../deployment/plan.js";
import { canonicalJson, compareText, type JsonValue, prettyJson } from "../json.js";
import { DeploymentError, isError, type Locate, located, type Problem } from "../problem.js";
import { isLateReference, type ReferenceLookup, type SecretLookup } from "../reference/reference.js";
import { type Registries, registries as shipped } from "../registries.js";
import { type Bundle, type BundleFile, manifest, type Omission, sha256, textFile } from "./bundle.js";
import { checkReferences } from "./check-references.js";
import { groupPart, perimeterPart, renderGroup, renderPerimeter } from "./part.js";

export interface CompileOptions {
	/** Resolves secrets. @default - none can be had, and profiles that need one are omitted */
	readonly secrets?: SecretLookup;
	/** @default - what the package ships */
	readonly registries?: Registries;
	/** Tells where a value stands in a file. @default - problems carry paths only */
	readonly locate?: Locate;
	/** Called after each group. */
	readonly onProgress?: (done: number, total: number) => void;
}

export interface Compilation {
	readonly plan: DeploymentPlan;
	readonly bundle: Bundle;
	/** One per value that could not be had. */
	readonly warnings: readonly Problem[];
}

/**
 * Renders every artifact of a deployment. Pure and byte-stable: equal deployments give equal bundles.
 *
 * @throws {@link DeploymentError} where no profile can carry one of the secrets
 */
export function compileBundle(parsed: ParseResult, options: CompileOptions = {}): Compilation {
	const { deployment } = parsed;
	const { secrets = () => undefined, registries = shipped, locate, onProgress } = options;
	const plan = planDeployment(parsed);
	const lookup: ReferenceLookup = (reference) => (isLateReference(reference) ? undefined : secrets(reference));
	const problems = located(checkReferences(plan, secrets), locate);
	if (problems.some(isError)) throw new DeploymentError(problems);
	const files: BundleFile[] = [...renderPerimeter(perimeterPart(deployment, plan), registries)];
	const omitted: Omission[] = [];
	let done = 0;
	for (const group of plan.groups.keys()) {
		const rendered = renderGroup(groupPart(deployment, plan, group, registries), registries, lookup);
		files.push(...rendered.files);
		omitted.push(...rendered.omitted);
		onProgress?.(++done, plan.groups.size);
	}
	files.sort((a, b) => compareText(a.path, b.path));
	omitted.sort((a, b) => compareText(a.path, b.path));
	const listing = manifest(inputDigest(deployment), files, omitted);
	const bundle = {
		deployment: deployment.name,
		files: [...files, textFile("manifest.json", "application/json", prettyJson(listing))],
		omitted,
	};
	return { plan, bundle, warnings: problems };
}

/** Digest of the deployment with its defaults, secrets by reference: equal for equal meaning. */
export function inputDigest(deployment: ParsedDeployment): string {
	// A parsed deployment is plain data throughout.
	return sha256(canonicalJson(deployment as unknown as JsonValue));
}
