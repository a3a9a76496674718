/** Partitions whose hosts the documentation names. */
export type AwsPartition = "aws" | "aws-us-gov";

/** The partition of a region, or undefined where it is another, such as `aws-cn`. */
export function partitionOf(region: string): AwsPartition | undefined {
	if (region.startsWith("us-gov-")) return "aws-us-gov";
	return /^(cn-|eusc-|[a-z]{2}-iso[a-z]?-)/.test(region) ? undefined : "aws";
}

/** What is wrong with an AWS region that is well formed, or undefined. */
export function awsRegionRule(region: string): string | undefined {
	if (partitionOf(region)) return undefined;
	return "is in an AWS partition whose hosts are not documented; expected a commercial or us-gov region";
}
