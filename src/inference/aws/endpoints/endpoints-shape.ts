import { awsId, awsRange } from "../../../cloud/aws-network.js";
import { flag, late, object, textMatching, words } from "../../../shape/build.js";
import { distinct } from "../../../shape/distinct.js";
import type { Member } from "../../../shape/shape.js";
import { type AwsService, awsServices } from "../../aws-hosts.js";

const regionalName = late(
	textMatching(
		"regional-name",
		/^vpce-[a-z0-9-]+\.[a-z0-9.-]+\.vpce\.amazonaws\.com$/,
		"is no regional DNS name of an endpoint; expected one such as vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
	),
);

const existingEndpoint = object(
	{
		id: { shape: awsId("vpce"), summary: "Such as `vpce-0123456789abcdef0`.", required: true },
		regionalName: {
			shape: regionalName,
			summary: "Its DNS name in the region, for `useRegionalName`.",
			defaultNote: "it is looked up",
		},
	},
	{ name: "ExistingEndpoint", summary: "An endpoint of which nothing is changed." },
);

const serviceNames: Readonly<Record<AwsService, string>> = {
	runtime: "Amazon Bedrock's runtime",
	control: "Amazon Bedrock's control plane",
	sts: "the token service",
	mantle: "Bedrock Mantle",
};

export const privateEndpointsShape = object(
	{
		vpcId: {
			shape: awsId("vpc"),
			summary: "VPC that endpoints are created in. Required but where every service has an endpoint that exists.",
			defaultNote: "none is needed",
		},
		subnetIds: {
			shape: distinct(awsId("subnet")),
			summary: "Subnets of the endpoints. Required but where every service has an endpoint that exists.",
			defaultNote: "none are needed",
		},
		clientCidrs: {
			shape: distinct(awsRange),
			summary:
				"Address ranges of the clients, IPv4. Required but with `securityGroupIds`, or where every endpoint exists.",
			defaultNote: "none are needed",
		},
		securityGroupIds: {
			shape: distinct(awsId("sg")),
			summary: "Security groups that exist, by id: nothing of them changes.",
			defaultNote: "one is created, for `clientCidrs`",
		},
		existing: {
			shape: object(
				Object.fromEntries(
					awsServices.map((service): [string, Member] => [
						service,
						{
							shape: existingEndpoint,
							summary: `The endpoint of ${serviceNames[service]}.`,
							defaultNote: "it is created",
						},
					]),
				),
			),
			summary: "Endpoints that exist, by service: nothing of them changes.",
			defaultNote: "each is created",
		},
		privateDns: {
			shape: words(["create", "existing", "none"]),
			summary:
				"`create`: the VPC resolves the public names to these endpoints; `existing`: it already does, by another endpoint or zone; `none`: it does not. A VPC takes one owner per service.",
			default: "create",
		},
		useRegionalName: {
			shape: flag,
			summary:
				"Whether profiles name the endpoint itself, for devices that do not resolve through the VPC. Those reach every other service by its public name, which then stays on the perimeter's list.",
			default: false,
		},
		services: {
			shape: distinct(words(awsServices)),
			summary: "Services that have an endpoint.",
			defaultNote: "what the route and the way to sign in call",
		},
		organizationId: {
			shape: textMatching(
				"organization-id",
				/^o-[a-z0-9]{10,32}$/,
				"is no id of an organization; expected one such as o-a1b2c3d4e5",
			),
			summary: "Organisation whose principals may use the endpoints.",
			defaultNote: "only the account's",
		},
		otherPrincipals: {
			shape: words(["allow", "deny"]),
			summary:
				"Whether the policies of the endpoints that are created let through whatever principals of the organisation or account may call: other models, and administration. With private DNS those have no other way from the VPC.",
			defaultNote: "`deny`, with a warning where private DNS is created",
		},
	},
	{
		name: "PrivateEndpointsProvision",
		summary:
			"Endpoints are created but those that exist, in the VPC and for the clients that are named then. The one of `sts` carries the token service's calls of the whole VPC where private DNS leads to it: its policy lets through all calls of the organisation's or account's principals and roles, and no others.",
	},
);
