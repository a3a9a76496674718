import * as pulumi from "@pulumi/pulumi";
import {
	isPolicyReference,
	type PlannedLookUp,
	type PlannedResource,
	type ResourcePlan,
} from "../cloud/planned-resource.js";
import type { JsonObject, JsonValue } from "../json.js";
import { type LateInput, TokenValues } from "./token-values.js";

/** What comes of a resource or a look-up, by the names that tokens give it. */
export type PlacedOutputs = Readonly<Record<string, LateInput>>;

export interface PlacedResource {
	readonly resource: pulumi.CustomResource;
	readonly outputs: PlacedOutputs;
}

/** How a cloud's kinds of resources are created, and how it is asked. */
export interface CloudPlacers {
	/** By the kind in the plan; it says which properties there are. */
	readonly resources: Readonly<
		Record<string, (name: string, properties: never, opts: pulumi.CustomResourceOptions) => PlacedResource>
	>;
	/** By what the plan asks. */
	readonly lookUps: Readonly<Record<string, (properties: never, opts: pulumi.InvokeOptions) => PlacedOutputs>>;
}

export interface PlanPlacement {
	/** Logical names begin with it. */
	readonly name: string;
	readonly plan: ResourcePlan;
	/** What a program passed, by the place in the deployment. */
	readonly passed: (place: string) => LateInput | undefined;
	readonly placers: CloudPlacers;
	readonly opts: pulumi.CustomResourceOptions;
	/** What must stand before any of it. @default - nothing */
	readonly after?: readonly pulumi.Resource[];
	/** What is to be done around resources, by their ids in the plan. @default - nothing */
	readonly hooks?: Readonly<Record<string, pulumi.ResourceHookBinding>>;
	/** Providers of other accounts, by their words in the plan. @default - all is in one account */
	readonly providers?: Readonly<Record<string, pulumi.ProviderResource | undefined>>;
}

/** A plan that stands. */
export interface PlacedPlan {
	/** By the id in the plan. */
	readonly resources: Readonly<Record<string, pulumi.CustomResource>>;
	/** What late references stand for, by their names. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
	readonly outputs: Readonly<Record<string, Readonly<Record<string, pulumi.Output<string>>>>>;
	/** As JSON text, by name. */
	readonly policies: Readonly<Record<string, pulumi.Output<string>>>;
	readonly values: TokenValues;
}

/** Creates what was planned, and nothing else. */
export function placePlan(placement: PlanPlacement): PlacedPlan {
	const { name, plan, passed, placers, hooks = {} } = placement;
	const values = new TokenValues(passed);
	const define = (id: string, outputs: PlacedOutputs) => {
		for (const [output, value] of Object.entries(outputs)) values.define(`${id}.${output}`, value);
	};
	const documentText = documentTexts(values);
	const policyText = (value: JsonValue) => {
		const document = isPolicyReference(value) ? plan.policies[value.policy] : undefined;
		return document && documentText(document);
	};
	for (const lookUp of plan.lookUps) {
		const ask = found(placers.lookUps, lookUp.asks);
		define(lookUp.id, ask(values.inputs(lookUp.properties, policyText) as never, optionsOf(lookUp, placement)));
	}
	const resources: Record<string, pulumi.CustomResource> = {};
	for (const planned of plan.resources) {
		const place = found(placers.resources, planned.type);
		const before = (planned.after ?? []).flatMap((id) => resources[id] ?? []);
		const options: pulumi.CustomResourceOptions = {
			...pulumi.mergeOptions(optionsOf(planned, placement), dependingOn(placement, before)),
			...(planned.kept && { retainOnDelete: true }),
			...(planned.fixed && { ignoreChanges: [...planned.fixed] }),
			...(hooks[planned.id] && { hooks: hooks[planned.id] }),
		};
		const properties = values.inputs(planned.properties, policyText) as never;
		const placed = place(`${name}-${planned.id}`, properties, options);
		resources[planned.id] = placed.resource;
		define(planned.id, placed.outputs);
	}
	return {
		resources,
		late: texts(plan.late, values),
		outputs: Object.fromEntries(Object.entries(plan.outputs).map(([word, each]) => [word, texts(each, values)])),
		policies: Object.fromEntries(
			Object.entries(plan.policies).map(([policy, document]) => [policy, documentText(document)]),
		),
		values,
	};
}

function optionsOf(
	{ account }: Pick<PlannedResource | PlannedLookUp, "account">,
	{ opts, providers = {} }: PlanPlacement,
): pulumi.CustomResourceOptions {
	const provider = account === undefined ? undefined : providers[account];
	return provider ? { ...opts, provider } : opts;
}

function dependingOn({ after = [] }: PlanPlacement, ofPlan: readonly pulumi.Resource[]) {
	const dependsOn = [...after, ...ofPlan];
	return dependsOn.length > 0 ? { dependsOn } : {};
}

/** Each document is filled once, and not before the plan needs it: what it names may stand only then. */
function documentTexts(values: TokenValues) {
	const made = new Map<JsonObject, pulumi.Output<string>>();
	return (document: JsonObject): pulumi.Output<string> => {
		const text = made.get(document) ?? values.data(document).apply((filled) => JSON.stringify(filled));
		made.set(document, text);
		return text;
	};
}

function texts(late: Readonly<Record<string, string>>, values: TokenValues) {
	return Object.fromEntries(Object.entries(late).map(([name, text]) => [name, values.text(text)]));
}

function found<Placer>(placers: Readonly<Record<string, Placer>>, word: string): Placer {
	const placer = Object.hasOwn(placers, word) ? placers[word] : undefined;
	if (!placer) throw new RangeError(`nothing here places ${word}`);
	return placer;
}
