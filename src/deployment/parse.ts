import { checkSetting } from "../configuration/check-setting.js";
import { checkPreset } from "../configuration/preset-warnings.js";
import { checkRenderable } from "../configuration/renderable-settings.js";
import { checkRules } from "../configuration/rules/index.js";
import { checkVersions } from "../configuration/version-gate.js";
import { checkInference } from "../inference/check-inference.js";
import { checkGroupInference } from "../inference/group-inference.js";
import { isObject } from "../json.js";
import type { Path } from "../path.js";
import {
	DeploymentError,
	error,
	formatProblem,
	isError,
	type Locate,
	located,
	type Problem,
	warning,
} from "../problem.js";
import { type Registries, registries as shipped } from "../registries.js";
import { findSecrets } from "../secret.js";
import { checkExtraSettings, checkSettings } from "./check-settings.js";
import { withDefaults } from "./defaults.js";
import type { ParsedDeployment } from "./deployment.js";
import { configureGroup } from "./group-configuration.js";
import { settingsContext } from "./settings-context.js";
import { checkShape } from "./shape.js";

export interface ParseOptions {
	/** Tells where a value stands in a file. @default - problems carry paths only */
	readonly locate?: Locate;
	/** @default - what the package ships */
	readonly registries?: Registries;
	/** Whether outputs of a program may stand in for secrets. @default false */
	readonly programSecrets?: boolean;
	/** Problems found before, such as those of reading the file; they are reported with the rest. */
	readonly found?: readonly Problem[];
}

export interface ParseResult {
	readonly deployment: ParsedDeployment;
	readonly warnings: readonly Problem[];
}

/**
 * Checks a deployment and applies its defaults.
 *
 * @throws {@link DeploymentError} with every problem of the deployment at once
 */
export function parseDeployment(input: unknown, options: ParseOptions = {}): ParseResult {
	const registries = options.registries ?? shipped;
	const found = options.found ?? [];
	// What does not parse has no members to check: only the reading itself can be reported.
	const unread = input === undefined && found.length > 0;
	const deployment = withDefaults(input);
	const problems = unread
		? [...found]
		: [
				...found,
				...(options.programSecrets ? [] : refuseProgramSecrets(input)),
				...checkParts(input, registries),
				...checkGroups(deployment, registries),
			];
	const distinct = [...new Map(located(problems, options.locate).map((each) => [formatProblem(each), each])).values()];
	if (distinct.some(isError)) throw new DeploymentError(distinct);
	return { deployment, warnings: distinct };
}

/** Only a program has outputs that could stand in for a secret. */
function refuseProgramSecrets(input: unknown): Problem[] {
	return findSecrets(input)
		.filter(({ reference }) => "fromProgram" in reference)
		.map(({ path }) => error(path, "fromProgram is for programs; expected { fromEnv: NAME } or { fromConfig: key }"));
}

/** The deployment as written, part by part. */
function checkParts(input: unknown, registries: Registries): Problem[] {
	const problems = checkShape(input, registries);
	if (!isObject(input)) return problems;
	const { inference } = input;
	const context = settingsContext(input, registries);
	problems.push(...checkInference(inference, ["inference"], registries.routes), ...checkUuid(input));
	problems.push(
		...checkSettings(input.settings, ["settings"], context),
		...checkExtraSettings(input.extraSettings, ["extraSettings"]),
	);
	for (const [name, group] of Object.entries(isObject(input.groups) ? input.groups : {})) {
		if (!isObject(group)) continue;
		const at: Path = ["groups", name];
		problems.push(...checkSettings(group.settings, [...at, "settings"], context));
		problems.push(...checkExtraSettings(group.extraSettings, [...at, "extraSettings"]));
		if (group.inference === undefined) continue;
		problems.push(...checkGroupInference(inference, group.inference, [...at, "inference"], registries.routes));
	}
	return problems;
}

function checkUuid(input: Record<string, unknown>): Problem[] {
	const organization = isObject(input.organization) ? input.organization : {};
	const at = ["organization", "uuid"];
	if (organization.uuid !== undefined) return checkSetting("deploymentOrganizationUuid", organization.uuid, at);
	return [
		warning(
			at,
			"is missing; devices would share the app's built-in placeholder, and changing it later orphans their local data",
		),
	];
}

/** Each group's settings together, once every layer has had its say. */
function checkGroups(deployment: ParsedDeployment, registries: Registries): Problem[] {
	return Object.entries(deployment.groups).flatMap(([name, group]) => {
		const configuration = configureGroup(deployment, name, registries);
		return [
			...checkRenderable(configuration),
			...checkRules(configuration),
			...checkVersions(configuration),
			...checkPreset(configuration, group.preset),
		];
	});
}
