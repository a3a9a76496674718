/** Services of AWS that devices call, besides IAM Identity Center. */
export type AwsService = "runtime" | "control" | "mantle" | "sts";

/**
 * Host of a service's public endpoint in a region.
 * https://docs.aws.amazon.com/general/latest/gr/bedrock.html
 */
export function awsServiceHost(service: AwsService, region: string): string {
	return `${serviceWord(service, region)}.${region}.${service === "mantle" ? "api.aws" : "amazonaws.com"}`;
}

/**
 * Name by which an interface endpoint of a VPC is asked for.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html
 */
export function awsEndpointService(service: AwsService, region: string): string {
	return `com.amazonaws.${region}.${serviceWord(service, region)}`;
}

/** In the government regions the app calls the FIPS endpoints. */
function serviceWord(service: AwsService, region: string): string {
	const fips = region.startsWith("us-gov-") ? "-fips" : "";
	const words = { runtime: `bedrock-runtime${fips}`, control: `bedrock${fips}`, sts: "sts", mantle: "bedrock-mantle" };
	return words[service];
}
