import {
	awsServiceHost,
	awsServiceHostWithoutFips,
	callsFips,
	globalTokenService,
	identityCenterHosts,
	isAwsInferenceHost,
} from "../../../inference/aws-hosts.js";
import type { EgressContext } from "../../context.js";
import { type Destination, exact, ofUrl, subdomains } from "../../destination.js";
import type { RouteEgress } from "../../route-egress.js";
import { type EgressRow, page } from "../../row.js";
import { allOf, holds, type Windows } from "../../windows.js";
import { baseUrlRow, publicEndpoint, regional } from "./aws.js";
import { noAnswers } from "./inference.js";

const inference = {
	...noAnswers,
	key: "inferenceBedrockRegion",
	because: "model inference",
	opensSandbox: true,
} as const;
const control = {
	feature: "model-discovery",
	key: "inferenceBedrockRegion",
	because: "control plane: model discovery",
	ifDenied: "Models are not discovered; only those of inferenceModels are offered.",
	operator: "inference",
	requirement: "required",
	source: page("telemetry"),
} as const;
const signIn = { feature: "sign-in", operator: "inference", source: page("telemetry") } as const;
/** What the app's own list has for every kind of credential that may be one of AWS. */
const listed = {
	...signIn,
	key: "inferenceCredentialKind",
	requirement: "optional",
	since: "1.26832.0",
	source: page("in-app-configuration"),
	when: (context: EgressContext) => context.signsInOtherwise("static", "vendor-profile"),
} as const;
const profile = {
	...signIn,
	key: "inferenceBedrockProfile",
	requirement: "required",
	when: (context: EgressContext) => context.signsInBy("vendor-profile"),
} as const;
const startPage = {
	...signIn,
	key: "inferenceBedrockSsoStartUrl",
	because: "start page of IAM Identity Center, opened in the browser",
	ifDenied: "Users cannot sign in unless their browser gets to the page another way.",
	requirement: "optional",
	since: "1.6259.0",
	source: page("bedrock#in-app-aws-sign-in"),
	when: (context: EgressContext) => context.signsInBy("interactive"),
} as const;

/** Apps before this one called GovCloud by the names of every other region. */
const fipsSince = "1.26832.0";

const rows: readonly EgressRow[] = [
	{
		...inference,
		when: (context) => allOf(publicEndpoint(context), commercial(context)),
		hosts: (context) => regional(context, (region) => [awsServiceHost("runtime", region)]),
	},
	{
		...inference,
		because: "model inference at the FIPS endpoint of GovCloud",
		since: fipsSince,
		when: (context) => allOf(publicEndpoint(context), government(context)),
		hosts: (context) => regional(context, (region) => [awsServiceHost("runtime", region)]),
	},
	{
		...inference,
		until: fipsSince,
		when: (context) => allOf(publicEndpoint(context), government(context)),
		hosts: (context) => regional(context, (region) => [awsServiceHostWithoutFips("runtime", region)]),
	},
	baseUrlRow,
	{
		...control,
		when: commercial,
		hosts: (context) => regional(context, (region) => [awsServiceHost("control", region)]),
	},
	{
		...control,
		because: "control plane: model discovery, FIPS endpoint",
		since: fipsSince,
		when: government,
		hosts: (context) => regional(context, (region) => [awsServiceHost("control", region)]),
	},
	{
		...control,
		until: fipsSince,
		when: government,
		hosts: (context) => regional(context, (region) => [awsServiceHostWithoutFips("control", region)]),
	},
	{
		...profile,
		because: "temporary AWS credentials of the named profile",
		ifDenied: "The profile yields no credentials and every session fails.",
		hosts: tokenServices,
	},
	{
		...listed,
		because: "AWS token service; listed by the app for every kind but a static token",
		ifDenied: "Only a credential helper that calls AWS itself stops working.",
		hosts: tokenServices,
	},
	{
		...profile,
		because: "IAM Identity Center of the named profile",
		ifDenied: "A profile that uses IAM Identity Center cannot renew its session.",
		hosts: (context) => identityCenter(ssoRegionOfProfile(context) ?? context.text("inferenceBedrockRegion")),
	},
	{
		...signIn,
		key: "inferenceBedrockSsoRegion",
		because: "in-app AWS sign-in through IAM Identity Center",
		ifDenied: "Users cannot sign in.",
		requirement: "required",
		since: "1.6259.0",
		when: (context) => context.signsInBy("interactive"),
		hosts: (context) => identityCenter(context.text("inferenceBedrockSsoRegion")),
	},
	{
		...listed,
		because: "IAM Identity Center in the inference region; listed by the app for every kind but a static token",
		ifDenied: "Only a credential helper that uses IAM Identity Center there stops working.",
		hosts: (context) => identityCenter(context.text("inferenceBedrockRegion")),
	},
	{ ...startPage, hosts: (context) => (startPages(context).some(isAws) ? [subdomains("awsapps.com")] : []) },
	{ ...startPage, hosts: (context) => startPages(context).filter((each) => !isAws(each)) },
];

export const bedrockEgress: RouteEgress = {
	rows,
	notes: [identityProvider, assumedRegion],
	ownEndpoint: { key: "inferenceBedrockBaseUrl", isProvider: isAwsInferenceHost },
};

function identityProvider(context: EgressContext): string[] {
	if (context.text("inferenceCredentialKind") !== "interactive") return [];
	return ["the identity provider behind IAM Identity Center is reached from the browser; its hosts are not known here"];
}

function assumedRegion(context: EgressContext): string[] {
	if (context.text("inferenceCredentialKind") !== "vendor-profile" || ssoRegionOfProfile(context)) return [];
	return [
		`the profile's IAM Identity Center is taken to be in ${context.text("inferenceBedrockRegion")}, the inference region; state ssoRegion if it is elsewhere`,
	];
}

/** No key says it; the deployment's block does. */
function ssoRegionOfProfile({ configuration }: EgressContext): string | undefined {
	return configuration.hints.awsSsoRegion;
}

function commercial(context: EgressContext): Windows {
	return holds(!callsFips(context.text("inferenceBedrockRegion") ?? ""));
}

function government(context: EgressContext): Windows {
	return holds(callsFips(context.text("inferenceBedrockRegion") ?? ""));
}

function tokenServices(context: EgressContext): Destination[] {
	return regional(context, (region) => [globalTokenService, awsServiceHost("sts", region)]);
}

function identityCenter(region: string | undefined): Destination[] {
	return region === undefined ? [] : identityCenterHosts(region).map((host) => exact(host));
}

function startPages(context: EgressContext): readonly Destination[] {
	return ofUrl(context.value("inferenceBedrockSsoStartUrl"));
}

function isAws({ host }: Destination): boolean {
	return host.endsWith(".awsapps.com");
}
