import type { ParsedDeployment } from "../deployment/deployment.js";
import type { ParseResult } from "../deployment/parse-with.js";
import { type DeploymentPlan, planWith } from "../deployment/plan-with.js";
import type { BlockRules } from "../firewall/block-rules.js";
import { checkClaims } from "../firewall/check-claims.js";
import { canonicalJson, type JsonValue } from "../json.js";
import type { Outcome } from "../outcome.js";
import { DeploymentError, isError, type Locate, located, type Problem } from "../problem.js";
import { isLateReference, type ReferenceLookup, type SecretLookup } from "../reference/reference.js";
import type { Registries } from "../registries.js";
import { withoutSigners } from "../signing/signing-block.js";
import { assembleBundle } from "./assemble-bundle.js";
import { type Bundle, type BundleFile, type Omission, type RenderedPart, sha256 } from "./bundle.js";
import { carriedReferences } from "./carried-references.js";
import { checkOptionReferences, checkReferences } from "./check-references.js";
import { ofGroupAlone } from "./described-rules.js";
import { inOneBlock } from "./in-one-block.js";
import { groupPart, perimeterPart } from "./part.js";
import { groupFiles, perimeterFiles } from "./part-files.js";
import { besidesPerimeter, groupRules, perimeterRules } from "./part-rules.js";

export interface CompileOptions {
	/** Resolves secrets. @default - none can be had, and profiles that need one are omitted */
	readonly secrets?: SecretLookup;
	/**
	 * Writes words in the place of every secret, signs nothing, and marks the bundle: profiles that people may review, and
	 * no device takes. @default false
	 */
	readonly redact?: boolean;
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
	/** The rule sets that serve every group. */
	readonly rules: readonly BlockRules[];
	/** Those that are of one group alone, by its name. */
	readonly groupRules: ReadonlyMap<string, readonly BlockRules[]>;
	/** Values that could not be had, and hosts that a rule set expresses otherwise than the plan means them. */
	readonly warnings: readonly Problem[];
}

/**
 * Renders every artifact of a deployment with the variants given, which it was checked with.
 *
 * @throws {@link DeploymentError} with every problem, where a profile cannot carry one of the values or a firewall cannot
 * hold the plan
 */
export async function compileWith(
	registries: Registries,
	parsed: ParseResult,
	options: Omit<CompileOptions, "registries"> = {},
): Promise<Compilation> {
	const { secrets = () => undefined, redact = false, locate, onProgress } = options;
	const redaction = redact ? await import("./redact.js") : undefined;
	const deployment = redact ? withoutSigners(parsed.deployment) : parsed.deployment;
	const plan = planWith(registries, { ...parsed, deployment });
	const groups = [...plan.groups].map(([group, { configuration }]) => ({
		group,
		configuration,
		part: groupPart(deployment, plan, group, registries),
	}));
	const carried = groups.flatMap(({ configuration, part }) => carriedReferences(configuration, part, registries));
	const ofValues = checkReferences(
		redact ? carried.filter(({ reference }) => isLateReference(reference)) : carried,
		secrets,
	);
	// What no profile can carry is left out of them, so that whatever else is wrong is found as well.
	const isRefused = ofValues.some(isError);
	const known = redaction?.redactedSecret ?? secrets;
	const lookup: ReferenceLookup = (reference) =>
		isLateReference(reference) || isRefused ? undefined : known(reference);
	const planned = perimeterPart(deployment, plan, registries);
	const whole = redaction?.redactedPerimeter(planned) ?? planned;
	const { value: rules = [], problems: ofRules } = perimeterRules(whole, registries);
	const problems = [...ofValues, ...checkOptionReferences(deployment, secrets), ...ofRules];
	const files: BundleFile[] = [];
	const omitted: Omission[] = [];
	const take = (part: Outcome<RenderedPart>) => {
		for (const problem of part.problems) problems.push(problem);
		for (const file of inOneBlock(part.value?.files ?? [])) files.push(file);
		for (const omission of part.value?.omitted ?? []) omitted.push(omission);
	};
	take(await perimeterFiles(whole, rules, registries));
	const ofGroup = besidesPerimeter(ofRules);
	const rulesOfGroups = new Map<string, readonly BlockRules[]>();
	let done = 0;
	for (const { group, part } of groups) {
		const own = groupRules(part, registries);
		for (const problem of ofGroup(group, own.problems)) problems.push(problem);
		rulesOfGroups.set(group, ofGroupAlone(own.value ?? [], deployment.firewall));
		take(await groupFiles(part, own.value ?? [], registries, lookup, { redact }));
		onProgress?.(++done, plan.groups.size);
	}
	problems.push(...checkClaims(rulesOfGroups, deployment.firewall));
	const warnings = located(problems, locate);
	if (warnings.some(isError)) throw new DeploymentError(warnings);
	const digest = inputDigest(parsed.deployment);
	const bundle = assembleBundle(deployment.name, digest, { files, omitted }, { redacted: redact });
	return { plan, bundle, rules, groupRules: rulesOfGroups, warnings };
}

/** Digest of the deployment with its defaults, secrets by reference: equal for equal meaning. */
export function inputDigest(deployment: ParsedDeployment): string {
	// A parsed deployment is plain data throughout.
	return sha256(canonicalJson(deployment as unknown as JsonValue));
}
