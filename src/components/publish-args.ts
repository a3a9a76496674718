import type * as pulumi from "@pulumi/pulumi";
import type { PublishOptions } from "../publication/publish-options.js";
import type { PublishedDeployment } from "../publication/published.js";
import type { ReviewSide } from "../review/compare.js";
import { blocksOf } from "./adapter-blocks.js";
import type { StoreAdapters } from "./take-adapters.js";

/** Where a component publishes to, and who gets what is published first. */
export interface PublishArgs extends PublishOptions<pulumi.Input<string>> {
	/** Such as `[local({ directory: "./published" })]`. */
	readonly stores: StoreAdapters;
	/** What stands in each store already, by the store's word. @default - nobody has looked, and holds go unchecked */
	readonly published?: Readonly<Record<string, PublishedDeployment>>;
	/** What a preview says the changes from. @default - nobody has read it, or nothing was published yet */
	readonly standing?: ReviewSide;
}

/** The `publish` that a deployment file would have. */
export function publishBlock({ stores, rings, sign, perimeter }: PublishArgs): Record<string, unknown> {
	return {
		...blocksOf(stores),
		...(rings !== undefined && { rings }),
		...(sign !== undefined && { sign }),
		...(perimeter !== undefined && { perimeter }),
	};
}

/** Nothing is published anywhere. */
export const unpublished: PublishArgs = { stores: [] };
