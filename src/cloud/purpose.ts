/** What a resource is there for, whichever cloud it is of; `records` are files, too. */
export const purposes = ["access", "network", "records", "models", "telemetry", "bounds"] as const;
export type Purpose = (typeof purposes)[number];

/** Kinds of resources by how they begin, in the vendors' words; the first that fits counts. */
const kinds: readonly (readonly [start: string, purpose: Purpose])[] = [
	["cloudresourcemanager.googleapis.com/Project.AuditConfig", "records"],
	["Microsoft.Resources/deploymentStacks", "models"],
	["AWS::SSO::", "access"],
	["AWS::IAM::", "access"],
	["iam.googleapis.com/", "access"],
	["cloudresourcemanager.googleapis.com/", "access"],
	["Microsoft.Authorization/", "access"],
	["Microsoft.Graph/", "access"],
	["AWS::EC2::", "network"],
	["AWS::NetworkFirewall::", "network"],
	["AWS::Route53Resolver::", "network"],
	["AWS::Route53::", "network"],
	["AWS::ElasticLoadBalancingV2::", "network"],
	["networksecurity.googleapis.com/", "network"],
	["networkservices.googleapis.com/", "network"],
	["compute.googleapis.com/", "network"],
	["dns.googleapis.com/", "network"],
	["accesscontextmanager.googleapis.com/", "network"],
	["Microsoft.Network/", "network"],
	["AWS::Logs::", "records"],
	["AWS::CloudTrail::", "records"],
	["AWS::S3::BucketPolicy", "access"],
	["AWS::S3::", "records"],
	["model invocation logging", "records"],
	["logging.googleapis.com/", "records"],
	["storage.googleapis.com/", "records"],
	["Microsoft.Storage/", "records"],
	["Microsoft.OperationalInsights/", "records"],
	["Microsoft.Insights/", "records"],
	["AWS::ECS::", "telemetry"],
	["object of S3", "telemetry"],
	["AWS::Budgets::", "bounds"],
	["cost allocation tag", "bounds"],
	["AWS::Organizations::", "bounds"],
	["orgpolicy.googleapis.com/", "bounds"],
	["cloudquotas.googleapis.com/", "bounds"],
];

/** Whatever else there is is there for the models themselves: agreements, profiles, accounts and what holds them. */
export function purposeOf(type: string): Purpose {
	if (/\.Iam(?:Member|Binding)$/.test(type)) return "access";
	return kinds.find(([start]) => type.startsWith(start))?.[1] ?? "models";
}
