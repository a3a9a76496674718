import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, type CoworkDeploymentArgs } from "../components/cowork-deployment.js";
import { lookUpPublished } from "../components/look-up-published.js";
import { orRunError, runError } from "../components/run-error.js";
import { secretKeys } from "../components/secret-keys.js";
import { splitPublish } from "../deployment/check-publish.js";
import { extendDeployment } from "../deployment/load.js";
import { parseDeployment } from "../deployment/parse.js";
import { repositoryFiles } from "../deployment/repository-files.js";
import { inferenceRoutes } from "../inference/routes/index.js";
import { spellOutModels } from "../inference/spell-out-models.js";
import { isObject } from "../json.js";
import { firewallAdapters, inferenceAdapters, routeLookUps, storeAdapters } from "./adapters.js";
import { readDifferently, stackFile } from "./stack-file.js";

/**
 * The deployment that a stack's configuration describes, under `<project>:deployment`.
 *
 * @throws `pulumi.RunError` with every problem, before anything is registered
 */
export async function deploymentOfStack(): Promise<CoworkDeployment> {
	const configured = readConfiguration();
	const extended = withExtended(configured);
	const written = await withLookedUp(spellOutModels(extended.value, inferenceRoutes));
	// Checked as a whole first: an unknown word has no adapter to load, and a file holds no secret in the clear.
	const { deployment } = orRunError(() =>
		parseDeployment(written, {
			found: [...readDifferently(configurationKey(), configured), ...extended.problems],
			locate: extended.locate,
		}),
	);
	const { inference, firewall, publish, ...rest } = written;
	const [route] = await adapters(inference, inferenceAdapters);
	const args = {
		...rest,
		inference: route,
		firewall: await adapters(firewall, firewallAdapters),
		publish: await publishArgs(publish),
		// Its form was checked above; the component checks it once more for programs that come without a file.
	} as unknown as CoworkDeploymentArgs;
	return new CoworkDeployment(deployment.name, await lookUpPublished(deployment.name, args));
}

function configurationKey(): string {
	return `${new pulumi.Config().name}:deployment`;
}

function readConfiguration(): Record<string, unknown> {
	const key = configurationKey();
	// The engine decrypts what stands under `secure:` and hands it over in clear, as a part of everything else.
	if (secretKeys()?.includes(key)) {
		throw runError(
			`${key}: holds a secure: value, which would be in clear here; set the secret under a key of its own and refer to it as { fromConfig: key }`,
		);
	}
	const written = new pulumi.Config().getObject<unknown>("deployment");
	if (isObject(written)) return written;
	throw runError(
		`${key}: is missing in this stack's configuration; expected the words of a deployment file, as in Pulumi.quickstart.yaml`,
	);
}

/** What the deployment extends merged in; paths are relative to the stack's file. */
function withExtended(configured: Record<string, unknown>) {
	if (!Object.hasOwn(configured, "extends")) return { value: configured, problems: [], locate: () => undefined };
	const file = stackFile();
	const allowOutside = new pulumi.Config().getBoolean("allowOutside") ?? false;
	const { value, ...rest } = extendDeployment(configured, file, repositoryFiles(file, { allowOutside }));
	return { value: isObject(value) ? value : {}, ...rest };
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
