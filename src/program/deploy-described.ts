import type * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, type CoworkDeploymentArgs } from "../components/cowork-deployment.js";
import type { GivenSecrets } from "../components/given-secrets.js";
import { lookUpPublished } from "../components/look-up-published.js";
import { orRunError } from "../components/run-error.js";
import { splitPublish } from "../deployment/check-publish.js";
import type { LoadedDeployment } from "../deployment/load.js";
import { parseDeployment } from "../deployment/parse.js";
import { inferenceRoutes } from "../inference/routes/index.js";
import { spellOutModels } from "../inference/spell-out-models.js";
import { isObject } from "../json.js";
import { collectorAdapters, firewallAdapters, inferenceAdapters, routeLookUps, storeAdapters } from "./adapters.js";

export interface DescribedOptions {
	/** By the name that references say. @default - each is found where its reference says */
	readonly secrets?: GivenSecrets;
	readonly opts?: pulumi.ComponentResourceOptions;
}

/**
 * Deploys what the words of a deployment file describe, with the adapter that each word stands for: only those of the
 * clouds that it names are loaded.
 *
 * @throws `pulumi.RunError` with every problem, before anything is registered
 */
export async function deployDescribed(
	loaded: LoadedDeployment,
	{ secrets = {}, opts }: DescribedOptions = {},
): Promise<CoworkDeployment> {
	const described = isObject(loaded.value) ? loaded.value : {};
	const written = await withLookedUp(spellOutModels(described, inferenceRoutes));
	// Checked as a whole first: an unknown word has no adapter to load, and a file holds no secret in the clear.
	const { deployment } = orRunError(() =>
		parseDeployment(isObject(loaded.value) ? written : loaded.value, {
			found: loaded.problems,
			locate: loaded.locate,
		}),
	);
	const { inference, firewall, publish, observability, ...rest } = written;
	const [route] = await adapters(inference, inferenceAdapters);
	const args = {
		...rest,
		secrets,
		inference: route,
		firewall: await adapters(firewall, firewallAdapters),
		publish: await publishArgs(publish),
		...(isObject(observability) && { observability: await observabilityArgs(observability) }),
		// Its form was checked above; the component checks it once more for programs that come without a file.
	} as unknown as CoworkDeploymentArgs;
	return new CoworkDeployment(deployment.name, await lookUpPublished(deployment.name, args), opts);
}

/** What a route's cloud knows better than this package, where the deployment leaves it open. */
async function withLookedUp(written: Record<string, unknown>): Promise<Record<string, unknown>> {
	const { inference, groups } = written;
	if (!isObject(inference)) return written;
	const blocks = Object.entries(inference).map(async ([name, block]) => {
		const lookUp = isObject(block) && Object.hasOwn(routeLookUps, name) ? await routeLookUps[name]?.() : undefined;
		return [name, lookUp && isObject(block) ? await lookUp(block, groups) : block];
	});
	return { ...written, inference: Object.fromEntries(await Promise.all(blocks)) };
}

async function observabilityArgs(observability: Record<string, unknown>) {
	const { collector } = observability;
	if (!isObject(collector) || collector.provision === undefined) return observability;
	const [provision] = await adapters(collector.provision, collectorAdapters);
	return { ...observability, collector: { ...collector, provision } };
}

async function publishArgs(publish: unknown) {
	const { options, stores } = splitPublish(publish);
	return { ...options, stores: await adapters(stores, storeAdapters) };
}

async function adapters<Made>(
	blocks: unknown,
	table: Readonly<Record<string, () => Promise<(options: never) => Made>>>,
): Promise<Made[]> {
	return Promise.all(
		Object.entries(isObject(blocks) ? blocks : {}).map(async ([name, options]) => {
			const make = await table[name]?.();
			if (!make) throw new RangeError(`no adapter for ${name}`);
			// Every table's functions take the block of their own word, which was checked against it.
			return make(options as never);
		}),
	);
}
