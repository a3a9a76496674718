import type { InferenceRoute, RouteMember, SignIn } from "../../inference/route.js";
import { inferenceRoutes } from "../../inference/routes/index.js";
import type { JsonObject, JsonValue } from "../../json.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { error } from "../../problem.js";

/** The `inference` block that sets some of the settings. */
export interface RecognizedRoute {
	/** The registry's word. */
	readonly name: string;
	readonly block: JsonObject;
	/** Of its credential, which the app takes from the other settings where none is stated. */
	readonly kind: string;
	/** Keys that the block sets. */
	readonly keys: ReadonlySet<string>;
}

/** The order in which the app looks for a way to sign in, where no kind of credential is stated. */
const order = ["interactive", "workforce", "external-idp", "vendor-profile", "helper-script", "static"];

/** The route and the way to sign in that settings stand for, in the words of a deployment file. */
export function routeOf(settings: JsonObject): Outcome<RecognizedRoute> {
	const name = settings.inferenceProvider;
	const routes: Readonly<Record<string, InferenceRoute>> = inferenceRoutes;
	const known = Object.keys(routes).join(", ");
	if (typeof name !== "string") {
		const message = `is missing; a deployment has one of ${known}, so a profile without it cannot be described`;
		return refused(error("no-route", ["inferenceProvider"], message));
	}
	const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
	if (!route) return refused(error("no-route", ["inferenceProvider"], `is none of ${known}`));
	const signIn = signInOf(route, settings);
	if (!signIn) {
		const ways = Object.keys(route.signIn).join(", ");
		const message = `no way to sign in at ${name} is complete; expected the keys of one of ${ways}`;
		return refused(error("no-sign-in", ["inferenceCredentialKind"], message));
	}
	const keys = new Set(["inferenceProvider", "inferenceCredentialKind", "inferenceModels"]);
	const take = (members: Readonly<Record<string, RouteMember>>) =>
		Object.entries(members).flatMap(([member, { key }]): [string, JsonValue][] => {
			const value = key === undefined ? undefined : settings[key];
			if (key === undefined || value === undefined) return [];
			keys.add(key);
			return [[member, value]];
		});
	const [word, way] = signIn;
	if (way.key !== undefined) keys.add(way.key);
	const own = way.key === undefined ? Object.fromEntries(take(way.members ?? {})) : (settings[way.key] ?? {});
	const models = settings.inferenceModels;
	const block = {
		...Object.fromEntries(take(route.options)),
		...(models !== undefined && { models }),
		signIn: { [word]: own },
	};
	return made({ name, block, kind: way.kind, keys });
}

function signInOf(route: InferenceRoute, settings: JsonObject): [string, SignIn] | undefined {
	const kind = settings.inferenceCredentialKind;
	const ways = Object.entries(route.signIn)
		.filter(([, way]) => isComplete(way, settings))
		// Of two of one kind the one that says more is meant.
		.sort(([, a], [, b]) => countOf(b, settings) - countOf(a, settings));
	const stated = ways.find(([, way]) => way.kind === kind);
	if (stated || kind !== undefined) return stated;
	// One that needs no key is always complete, and meant only where nothing else is there.
	const said = ways.filter(([, way]) => countOf(way, settings) > 0);
	return order.flatMap((each) => said.filter(([, way]) => way.kind === each))[0] ?? ways[0];
}

function isComplete({ key, members = {} }: SignIn, settings: JsonObject): boolean {
	if (key !== undefined) return settings[key] !== undefined;
	return Object.values(members).every(
		(each) => !each.required || each.key === undefined || settings[each.key] !== undefined,
	);
}

function countOf({ key, members = {} }: SignIn, settings: JsonObject): number {
	const keys = key === undefined ? Object.values(members).map((each) => each.key) : [key];
	return keys.filter((each) => each !== undefined && settings[each] !== undefined).length;
}
