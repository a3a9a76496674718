import { checkSetting } from "../configuration/check-setting.js";
import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { error, isError, type Problem } from "../problem.js";
import { checkTokens } from "../reference/check-tokens.js";
import { checkShape } from "../shape/check-shape.js";
import { checkStructure, checkValues, memberOf } from "./check-members.js";
import { checkModels } from "./check-models.js";
import { type ChosenMember, checkChosenMember, chosenMember } from "./chosen-member.js";
import type { InferenceRoute, SignIn } from "./route.js";

export type InferenceRoutes = Readonly<Record<string, InferenceRoute>>;

/** What is wrong with the `inference` of a deployment, which stands at a path. Values of secrets are never repeated. */
export function checkInference(block: unknown, at: Path, routes: InferenceRoutes): Problem[] {
	const problems = checkChosenMember(block, Object.keys(routes), "route", at);
	const chosen = chosenMember(block, routes);
	return chosen ? [...problems, ...checkRoute(chosen, [...at, chosen.name])] : problems;
}

function checkRoute({ name, value: block, variant: route }: ChosenMember<InferenceRoute>, at: Path): Problem[] {
	const provision = route.provisioning ? { provision: {} } : {};
	const structure = checkStructure({ ...route.options, ...provision, models: {}, signIn: {} }, block, name, at);
	if (!isObject(block)) return structure;
	const provisioning = route.provisioning !== undefined && memberOf(block, "provision") !== undefined;
	const options = checkValues(route.options, block, at);
	const region = memberOf(block, "region");
	const regionStands =
		typeof region === "string" && !options.some((one) => isError(one) && one.path[at.length] === "region");

	const signInBlock = memberOf(block, "signIn");
	const chosen = chosenMember(signInBlock, route.signIn);
	const signIn = chosen?.variant;
	const needed = (signIn?.needs ?? []).filter((each) => memberOf(block, each) === undefined);

	// Where it is open how to sign in, nothing is held against the models that another answer could mend.
	const discovery = signIn === undefined || !(signIn.modelsRequired ?? route.modelsRequired);
	const models = memberOf(block, "models");
	const place = { discovery, provisions: provisioning, ...(regionStands && { region }) };
	const withoutModels = `is missing; the app cannot ask ${name} for its models here`;
	return [
		...structure,
		...options,
		...checkProvision(route, block, at),
		...checkChosenMember(signInBlock, Object.keys(route.signIn), "way to sign in", [...at, "signIn"]),
		...(chosen ? checkSignIn(chosen, [...at, "signIn", chosen.name], provisioning) : []),
		...needed.map((each) => error("missing", [...at, each], `is missing; signIn.${chosen?.name} needs it`)),
		...(models === undefined ? [] : checkModels(route, models, place, [...at, "models"])),
		...(models === undefined && !discovery ? [error("missing", [...at, "models"], withoutModels)] : []),
	];
}

/** The form of the `provision` block; what it says is checked with the whole deployment in view. */
function checkProvision({ provisioning }: InferenceRoute, block: Record<string, unknown>, at: Path): Problem[] {
	const provision = memberOf(block, "provision");
	if (!provisioning || provision === undefined) return [];
	const path = [...at, "provision"];
	return [...checkShape(provisioning.shape, provision, { at: path }), ...checkTokens(provision, path)];
}

function checkSignIn(
	{ name, value, variant: signIn }: ChosenMember<SignIn>,
	at: Path,
	provisioning: boolean,
): Problem[] {
	if (signIn.key !== undefined) {
		const leftOut = provisioning && signIn.provisioned === true && isLeftOut(value);
		return leftOut ? [] : checkSetting(signIn.key, value, at);
	}
	const shape = signIn.members ?? {};
	return [...checkStructure(shape, value, name, at, provisioning), ...checkValues(shape, value, at)];
}

/** A block whose value provisioning decides is written as `{}`. */
export function isLeftOut(value: unknown): boolean {
	return isObject(value) && Object.keys(value).length === 0;
}
