import { findPlaceholders } from "../configuration/check-placeholders.js";
import { findContained } from "../configuration/check-plain-secrets.js";
import { checkPreset } from "../configuration/check-preset.js";
import { checkRenderableSettings } from "../configuration/check-renderable-settings.js";
import { checkVersions } from "../configuration/check-versions.js";
import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { checkRules } from "../configuration/rules/index.js";
import { checkInference } from "../inference/check-inference.js";
import { checkGroupInference } from "../inference/group-inference.js";
import { spellOutModels } from "../inference/spell-out-models.js";
import { isObject } from "../json.js";
import { formatPath, type Path, valueAt } from "../path.js";
import { DeploymentError, distinctProblems, error, isError, type Locate, located, type Problem } from "../problem.js";
import { carriesSecrets } from "../publication/carries-secrets.js";
import { planStores, type StorePlans } from "../publication/plan-stores.js";
import { statedResidency } from "../publication/stated-residency.js";
import type { SecretReference } from "../reference/reference.js";
import { findSecrets } from "../reference/walk.js";
import type { Registries } from "../registries.js";
import { checkDelivery } from "./check-delivery.js";
import { checkDiscovery } from "./check-discovery.js";
import { checkForm } from "./check-form.js";
import { checkIdentity } from "./check-organization.js";
import { checkPathLengths } from "./check-path-lengths.js";
import { checkProfiles } from "./check-profiles.js";
import { checkExtraSettings, checkSettings } from "./check-settings.js";
import { type ConfiguredDeployment, configured } from "./configured.js";
import { withDefaults } from "./defaults.js";
import type { ParsedDeployment } from "./deployment.js";
import { notGiven } from "./not-given.js";
import { mapLeaves, plainData } from "./plain-data.js";
import { type SettingsContext, settingsContext } from "./settings-context.js";

export interface ParseOptions {
	/** Tells where a value stands in a file. @default - problems carry paths only */
	readonly locate?: Locate;
	/** @default - what the package ships */
	readonly registries?: Registries;
	/**
	 * Takes each credential that stands in plain text, and gives the reference to stand in its place.
	 * @default - such a text is an error, and so is a reference to an output of a program
	 */
	readonly takeCredential?: (text: string, path: Path) => SecretReference;
	/** Problems found before, such as those of reading the file; they are reported with the rest. */
	readonly found?: readonly Problem[];
}

export interface ParseResult extends ConfiguredDeployment {
	/** What stores create, by word. */
	readonly stores: StorePlans;
	readonly warnings: readonly Problem[];
}

/**
 * Checks a deployment that may use the variants given, and applies its defaults.
 *
 * @throws {@link DeploymentError} with every problem of the deployment at once
 */
export function parseWith(
	registries: Registries,
	input: unknown,
	options: Omit<ParseOptions, "registries"> = {},
): ParseResult {
	const plain = plainData(input);
	const found = [...(options.found ?? []), ...plain.problems];
	const written = isObject(plain.value) ? spellOutModels(plain.value, registries.routes) : plain.value;
	const { value, parts: all } = checkWritten(written, registries, options.takeCredential);
	// What was refused as it was read is not refused once more for what it says.
	const unread = pathSet(found.filter(isError).map(({ path }) => path));
	const parts = all.filter(({ path }) => !unread.has(formatPath(path)));
	const deployment = withDefaults(value, registries);
	const { value: made, problems: ofProvisioning } = configured(deployment, registries);
	const { configurations } = made;
	const stores = planStores(
		deployment.publish,
		{
			deployment: deployment.name,
			carriesSecrets: carriesSecrets(deployment, configurations.values(), registries),
			residency: statedResidency(deployment.inference, registries),
		},
		registries,
	);
	const problems = [
		...found,
		...(options.takeCredential ? [] : refuseProgramSecrets(value)),
		...(isIncomplete(value, found)
			? whatIsThere(value, parts)
			: [
					...parts,
					...ofProvisioning,
					...stores.problems,
					...checkGroups(deployment, [...configurations.values()], registries, parts),
				]),
	];
	// Groups share much of what is wrong.
	const reported = distinctProblems(located(problems, options.locate));
	if (reported.some(isError)) throw new DeploymentError(reported);
	return { ...made, stores: stores.value ?? {}, warnings: reported };
}

/** Whether a part of the deployment could not be read. */
function isIncomplete(input: unknown, found: readonly Problem[]): boolean {
	return found.some((each) => isError(each) && (each.path.length === 0 || valueAt(input, each.path) === undefined));
}

/** What could not be read may hold whatever else is absent, so nothing is called missing. */
function whatIsThere(input: unknown, problems: readonly Problem[]): Problem[] {
	return problems.filter(({ path }) => valueAt(input, path) !== undefined);
}

/** Only a program has outputs that could stand in for a secret. */
function refuseProgramSecrets(input: unknown): Problem[] {
	return findSecrets(input)
		.filter(({ reference }) => "fromProgram" in reference)
		.map(({ path }) =>
			error("program-secret", path, "fromProgram is for programs; expected { fromEnv: NAME } or { fromConfig: key }"),
		);
}

/** A credential in plain text is an error in a file, while a program's texts become secrets of its state. */
function checkWritten(value: unknown, registries: Registries, take: ParseOptions["takeCredential"]) {
	const parts = checkParts(value, registries);
	const credentials = pathSet(parts.filter(({ code }) => code === "plain-secret").map(({ path }) => path));
	if (!take || credentials.size === 0) return { value, parts };
	const taken = mapLeaves(value, (leaf, path) =>
		typeof leaf === "string" && credentials.has(formatPath(path)) ? take(leaf, path) : leaf,
	);
	return { value: taken, parts: checkParts(taken, registries) };
}

/** The deployment as written, part by part. */
function checkParts(input: unknown, registries: Registries): Problem[] {
	const form = checkForm(input, registries);
	if (!isObject(input)) return form;
	const context = settingsContext(input, registries);
	const groups = Object.entries(isObject(input.groups) ? input.groups : {});
	const parts = [
		...form,
		...checkInference(input.inference, ["inference"], registries.routes),
		...checkIdentity(input),
		...checkSettings(input.settings, ["settings"], context),
		...checkExtraSettings(input.extraSettings, ["extraSettings"]),
		...checkCodeBlock(input.claudeCode, ["claudeCode"], registries),
		...checkIsObservable(input.observability, ["observability"], registries),
		...groups.flatMap(([name, group]) =>
			isObject(group) ? checkGroup(group, ["groups", name], input.inference, context, registries) : [],
		),
	];
	const known = pathSet(parts.filter(({ code }) => secretCodes.includes(code)).map(({ path }) => path));
	return [...parts, ...findContained(input, []).filter(({ path }) => !known.has(formatPath(path)))];
}

/** What says of a text already that it is, or looks like, a credential. */
const secretCodes = ["plain-secret", "likely-secret", "secret-in-clear", "pasted-secret"];

function checkGroup(
	group: Record<string, unknown>,
	at: Path,
	inference: unknown,
	context: SettingsContext,
	registries: Registries,
): Problem[] {
	return [
		...checkSettings(group.settings, [...at, "settings"], context),
		...checkExtraSettings(group.extraSettings, [...at, "extraSettings"]),
		...checkCodeBlock(group.claudeCode, [...at, "claudeCode"], registries),
		...checkIsObservable(group.observability, [...at, "observability"], registries),
		...findPlaceholders(group.members, [...at, "members"]),
		...(group.inference === undefined
			? []
			: checkGroupInference(inference, group.inference, [...at, "inference"], registries.routes)),
	];
}

/** Each group's settings together, once every layer has had its say. */
function checkGroups(
	deployment: ParsedDeployment,
	configurations: readonly ManagedConfiguration[],
	registries: Registries,
	parts: readonly Problem[],
): Problem[] {
	const wrong = parts.filter(isError).map(({ path }) => path);
	const around = pathSet(wrong.flatMap((path) => path.map((_, end) => path.slice(0, end + 1))));
	// What is wrong in itself need not be called wrong for profiles as well, nor be warned about.
	const unrenderable = configurations
		.flatMap(checkRenderableSettings)
		.filter(({ path }) => !around.has(formatPath(path)));
	const exactly = pathSet([...wrong, ...unrenderable.map(({ path }) => path)]);
	// A block that is wrong is there all the same.
	const isObserved = deployment.observability !== undefined || wrong.some(([first]) => first === "observability");
	const decidedElsewhere = isObserved ? ["otlpEndpoint"] : [];
	const together = [
		...configurations.flatMap((configuration) => [
			...checkRules(configuration, registries.routes),
			...checkDiscovery(configuration, registries),
			...checkVersions(configuration),
			...checkCode(configuration, registries),
			...checkPreset(configuration, deployment.groups[configuration.group]?.preset ?? "none", decidedElsewhere),
		]),
		...checkDelivery(deployment, configurations, registries),
		...(isObserved && !deployment.observability ? [] : checkObservability(deployment, registries)),
	].filter((each) => isError(each) || !exactly.has(formatPath(each.path)));
	return [
		...unrenderable,
		...together,
		...checkProfiles(deployment, registries),
		...checkPathLengths(deployment, registries),
	];
}

function checkCodeBlock(block: unknown, at: Path, { claudeCode }: Registries): Problem[] {
	if (block === undefined) return [];
	return claudeCode?.checkBlock(block, at) ?? [notGiven(at)];
}

/** What is wrong with the block is told by its shape. */
function checkIsObservable(block: unknown, at: Path, { observability }: Registries): Problem[] {
	return block === undefined || observability ? [] : [notGiven(at)];
}

function checkCode(configuration: ManagedConfiguration, { claudeCode }: Registries): Problem[] {
	const { code, settings, platforms, fleet, gated } = configuration;
	return (code && claudeCode?.checkGroup({ code, desktop: settings, platforms, fleet, gated })) ?? [];
}

function checkObservability(deployment: ParsedDeployment, { observability, collectorHosts }: Registries): Problem[] {
	return observability?.check(deployment, collectorHosts) ?? [];
}

function pathSet(paths: readonly Path[]): ReadonlySet<string> {
	return new Set(paths.map(formatPath));
}
