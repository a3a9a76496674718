import { keyArn } from "../../cloud/aws-arn.js";
import { awsId, awsRange } from "../../cloud/aws-network.js";
import { awsTags } from "../../cloud/aws-tags.js";
import { logGroupArn } from "../../cloud/log-group.js";
import { bucketName } from "../../cloud/s3-names.js";
import { awsAccountId, awsRegion } from "../../configuration/values/identifier.js";
import { parseHostName } from "../../host.js";
import { flag, integer, late, list, map, object, text, textMatching, words } from "../../shape/build.js";
import { distinct } from "../../shape/distinct.js";
import type { TextShape } from "../../shape/shape.js";
import { defaultCpu, defaultImage, defaultMemory, defaultTasks, logDays } from "./defaults.js";
import { settled } from "./settled.js";

function arn(service: string, resource: string, what: string, example: string): TextShape {
	const form = new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]*:\\d{12}:${resource}$`);
	return late(textMatching("aws-arn", form, `is no ARN of ${what}; expected one such as arn:aws:${example}`));
}

const role = arn("iam", "role/[\\w+=,.@/-]+", "a role", "iam::111122223333:role/<name>");

const secretArn = arn(
	"secretsmanager",
	"secret:[A-Za-z0-9/_+=.@!-]+",
	"a secret",
	"secretsmanager:eu-central-1:111122223333:secret:<name>-AbCdEf",
);

const secret = object({
	arn: { shape: secretArn, summary: "ARN of the secret.", required: true },
	key: {
		shape: textMatching("secret-key", /^[A-Za-z0-9_.-]{1,128}$/, "is no name of a member"),
		summary: "Member of the secret where that is a JSON object.",
		defaultNote: "the whole text",
	},
});

const hostName = text((value) => parseHostName(value).problems);

const address = object(
	{
		name: { shape: hostName, summary: "Host name that devices call, such as `otel.example.com`.", required: true },
		certificateArn: {
			shape: arn(
				"acm",
				"certificate/[A-Za-z0-9-]+",
				"a certificate of ACM",
				"acm:eu-central-1:111122223333:certificate/<id>",
			),
			summary: "ARN of the certificate for the name, in the region of the load balancer and issued.",
			required: true,
		},
		zoneId: {
			shape: late(
				textMatching("zone-id", /^Z[A-Z0-9]{1,31}$/, "is no id of a zone; expected one such as Z0123456789ABC"),
			),
			summary: "Id of the zone of Route 53 that gets the record of the name, private as a rule.",
			defaultNote: "the record is made elsewhere, with a warning",
		},
	},
	{ name: "CollectorAddress", summary: "The name that devices call." },
);

export const ecsShape = object(
	{
		region: { shape: awsRegion, summary: "Region of everything.", required: true },
		accountId: {
			shape: awsAccountId,
			summary: "Account of everything, twelve digits.",
			defaultNote: "the account of the credentials that deploy",
		},
		vpcId: { shape: awsId("vpc"), summary: "VPC that the collector is in.", required: true },
		subnetIds: {
			shape: distinct(awsId("subnet")),
			summary: "Private subnets of the tasks, with a way to what the collector has to reach.",
			required: true,
		},
		balancerSubnetIds: {
			shape: distinct(awsId("subnet")),
			summary: "Subnets of the load balancer, in two zones at least.",
			defaultNote: "those of the tasks",
		},
		address: {
			shape: address,
			summary: "The name that devices call.",
			defaultNote: "the load balancer's own, which no certificate is for: `inClear` has to allow it",
		},
		inClear: {
			shape: flag,
			summary: "Whether devices may send over plain http, to the load balancer's own name.",
			default: false,
		},
		access: {
			shape: words(["internal", "internet"]),
			summary: "Whether the load balancer has private addresses or public ones, which is warned about.",
			default: "internal",
		},
		clientCidrs: {
			shape: distinct(awsRange),
			summary: "Address ranges that devices come from, IPv4. Required but with `balancerSecurityGroupIds`.",
			defaultNote: "none are needed",
		},
		balancerSecurityGroupIds: {
			shape: distinct(awsId("sg")),
			summary: "Security groups of the load balancer that exist: nothing of them changes.",
			defaultNote: "one is created, for `clientCidrs`",
		},
		taskSecurityGroupIds: {
			shape: distinct(awsId("sg")),
			summary: "Security groups of the tasks that exist: nothing of them changes.",
			defaultNote: "one is created",
		},
		publicTaskAddresses: {
			shape: flag,
			summary: "Whether tasks get public addresses, for subnets that have no other way out; it is warned about.",
			default: false,
		},
		clusterArn: {
			shape: arn("ecs", "cluster/[A-Za-z0-9_-]+", "a cluster", "ecs:eu-central-1:111122223333:cluster/<name>"),
			summary: "Cluster that exists.",
			defaultNote: "one is created",
		},
		clusterName: {
			shape: textMatching("cluster-name", /^[A-Za-z][A-Za-z0-9_-]{0,254}$/, "is no name of a cluster"),
			summary: "Name of the cluster that is created.",
			defaultNote: "`cowork-<deployment>`",
		},
		image: {
			shape: textMatching("image", /^[a-z0-9][A-Za-z0-9._:/@-]{0,299}$/, "is no reference to an image"),
			summary: "Image of the collector, with a version or a digest.",
			default: defaultImage,
		},
		cpu: { shape: integer({ min: 256, max: 16_384 }), summary: "CPU units of a task.", default: defaultCpu },
		memory: {
			shape: integer({ min: 512, max: 122_880 }),
			summary: "Memory of a task, in MiB.",
			default: defaultMemory,
		},
		desiredCount: { shape: integer({ min: 1, max: 100 }), summary: "Number of tasks.", default: defaultTasks },
		secrets: {
			shape: map(secret, {
				names: textMatching(
					"variable",
					/^[A-Z_][A-Z0-9_]*$/,
					"is no name of a variable; expected one such as SIEM_TOKEN",
				),
			}),
			summary:
				"Secrets of Secrets Manager by the variables that the configuration reads, as its `README.md` lists them. The one of `auth` holds what devices send.",
			defaultNote: "the configuration reads none",
		},
		secretKeyArns: {
			shape: list(late(keyArn)),
			summary: "ARNs of keys of one's own that encrypt the secrets.",
			defaultNote: "they are encrypted by AWS's own",
		},
		configurationBucket: {
			shape: late(bucketName),
			summary: "Bucket that exists and holds the configuration.",
			defaultNote: "one is created",
		},
		logGroupArn: { shape: late(logGroupArn), summary: "Log group that exists.", defaultNote: "one is created" },
		logRetentionDays: {
			shape: integer({ min: 1, max: 3653 }),
			summary: "Days that what the collector says of itself is kept, one of CloudWatch's.",
			default: logDays,
		},
		executionRoleArn: {
			shape: role,
			summary: "Role that exists, by which ECS starts the tasks.",
			defaultNote: "one is created",
		},
		taskRoleArn: {
			shape: role,
			summary: "Role that exists, by which the collector reads its configuration.",
			defaultNote: "one is created",
		},
		permissionsBoundaryArn: {
			shape: arn("iam", "policy/[\\w+=,.@/-]+", "a policy", "iam::111122223333:policy/<name>"),
			summary: "Policy that bounds the roles that are created.",
			defaultNote: "none does",
		},
		settled,
		tags: { shape: awsTags(), summary: "Tags of everything created.", defaultNote: "none" },
	},
	{
		name: "EcsProvision",
		summary:
			"A collector on Amazon ECS with Fargate, behind a load balancer. Subnets and VPC exist; the rest is created where it is not named.",
	},
);
