import { optionalSdk } from "../optional-sdk.js";

/** Modules of the SDK, by their path in it: its whole takes twice as long to load. */
interface AwsModules {
	readonly "bedrock/index.js": typeof import("@pulumi/aws/bedrock/index.js");
	readonly "bedrockfoundation/index.js": typeof import("@pulumi/aws/bedrockfoundation/index.js");
	readonly "bedrockmodel/index.js": typeof import("@pulumi/aws/bedrockmodel/index.js");
	readonly "budgets/index.js": typeof import("@pulumi/aws/budgets/index.js");
	readonly "cloudtrail/index.js": typeof import("@pulumi/aws/cloudtrail/index.js");
	readonly "cloudwatch/index.js": typeof import("@pulumi/aws/cloudwatch/index.js");
	readonly "costexplorer/index.js": typeof import("@pulumi/aws/costexplorer/index.js");
	readonly "ec2/index.js": typeof import("@pulumi/aws/ec2/index.js");
	readonly "ecs/index.js": typeof import("@pulumi/aws/ecs/index.js");
	readonly "getCallerIdentity.js": typeof import("@pulumi/aws/getCallerIdentity.js");
	readonly "iam/index.js": typeof import("@pulumi/aws/iam/index.js");
	readonly "identitystore/index.js": typeof import("@pulumi/aws/identitystore/index.js");
	readonly "lb/index.js": typeof import("@pulumi/aws/lb/index.js");
	readonly "networkfirewall/index.js": typeof import("@pulumi/aws/networkfirewall/index.js");
	readonly "organizations/index.js": typeof import("@pulumi/aws/organizations/index.js");
	readonly "route53/index.js": typeof import("@pulumi/aws/route53/index.js");
	readonly "s3/index.js": typeof import("@pulumi/aws/s3/index.js");
	readonly "ssoadmin/index.js": typeof import("@pulumi/aws/ssoadmin/index.js");
	readonly "vpc/index.js": typeof import("@pulumi/aws/vpc/index.js");
}

/** The AWS SDK for Pulumi, which is a CommonJS package. */
export const awsSdk = optionalSdk<AwsModules>("@pulumi/aws", "AWS");
