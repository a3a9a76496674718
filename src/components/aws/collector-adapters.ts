import * as pulumi from "@pulumi/pulumi";
import type { EcsProvision } from "../../observability/ecs/options.js";
import type { CollectorAdapter } from "../adapters.js";
import { EcsCollector } from "./ecs-collector.js";

type Late = pulumi.Input<string>;

/** The block of a deployment file, with outputs where references stand. */
export interface EcsAdapterOptions extends Omit<EcsProvision<Late>, "subnetIds" | "balancerSubnetIds"> {
	/** Private subnets of the tasks, with a way to what the collector has to reach. */
	readonly subnetIds: readonly Late[] | pulumi.Output<readonly string[]> | pulumi.Output<string[]>;
	/** Subnets of the load balancer, in two zones at least. @default - those of the tasks */
	readonly balancerSubnetIds?: readonly Late[] | pulumi.Output<readonly string[]> | pulumi.Output<string[]>;
}

/** A collector on Amazon ECS with Fargate. Creates what the block does not name. */
export function ecs(options: EcsAdapterOptions): Required<CollectorAdapter> {
	const { subnetIds, balancerSubnetIds } = options;
	return {
		name: "ecs",
		options: {
			...options,
			subnetIds: listOf(subnetIds),
			...(balancerSubnetIds && { balancerSubnetIds: listOf(balancerSubnetIds) }),
		},
		place(name, request, opts) {
			const { late, balancer, bucket, logGroup } = new EcsCollector(name, request, opts);
			return { late, outputs: { balancer, bucket, logGroup } };
		},
	};
}

/** An output of a list becomes an item of a list, so that what the plan looks at is a list. */
function listOf(given: EcsAdapterOptions["subnetIds"]): readonly unknown[] {
	return pulumi.Output.isInstance(given) ? [given] : given;
}
