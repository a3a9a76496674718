import { memberOf, type RouteMembers } from "../inference/check-members.js";
import { chosenMember } from "../inference/chosen-member.js";
import { planInference } from "../inference/plan-inference.js";
import type { InferenceRoute } from "../inference/route.js";
import { isObject } from "../json.js";
import { type Path, valueAt } from "../path.js";
import type { Registries } from "../registries.js";

/** What the rest of a deployment already says about managed keys. */
export interface SettingsContext {
	/** Absent where it is open which route the deployment means. */
	readonly provider: string | undefined;
	/** Keys that something else in the deployment sets, each with the place that does. */
	readonly setElsewhere: ReadonlyMap<string, Path>;
	/** Keys that something else decides and says nothing of, each with the place that would. */
	readonly leftUnsaid: ReadonlyMap<string, Path>;
	/** Keys of the route's ways to sign in, each with the place that takes it. */
	readonly credentials: ReadonlyMap<string, Path>;
	/** Keys whose values the route checks beyond what the catalogue says, each with the place that takes it. */
	readonly routeChecked: ReadonlyMap<string, Path>;
}

export function settingsContext(input: Record<string, unknown>, registries: Registries): SettingsContext {
	const chosen = chosenMember(input.inference, registries.routes);
	const route = chosen?.variant;
	const at = ["inference", chosen?.name ?? ""];
	const setElsewhere = new Map<string, Path>(route && setByOptions(route, chosen.value, at));
	const plan = planInference(input.inference, ["inference"], registries.routes);
	for (const [key, { path }] of plan?.settings ?? []) setElsewhere.set(key, path);
	const observability = registries.observability?.read(input.observability, registries.collectorHosts);
	const leftUnsaid = new Map<string, Path>();
	for (const [key, path] of (observability && registries.observability?.decidedKeys(observability)) ?? [])
		(valueAt(input, path) === undefined ? leftUnsaid : setElsewhere).set(key, path);
	const uuid = ["organization", "uuid"];
	if (valueAt(input, uuid) !== undefined) setElsewhere.set("deploymentOrganizationUuid", uuid);
	return {
		provider: chosen?.name,
		setElsewhere,
		leftUnsaid,
		credentials: new Map(route && credentialsOf(route, at)),
		routeChecked: new Map(route && routeChecked(route, at)),
	};
}

/** What the block says even where its way to sign in is wrong. */
function setByOptions(route: InferenceRoute, block: unknown, at: Path): [string, Path][] {
	if (!isObject(block)) return [];
	return placesOf(route.options, at).filter(([, path]) => memberOf(block, String(path.at(-1))) !== undefined);
}

function credentialsOf(route: InferenceRoute, at: Path): [string, Path][] {
	return Object.entries(route.signIn).flatMap(([name, way]) => {
		const place = [...at, "signIn", name];
		const whole: [string, Path][] = way.key === undefined ? [] : [[way.key, place]];
		return [...whole, ...placesOf(way.members ?? {}, place)];
	});
}

function routeChecked(route: InferenceRoute, at: Path): [string, Path][] {
	const ruled = Object.entries(route.options).filter(([, member]) => member.rule !== undefined);
	return [...placesOf(Object.fromEntries(ruled), at), ["inferenceModels", [...at, "models"]]];
}

function placesOf(members: RouteMembers, at: Path): [string, Path][] {
	return Object.entries(members).flatMap(([name, { key }]) => (key === undefined ? [] : [[key, [...at, name]]]));
}
