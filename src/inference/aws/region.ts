import { partitionOfRegion } from "../../cloud/aws-region.js";
import { error } from "../../problem.js";
import type { Rule } from "../../shape/shape.js";

/** Partitions whose hosts the documentation names. */
export type AwsPartition = "aws" | "aws-us-gov";

/** The partition of a region, or undefined where it is another, such as `aws-cn`. */
export function partitionOf(region: string): AwsPartition | undefined {
	const partition = partitionOfRegion(region);
	return partition === "aws" || partition === "aws-us-gov" ? partition : undefined;
}

/** Refuses a region of which nobody says what its hosts are called. */
export const checkPartition: Rule<string> = (region) => {
	if (partitionOf(region)) return [];
	const message = "is in an AWS partition whose hosts are not documented; expected a commercial or us-gov region";
	return [error("other-partition", [], message)];
};
