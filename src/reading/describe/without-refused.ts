import { findKey, keyNames, managedKeys } from "../../configuration/catalogue.js";
import { exampleOrganization } from "../../deployment/check-organization.js";
import type { ConfiguredDeployment } from "../../deployment/configured.js";
import { parseDeployment } from "../../deployment/parse.js";
import { isJsonObject, isObject, type JsonObject } from "../../json.js";
import { made, type Outcome } from "../../outcome.js";
import { type Path, valueAt } from "../../path.js";
import { DeploymentError, isError, type Problem, warning } from "../../problem.js";
import { compareVersions } from "../../version.js";
import { withoutPart } from "./without-part.js";

/** What an organization is called whose name no file says, or none that a deployment can have. */
export const standInOrganization = exampleOrganization.name;

/** A deployment that its own checks take. */
export interface AcceptedDeployment extends Pick<ConfiguredDeployment, "configurations"> {
	/** As a deployment file has it. */
	readonly deployment: JsonObject;
}

/**
 * The deployment without what its own checks refuse, each of it told: the app would not take it either. Of lists and of
 * values by name the part goes that is refused, and the rest stays as it does in the app.
 */
export function withoutRefused(deployment: JsonObject): Outcome<AcceptedDeployment> {
	const told: Problem[] = [];
	let current = deployment;
	// Each round changes something for good.
	for (;;) {
		const { value: parsed, problems: errors } = parse(current);
		if (parsed) return made({ deployment: current, configurations: parsed.configurations }, told);
		const mended = withoutParts(current, errors) ?? withSaid(current, errors);
		if (!mended) return { problems: [...told, ...errors] };
		told.push(...mended.problems);
		current = mended.deployment;
	}
}

type Mended = { readonly deployment: JsonObject; readonly problems: readonly Problem[] } | undefined;

function parse(deployment: JsonObject): Outcome<ConfiguredDeployment> {
	try {
		return made(parseDeployment(deployment));
	} catch (fault) {
		if (fault instanceof DeploymentError) return { problems: fault.problems.filter(isError) };
		throw fault;
	}
}

function withoutParts(deployment: JsonObject, errors: readonly Problem[]): Mended {
	const refused = errors.flatMap((problem) => {
		const at = partOf(deployment, problem.path);
		return at ? [{ problem, at }] : [];
	});
	if (refused.length === 0) return undefined;
	const problems = refused.map(({ problem: { code, message }, at }) =>
		warning(code, at, `${message}; ${nameOf(valueAt(deployment, at))} is left out`),
	);
	// What stands later in a list goes first, so that what is before it keeps its place.
	const paths = new Map(refused.map(({ at }) => [JSON.stringify(at), at]));
	const inOrder = [...paths.values()].sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)) || b.length - a.length);
	return { deployment: inOrder.reduce(without, deployment), problems };
}

/** What goes for something that is refused: an entry of a list, a value by name, or a setting; undefined outside of settings. */
function partOf(deployment: JsonObject, path: Path): Path | undefined {
	// A group may be called like either.
	const at = path[0] === "groups" ? 2 : 0;
	const key = path[at + 1];
	if (path[at] === "claudeCode" && path.length > at + 2)
		return valueAt(deployment, path) === undefined ? undefined : path;
	if ((path[at] !== "settings" && path[at] !== "extraSettings") || key === undefined) return undefined;
	const setting = path.slice(0, at + 2);
	const step = path[at + 2];
	if (step === undefined) return setting;
	const isPart = Array.isArray(valueAt(deployment, setting)) || findKey(String(key))?.shape.kind === "map";
	return isPart ? [...setting, step] : setting;
}

/** Entries have names that people know them by. */
function nameOf(part: unknown): string {
	const name = isObject(part) ? (part.name ?? part.serverName) : undefined;
	return typeof name === "string" ? JSON.stringify(name) : "it";
}

/** What the files do not say, and what they need. */
function withSaid(deployment: JsonObject, errors: readonly Problem[]): Mended {
	const { organization, app } = deployment;
	const unfit = errors.find(({ path }) => path[0] === "organization" && path[1] === "name");
	if (unfit && isJsonObject(organization) && organization.name !== standInOrganization) {
		const message = `${unfit.message}; ${standInOrganization} stands for it, replace it`;
		return {
			deployment: { ...deployment, organization: { ...organization, name: standInOrganization } },
			problems: [warning(unfit.code, unfit.path, message)],
		};
	}
	if (app !== undefined || !errors.some(({ code }) => code === "sign-in-of-some-apps")) return undefined;
	// Of a fleet without versions only the youngest way is refused.
	const needed = keyNames.filter((key) => managedKeys[key].neededToSignIn);
	const [youngest] = needed.map((key) => managedKeys[key].since).sort((a, b) => compareVersions(b, a));
	if (youngest === undefined) return undefined;
	const message = `is ${youngest}, because people sign in in a way that older apps do not know`;
	return {
		deployment: { ...deployment, app: { minimumVersion: youngest } },
		problems: [warning("minimum-version", ["app", "minimumVersion"], message)],
	};
}

function without(value: JsonObject, path: Path): JsonObject {
	const changed = withoutPart(value, path);
	return isJsonObject(changed) ? changed : value;
}
