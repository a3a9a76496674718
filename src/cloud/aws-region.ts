/**
 * Partition that a region is in: the second word of the ARNs of what is there.
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export function partitionOfRegion(region: string): string {
	if (region.startsWith("cn-")) return "aws-cn";
	if (region.startsWith("us-gov-")) return "aws-us-gov";
	if (region.startsWith("eusc-")) return "aws-eusc";
	const [, isolated] = /^[a-z]{2}-iso([a-z]?)-/.exec(region) ?? [];
	if (isolated === undefined) return "aws";
	return isolated === "" ? "aws-iso" : `aws-iso-${isolated}`;
}
