/** Services of AWS that devices call, besides IAM Identity Center. */
export const awsServices = ["runtime", "control", "sts", "mantle"] as const;
export type AwsService = (typeof awsServices)[number];

interface ServiceHosts {
	/** What hosts of the service begin with. */
	readonly word: string;
	/** What they end in. */
	readonly domain: string;
	/** Whether regions of the government have them in a FIPS form, which the app calls. */
	readonly hasFips: boolean;
}

const services: Readonly<Record<AwsService, ServiceHosts>> = {
	runtime: { word: "bedrock-runtime", domain: "amazonaws.com", hasFips: true },
	control: { word: "bedrock", domain: "amazonaws.com", hasFips: true },
	sts: { word: "sts", domain: "amazonaws.com", hasFips: false },
	mantle: { word: "bedrock-mantle", domain: "api.aws", hasFips: false },
};

/**
 * Host of a service's public endpoint in a region, as the app calls it.
 * https://docs.aws.amazon.com/general/latest/gr/bedrock.html
 */
export function awsServiceHost(service: AwsService, region: string): string {
	return hostOf(service, serviceWord(service, region), region);
}

/** As {@link awsServiceHost}, but never the FIPS one: apps did not always call it, and accounts are set up without it. */
export function awsServiceHostWithoutFips(service: AwsService, region: string): string {
	return hostOf(service, services[service].word, region);
}

/**
 * Name by which an interface endpoint of a VPC is asked for.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html
 */
export function awsEndpointService(service: AwsService, region: string): string {
	return `com.amazonaws.${region}.${serviceWord(service, region)}`;
}

/** Whether the app calls the FIPS endpoints of a region, as it does in those of the government. */
export function callsFips(region: string): boolean {
	return region.startsWith("us-gov-");
}

/** The token service that is in no region. */
export const globalTokenService = "sts.amazonaws.com";

/** The hosts of IAM Identity Center in a region; no private endpoint serves them. */
export function identityCenterHosts(region: string): string[] {
	return [`portal.sso.${region}.amazonaws.com`, `oidc.${region}.amazonaws.com`];
}

/** Whether a host is AWS's own for inference, in public or as an endpoint in a VPC, rather than a proxy before it. */
export function isAwsInferenceHost(host: string): boolean {
	return /^(?:vpce-[a-z0-9-]+\.)?bedrock-(?:runtime(?:-fips)?|mantle)\.[a-z0-9-]+\.(?:amazonaws\.com|api\.aws|vpce\.amazonaws\.com)$/.test(
		host,
	);
}

function serviceWord(service: AwsService, region: string): string {
	const { word, hasFips } = services[service];
	return hasFips && callsFips(region) ? `${word}-fips` : word;
}

function hostOf(service: AwsService, word: string, region: string): string {
	return `${word}.${region}.${services[service].domain}`;
}
