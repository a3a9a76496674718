import path from "node:path";
import { type OpenedStore, StoreFault } from "../object-store/object-reader.js";
import { openStore } from "../object-store/open-store.js";
import type { Problem } from "../problem.js";
import { storesWithRevisions } from "../publication/rings.js";
import { CommandExit } from "./exit.js";
import type { Output } from "./output.js";
import { type ReadDeployment, standardInput } from "./read-deployment.js";

/** A store of a deployment with revisions in it. */
export interface PublishingStore {
	/** Its word. */
	readonly store: string;
	readonly opened: OpenedStore;
}

/**
 * Opens every store of a deployment that keeps revisions.
 *
 * @throws CommandExit where there is none, or one of them cannot be opened
 */
export async function publishingStores(
	{ deployment, file, registries }: ReadDeployment,
	{ environment }: Pick<Output, "environment">,
): Promise<readonly PublishingStore[]> {
	const words = storesWithRevisions(deployment, registries);
	if (words.length === 0) {
		const none = Object.keys(deployment.publish).length === 0;
		const why = none
			? "names no store; add one to publish"
			: "keeps no revisions; a local folder does where publish.rings names rings";
		throw new CommandExit(2, `the deployment ${why}`);
	}
	const base = file === standardInput.file ? "." : path.dirname(file);
	return Promise.all(
		words.map(async (store) => {
			const request = { deployment: deployment.name, base: path.resolve(base), environment };
			const opened = await orExit(store, () => openStore(store, deployment.publish[store] ?? {}, request));
			if (!opened) throw new CommandExit(2, `publish.${store}: nothing here reads such a store`);
			return { store, opened };
		}),
	);
}

/** A line for something that is wrong in a store, by the key that it is wrong with. */
export function storeLine({ store, opened }: PublishingStore, { path: [key], message }: Problem): string {
	return `publish.${store}: ${opened.general.title}${key} ${message}`;
}

/** What work gives; a store that gives no answer ends the command. */
export async function orExit<Result>(store: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (fault) {
		if (!(fault instanceof StoreFault)) throw fault;
		throw new CommandExit(1, `publish.${store}: cannot be looked at: ${fault.message}`);
	}
}
