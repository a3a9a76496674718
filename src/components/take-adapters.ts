import { artifactStores, type StoreName } from "../artifact-store/index.js";
import type { FirewallBackendName } from "../firewall/index.js";
import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { error, type Problem } from "../problem.js";
import { blocksOf } from "./adapter-blocks.js";
import type { Adapter, CollectorAdapter, FirewallAdapter, InferenceAdapter } from "./adapters.js";
import type { StoreAdapter } from "./artifact-store/store-adapter.js";
import { type PublishArgs, unpublished } from "./publish-args.js";

/** What the compiler says where the words of a file stand in place of an adapter. */
export type Called<Words extends string, Before extends string, After extends string = ""> = {
	readonly [Word in Words]?: `${Before}${Word}({...})${After}`;
};

// The compiler tells of the first part that does not fit, so that the list stands last.
/** Rule sets, such as `[squid()]`. */
export type FirewallAdapters = Called<FirewallBackendName, "firewall takes [", "]"> & {
	readonly name?: "firewall takes [squid({...})]";
} & readonly (FirewallAdapter & Called<FirewallBackendName, "firewall takes [", "]">)[];

/** Places to publish to, such as `[local({ directory: "./published" })]`. */
export type StoreAdapters = Called<StoreName, "stores takes [", "]"> & {
	readonly name?: "stores takes [local({...})]";
} & readonly (StoreAdapter & Called<StoreName, "stores takes [", "]">)[];

/** What was given for the axes that provision. A program in JavaScript, or one that casts, can pass whatever it likes. */
export interface GivenAdapters {
	readonly inference?: unknown;
	readonly firewall?: unknown;
	readonly publish?: unknown;
	/** Its collector's `provision` is an adapter. */
	readonly observability?: unknown;
}

/** The adapters among that; what is none is left out, with a problem. */
export interface TakenAdapters {
	readonly inference?: InferenceAdapter;
	readonly firewall: readonly FirewallAdapter[];
	readonly publish: PublishArgs;
	/** With the block that a file would have in the place of an adapter. */
	readonly observability?: unknown;
	readonly collector?: CollectorAdapter;
	readonly problems: readonly Problem[];
}

export function takeAdapters({
	inference,
	firewall = [],
	publish = unpublished,
	observability,
}: GivenAdapters): TakenAdapters {
	const rules = takeList(firewall, ["firewall"], isAdapter, { example: "squid", list: (calls) => `[${calls}]` });
	const { options, given, at } = publishingOf(publish);
	const stores = takeList(given, at, isStore, { example: "local", list: (calls) => `{ stores: [${calls}] }` });
	const collector = takeCollector(observability);
	const isRoute = isAdapter<InferenceAdapter>(inference);
	return {
		...(isRoute && { inference }),
		firewall: rules.adapters,
		publish: { ...options, stores: stores.adapters },
		...collector.taken,
		problems: [
			...(isRoute || inference === undefined
				? []
				: [noAdapter(["inference"], inference, { example: "gateway", list: (calls) => calls })]),
			...rules.problems,
			...stores.problems,
			...collector.problems,
		],
	};
}

/** What was given for stores, and where: whoever writes the words of a file writes them beside `rings` and `sign`. */
function publishingOf(publish: unknown) {
	if (!isObject(publish)) return { options: {}, given: undefined, at: ["publish"] };
	const { stores, ...options } = publish;
	const words = Object.entries(options).filter(([name]) => Object.hasOwn(artifactStores, name));
	if (words.length > 0) return { options: {}, given: Object.fromEntries(words), at: ["publish"] };
	return { options, given: stores ?? [], at: ["publish", "stores"] };
}

/** A block that is no adapter stays, so that whatever else is wrong with it is told as well. */
function takeCollector(observability: unknown): Pick<TakenAdapters, "problems"> & {
	readonly taken: Pick<TakenAdapters, "observability" | "collector">;
} {
	const { collector = undefined } = isObject(observability) ? observability : {};
	if (!isObject(observability) || !isObject(collector) || collector.provision === undefined) {
		return { taken: { observability }, problems: [] };
	}
	const { provision } = collector;
	if (!isAdapter<CollectorAdapter>(provision)) {
		const at = ["observability", "collector", "provision"];
		const problem = noAdapter(at, provision, { example: "ecs", list: (calls) => calls });
		return { taken: { observability }, problems: [problem] };
	}
	const block = { ...observability, collector: { ...collector, provision: blocksOf([provision]) } };
	return { taken: { observability: block, collector: provision }, problems: [] };
}

/** How adapters of an axis stand in a program. */
interface Written {
	readonly example: string;
	list(calls: string): string;
}

function takeList<Each extends Adapter>(
	given: unknown,
	at: Path,
	is: (value: unknown) => value is Each,
	written: Written,
): { readonly adapters: readonly Each[]; readonly problems: readonly Problem[] } {
	if (!Array.isArray(given)) return { adapters: [], problems: [noAdapter(at, given, written)] };
	const items: readonly unknown[] = given;
	const one = { ...written, list: (calls: string) => calls };
	return {
		adapters: items.filter(is),
		problems: items.flatMap((item, index) => (is(item) ? [] : [noAdapter([...at, index], item, one)])),
	};
}

function noAdapter(at: Path, given: unknown, { example, list }: Written): Problem {
	if (typeof given === "function" && given.name !== "") {
		return error(
			"not-an-adapter",
			at,
			`is the function ${given.name} itself; call it: ${list(`${given.name}({...})`)}`,
		);
	}
	if (isAdapter(given)) {
		return error(
			"not-an-adapter",
			at,
			`is ${given.name}({...}) alone; expected a list: ${list(`${given.name}({...})`)}`,
		);
	}
	const words = isObject(given) ? Object.keys(given).filter((word) => /^[a-z][A-Za-z0-9]*$/.test(word)) : [];
	const called = list((words.length > 0 ? words.slice(0, 3) : [example]).map((word) => `${word}({...})`).join(", "));
	const cure = "a program calls the function, and deploymentOfFile takes what a file says";
	return error("not-an-adapter", at, `takes ${called}; ${cure}`);
}

function isAdapter<Each extends Adapter>(value: unknown): value is Each {
	return isObject(value) && typeof value.name === "string" && "options" in value;
}

function isStore(value: unknown): value is StoreAdapter {
	return isAdapter<StoreAdapter>(value) && typeof value.open === "function";
}
