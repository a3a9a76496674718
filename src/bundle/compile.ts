import type { ParsedDeployment } from "../deployment/deployment.js";
import { type DeploymentPlan, planDeployment } from "../deployment/plan.js";
import { canonicalJson, compareText, type JsonValue, prettyJson } from "../json.js";
import { formatPath } from "../path.js";
import { type Problem, warning } from "../problem.js";
import { type Registries, registries as shipped } from "../registries.js";
import { describeSecret, findSecrets, type SecretLookup } from "../secret.js";
import { type Bundle, type BundleFile, manifest, type Omission, sha256, textFile } from "./bundle.js";
import { groupPart, perimeterPart, renderGroup, renderPerimeter } from "./part.js";

export interface CompileOptions {
	/** Resolves secrets. @default - none can be had, and profiles that need one are omitted */
	readonly secrets?: SecretLookup;
	/** @default - what the package ships */
	readonly registries?: Registries;
	/** Called after each group. */
	readonly onProgress?: (done: number, total: number) => void;
}

export interface Compilation {
	readonly plan: DeploymentPlan;
	readonly bundle: Bundle;
	/** One per secret that could not be had. */
	readonly warnings: readonly Problem[];
}

/** Renders every artifact of a deployment. Pure and byte-stable: equal deployments give equal bundles. */
export function compileBundle(deployment: ParsedDeployment, options: CompileOptions = {}): Compilation {
	const { secrets = () => undefined, registries = shipped, onProgress } = options;
	const plan = planDeployment(deployment, registries);
	const files: BundleFile[] = [...renderPerimeter(perimeterPart(deployment, plan), registries)];
	const omitted: Omission[] = [];
	let done = 0;
	for (const group of plan.groups.keys()) {
		const rendered = renderGroup(groupPart(deployment, plan, group, registries), registries, secrets);
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
	return { plan, bundle, warnings: missingSecrets(plan, secrets) };
}

/** A warning per place that refers to a secret which cannot be had. */
function missingSecrets(plan: DeploymentPlan, secrets: SecretLookup): Problem[] {
	const warnings = new Map<string, Problem>();
	for (const { configuration } of plan.groups.values()) {
		for (const setting of configuration.settings.values()) {
			for (const { path, reference } of findSecrets(setting.value)) {
				if (secrets(reference) !== undefined) continue;
				const place = [...setting.path, ...path];
				const message = `${describeSecret(reference)} is not available; the profiles that need it are not written`;
				warnings.set(formatPath(place), warning(place, message));
			}
		}
	}
	return [...warnings.values()];
}

/** Digest of the deployment with its defaults, secrets by reference: equal for equal meaning. */
export function inputDigest(deployment: ParsedDeployment): string {
	// A parsed deployment is plain data throughout.
	return sha256(canonicalJson(deployment as unknown as JsonValue));
}
