import { findKey } from "../configuration/catalogue.js";
import { keyMember } from "../configuration/key-member.js";
import { either, object } from "../shape/build.js";
import type { Member, ObjectShape, Shape } from "../shape/shape.js";
import type { InferenceRoute, RouteMember, SignIn } from "./route.js";

/** The `inference` of a deployment: exactly one route. */
export function inferenceShape(routes: Readonly<Record<string, InferenceRoute>>): ObjectShape {
	const members = Object.entries(routes).map(([word, route]): [string, Member] => [
		word,
		{ shape: routeShape(word, route), summary: `${route.title}.` },
	]);
	return object(Object.fromEntries(members), {
		name: "InferenceBlocks",
		summary: "The block of each route.",
		exactlyOne: "route",
	});
}

/** What a group may say anew, for the deployment's route. */
export function groupInferenceShape(routes: Readonly<Record<string, InferenceRoute>>): ObjectShape {
	const ways = Object.entries(routes).map(([word, route]) => signInShape(word, route));
	return object(
		{
			models: modelsMember(
				"Where `provision` creates what people sign in as, a group with models of its own gets one of its own. What it shared until then goes with the last group that shares it, which is refused until `provision.retire` names it: let another group keep the deployment's models until devices have their new profiles.",
				"the deployment's",
			),
			signIn: {
				shape: either(...ways),
				summary:
					"The same way to sign in as the deployment's. A group that has its own key takes none that `provision` creates; one that says `bearerToken: {}` beside the deployment's own key gets one.",
				defaultNote: "the deployment's",
			},
		},
		{
			name: "GroupInference",
			summary: "What a group may say anew, for the deployment's route; a member replaces the deployment's.",
		},
	);
}

/** The block of a route in a deployment, as data. */
export function routeShape(word: string, route: InferenceRoute): ObjectShape {
	const { title, options, modelIds, signIn, modelsRequired, provisioning } = route;
	const isOptional = !modelsRequired || Object.values(signIn).some((way) => way.modelsRequired === false);
	const models = modelsMember(modelIds, isOptional ? "what the app finds at the provider" : undefined);
	return object(
		{
			...membersOf(options),
			models,
			...(provisioning && {
				provision: {
					shape: provisioning.shape,
					summary: `What to create in the cloud for the way to sign in${suitsEmpty(provisioning.shape) ? "; `{}` suits every way" : ""}.`,
					defaultNote: "nothing is created",
				},
			}),
			signIn: { shape: signInShape(word, route), summary: "Exactly one way to sign in.", required: true },
		},
		{ name: `${capital(word)}Options`, summary: `${title}.` },
	);
}

/** Whether a block says enough without a member. */
function suitsEmpty({ members }: ObjectShape): boolean {
	return Object.values(members).every(({ required }) => !required);
}

function signInShape(word: string, { title, signIn }: InferenceRoute): ObjectShape {
	const ways = Object.entries(signIn).map(([name, way]): [string, Member] => [name, signInMember(way)]);
	return object(Object.fromEntries(ways), {
		name: `${capital(word)}SignIns`,
		summary: `${title}: ways to sign in.`,
		exactlyOne: "way to sign in",
	});
}

function signInMember({ key, members = {}, name, summary, provisioned }: SignIn): Member {
	if (key === undefined) {
		return { shape: object(membersOf(members), name === undefined ? {} : { name, summary }), summary };
	}
	const { shape, secret } = keyed(key);
	const whole: Shape = provisioned ? either(shape, object({})) : shape;
	return { shape: whole, summary, ...(secret && { secret }) };
}

function membersOf(members: Readonly<Record<string, RouteMember>>): Record<string, Member> {
	return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, routeMember(member)]));
}

function routeMember({
	key,
	shape = { kind: "text" },
	summary,
	defaultNote,
	required,
	provisioned,
}: RouteMember): Member {
	// What a route takes is not for the catalogue to advise against.
	const { deprecated: _, ...ofKey } = key === undefined ? { shape, summary: "" } : keyed(key);
	const { default: value, defaultNote: noted, ...member } = ofKey;
	const said = summary === undefined ? member : { ...member, summary };
	if (required && !provisioned) return { ...said, required };
	const instead = provisioned ? "what `provision` creates; required without it" : (defaultNote ?? noted);
	return {
		...said,
		...(value !== undefined && { default: value }),
		...(instead !== undefined && { defaultNote: instead }),
	};
}

function modelsMember(summary: string, defaultNote: string | undefined): Member {
	const member = { ...keyed("inferenceModels"), summary };
	if (defaultNote !== undefined) return { ...member, defaultNote };
	const { defaultNote: _, ...required } = member;
	return { ...required, required: true };
}

function keyed(name: string): Member {
	const key = findKey(name);
	if (!key) throw new RangeError(`no managed key is called ${name}`);
	return keyMember(key);
}

function capital(word: string): string {
	return word.slice(0, 1).toUpperCase() + word.slice(1);
}
