import { checkSetting } from "../configuration/check-setting.js";
import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { error, isError, type Problem } from "../problem.js";
import { checkStructure, checkValues, memberOf } from "./check-members.js";
import { checkModels } from "./check-models.js";
import { type ChosenMember, checkChosenMember, chosenMember } from "./chosen-member.js";
import { inferenceRoutes } from "./index.js";
import type { InferenceRoute, SignIn } from "./route.js";

export type InferenceRoutes = Readonly<Record<string, InferenceRoute>>;

/** What is wrong with the `inference` of a deployment, which stands at a path. Values of secrets are never repeated. */
export function checkInference(block: unknown, at: Path, routes: InferenceRoutes = inferenceRoutes): Problem[] {
	const names = Object.keys(routes);
	const problems = checkChosenMember(block, names, "route", at);
	const chosen = chosenMember(block, names);
	const route = chosen && routes[chosen.name];
	return route ? [...problems, ...checkRoute(route, chosen, [...at, chosen.name])] : problems;
}

function checkRoute(route: InferenceRoute, { name, value: block }: ChosenMember, at: Path): Problem[] {
	const structure = checkStructure({ ...route.options, models: {}, signIn: {} }, block, name, at);
	if (!isObject(block)) return structure;
	const options = checkValues(route.options, block, at);
	const region = memberOf(block, "region");
	const regionStands =
		typeof region === "string" && !options.some((one) => isError(one) && one.path[at.length] === "region");

	const signIns = Object.keys(route.signIn);
	const signInBlock = memberOf(block, "signIn");
	const problems = [
		...structure,
		...options,
		...checkChosenMember(signInBlock, signIns, "way to sign in", [...at, "signIn"]),
	];
	const chosen = chosenMember(signInBlock, signIns);
	const signIn = chosen && route.signIn[chosen.name];
	if (signIn) problems.push(...checkSignIn(signIn, chosen, [...at, "signIn", chosen.name]));
	for (const needed of signIn?.needs ?? []) {
		if (memberOf(block, needed) !== undefined) continue;
		problems.push(error([...at, needed], `is missing; signIn.${chosen?.name} needs it`));
	}

	// Where it is open how to sign in, nothing is held against the models that another answer could mend.
	const discovery = signIn === undefined || !(signIn.modelsRequired ?? route.modelsRequired);
	const models = memberOf(block, "models");
	const place = { discovery, ...(regionStands && { region }) };
	if (models !== undefined) problems.push(...checkModels(route, models, place, [...at, "models"]));
	else if (!discovery)
		problems.push(error([...at, "models"], `is missing; the app cannot ask ${name} for its models here`));
	return problems;
}

function checkSignIn(signIn: SignIn, { name, value }: ChosenMember, at: Path): Problem[] {
	if (signIn.key !== undefined) return checkSetting(signIn.key, value, at);
	const shape = signIn.members ?? {};
	return [...checkStructure(shape, value, name, at), ...checkValues(shape, value, at)];
}
