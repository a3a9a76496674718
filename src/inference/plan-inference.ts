import type { JsonValue } from "../json.js";
import type { Path } from "../path.js";
import { type InferenceRoutes, isLeftOut } from "./check-inference.js";
import { memberOf, type RouteMembers } from "./check-members.js";
import { chosenMember } from "./chosen-member.js";
import { uniformModels } from "./models.js";
import type { InferenceRoute } from "./route.js";

/** A value of a managed key and where in the deployment it was written. */
export interface PlacedSetting {
	readonly value: JsonValue;
	readonly path: Path;
}

/** What a deployment's `inference` comes to. */
export interface InferencePlan {
	/** The registry's word for the route. */
	readonly name: string;
	readonly route: InferenceRoute;
	/** Name of the sign-in block. */
	readonly signIn: string;
	/** Values by managed key, secrets by reference. */
	readonly settings: ReadonlyMap<string, PlacedSetting>;
	readonly hints: Readonly<Record<string, string>>;
}

/** The settings that a block stands for, or undefined where it is open which route or way to sign in it means. */
export function planInference(block: unknown, at: Path, routes: InferenceRoutes): InferencePlan | undefined {
	const chosen = chosenMember(block, routes);
	const signIn = chosen && chosenMember(memberOf(chosen.value, "signIn"), chosen.variant.signIn);
	if (!signIn) return undefined;
	const { variant: route } = chosen;
	const { variant: way } = signIn;

	const blockAt = [...at, chosen.name];
	const signInAt = [...blockAt, "signIn", signIn.name];
	const blocks = [
		{ shape: route.options, from: chosen.value, path: blockAt },
		{ shape: way.members ?? {}, from: signIn.value, path: signInAt },
	];
	const settings = new Map<string, PlacedSetting>([
		["inferenceProvider", { value: chosen.name, path: blockAt }],
		["inferenceCredentialKind", { value: way.kind, path: signInAt }],
	]);
	const set = (key: string | undefined, given: unknown, path: Path) => {
		// A deployment is JSON throughout.
		if (key !== undefined && given !== undefined) settings.set(key, { value: given as JsonValue, path });
	};
	if (!isLeftOut(signIn.value)) set(way.key, signIn.value, signInAt);
	for (const { shape, from, path } of blocks) {
		for (const [name, { key }] of Object.entries(shape)) set(key, memberOf(from, name), [...path, name]);
	}
	const models = memberOf(chosen.value, "models");
	set("inferenceModels", Array.isArray(models) ? uniformModels(models) : models, [...blockAt, "models"]);
	const hints = Object.assign({}, ...blocks.map(({ shape, from }) => hintsOf(shape, from)));
	return { name: chosen.name, route, signIn: signIn.name, settings, hints };
}

function hintsOf(shape: RouteMembers, from: unknown): Record<string, string> {
	const given = Object.entries(shape).flatMap(([name, { hint }]) => {
		const value = memberOf(from, name);
		return hint !== undefined && typeof value === "string" ? [[hint, value]] : [];
	});
	return Object.fromEntries(given);
}
