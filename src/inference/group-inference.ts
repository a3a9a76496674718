import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { error, type Problem } from "../problem.js";
import { object } from "../shape/build.js";
import { checkShape } from "../shape/check-shape.js";
import { checkInference, type InferenceRoutes } from "./check-inference.js";
import { memberOf } from "./check-members.js";
import { chosenMember, elsewhere } from "./chosen-member.js";
import { type InferencePlan, planInference } from "./plan-inference.js";
import type { OwnStatement } from "./principals.js";

const overridable = ["models", "signIn"] as const satisfies readonly OwnStatement[];
const shape = object({ models: elsewhere, signIn: elsewhere });

/** The block that holds for a group: the deployment's, with the `models` and `signIn` that the group says anew. */
export function withGroupInference(block: unknown, override: unknown): unknown {
	if (!isObject(block) || !isObject(override)) return block;
	const said = Object.fromEntries(statedByGroup(override).map((name) => [name, override[name]]));
	const routes = Object.entries(block).map(([name, options]) => [
		name,
		isObject(options) ? { ...options, ...said } : options,
	]);
	return Object.fromEntries(routes);
}

/** What is wrong with a group's `inference`, which stands at a path; what is wrong with the deployment's is not repeated. */
export function checkGroupInference(block: unknown, override: unknown, at: Path, routes: InferenceRoutes): Problem[] {
	const ofDeployment = deploymentMembers(block, routes);
	const structure = [
		...checkShape(shape, without(ofDeployment, override), { at }),
		...membersOfDeployment(ofDeployment, override, at),
	];
	if (!isObject(override)) return structure;
	const said: readonly unknown[] = statedByGroup(override);
	const effective = checkInference(withGroupInference(block, override), [], routes).flatMap((problem) =>
		said.includes(problem.path[1]) ? [{ ...problem, path: [...at, ...problem.path.slice(1)] }] : [],
	);
	return [...structure, ...effective, ...checkSameSignIn(block, override, at, routes)];
}

/** What a group may believe its own, while one deployment is one place: whatever else the route's block takes. */
function deploymentMembers(block: unknown, routes: InferenceRoutes): readonly string[] {
	const route = chosenMember(block, routes)?.variant;
	return route ? [...Object.keys(route.options), ...(route.provisioning ? ["provision"] : [])] : [];
}

function membersOfDeployment(names: readonly string[], override: unknown, at: Path): Problem[] {
	const given = names.filter((name) => memberOf(override, name) !== undefined);
	const instead = "write a deployment of its own for these people, whose file extends this one";
	return given.map((name) =>
		error("member-of-deployment", [...at, name], `is one for the whole deployment; ${instead}`),
	);
}

function without(names: readonly string[], override: unknown): unknown {
	if (!isObject(override)) return override;
	return Object.fromEntries(Object.entries(override).filter(([name]) => !names.includes(name)));
}

/** What a group's `inference` comes to, with the paths of what the group says anew below the group's. */
export function planGroupInference(
	block: unknown,
	override: unknown,
	at: { readonly block: Path; readonly override: Path },
	routes: InferenceRoutes,
): InferencePlan | undefined {
	const plan = planInference(withGroupInference(block, override), [], routes);
	if (!plan) return undefined;
	const said: readonly unknown[] = statedByGroup(override);
	const settings = [...plan.settings].map(([key, { value, path }]) => {
		const place = said.includes(path[1]) ? [...at.override, ...path.slice(1)] : [...at.block, ...path];
		return [key, { value, path: place }] as const;
	});
	return { ...plan, settings: new Map(settings) };
}

function checkSameSignIn(block: unknown, override: unknown, at: Path, routes: InferenceRoutes): Problem[] {
	const chosen = chosenMember(block, routes);
	if (!chosen) return [];
	const [theirs, ours] = [chosen.value, override].map((each) =>
		chosenMember(memberOf(each, "signIn"), chosen.variant.signIn),
	);
	if (!theirs || !ours || theirs.name === ours.name) return [];
	const message = `signs in with ${ours.name}; a group signs in as its deployment does, with ${theirs.name}`;
	return [error("other-sign-in", [...at, "signIn"], message)];
}

/** What of the route's block a group states anew. */
export function statedByGroup(override: unknown): readonly OwnStatement[] {
	return overridable.filter((name) => memberOf(override, name) !== undefined);
}
