// What a stand-in for AWS knows. It knows the inference profiles of `inference-profiles.json` beside it, each with the
// regions that answer for it.
const { createHash, randomUUID } = require("node:crypto");
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");

const beside = (name) => path.join(__dirname, name);

const digestOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Inputs that AWS takes only when the resource is made. */
const replacing = {
	"aws:bedrock/inferenceProfile:InferenceProfile": ["name", "modelSource"],
	"aws:bedrockfoundation/modelAgreement:ModelAgreement": ["modelId", "offerToken"],
	"aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions", "cpu", "memory"],
	"aws:lb/targetGroup:TargetGroup": ["port", "protocol", "vpcId"],
	"aws:networkfirewall/firewallPolicy:FirewallPolicy": ["name"],
	"aws:networkfirewall/ruleGroup:RuleGroup": ["name", "type", "capacity"],
	"aws:organizations/policyAttachment:PolicyAttachment": ["policyId", "targetId"],
	"aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": ["name"],
	"aws:route53/resolverFirewallRule:ResolverFirewallRule": ["firewallDomainListId", "firewallRuleGroupId"],
	"aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": ["name"],
	"aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": [
		"firewallRuleGroupId",
		"vpcId",
	],
	"aws:s3/bucketObjectv2:BucketObjectv2": ["bucket", "key"],
	"aws:ssoadmin/permissionSet:PermissionSet": ["name", "instanceArn"],
};

/** What AWS adds to what it was given. */
const added = {
	"aws:cloudwatch/logGroup:LogGroup": ({ region, namePrefix }) => ({
		arn: `arn:aws:logs:${region}:123456789012:log-group:${namePrefix}0123`,
	}),
	"aws:ec2/vpcEndpoint:VpcEndpoint": ({ serviceName }) => {
		const [, , region, service] = serviceName.split(".");
		const names = ["vpce-0123-abc-eu-central-1a", "vpce-0123-abc"];
		return { dnsEntries: names.map((name) => ({ dnsName: `${name}.${service}.${region}.vpce.amazonaws.com` })) };
	},
	// A definition that says something else is another revision.
	"aws:ecs/taskDefinition:TaskDefinition": ({ family, containerDefinitions }) => ({
		arn: `arn:aws:ecs:eu-central-1:123456789012:task-definition/${family}:${digestOf(containerDefinitions)}`,
	}),
	"aws:iam/role:Role": (_, name) => ({ name: `${name}-0123` }),
	"aws:iam/serviceSpecificCredential:ServiceSpecificCredential": ({ credentialAgeDays: days }, name) => ({
		expirationDate: days === undefined ? "" : new Date(Date.now() + days * 86_400_000).toISOString(),
		serviceCredentialSecret: `ABSK-${name}`,
		servicePassword: "",
	}),
	"aws:lb/loadBalancer:LoadBalancer": ({ region }) => ({
		dnsName: `internal-cowork0123-456789.${region}.elb.amazonaws.com`,
		zoneId: "ZELB0123",
	}),
	"aws:networkfirewall/ruleGroup:RuleGroup": ({ name }) => ({ arn: `arn:aws:simulated:::stateful-rulegroup/${name}` }),
	"aws:s3/bucket:Bucket": (_, name) => ({ bucket: `${name}-0123` }),
};

const answers = {
	"aws:bedrock/getInferenceProfile:getInferenceProfile": ({ inferenceProfileId: id }) => {
		const known = existsSync(beside("inference-profiles.json"))
			? JSON.parse(readFileSync(beside("inference-profiles.json"), "utf8"))
			: {};
		if (!known[id]) throw new Error("AccessDeniedException: the simulated AWS tells nothing of this profile");
		const model = id.slice(id.indexOf(".") + 1);
		return {
			models: known[id].map((region) => ({ modelArn: `arn:aws:bedrock:${region}::foundation-model/${model}` })),
		};
	},
	// The same offer has another token every time.
	"aws:bedrockfoundation/getModelAgreementOffers:getModelAgreementOffers": () => ({
		offers: [{ offerId: "offer", offerToken: randomUUID() }],
	}),
	"aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
	"aws:ssoadmin/getInstances:getInstances": () => ({
		arns: ["arn:aws:sso:::instance/ssoins-0123456789abcdef"],
		identityStoreIds: ["d-0123456789"],
	}),
	"aws:identitystore/getGroup:getGroup": ({ alternateIdentifier }) => ({
		groupId: `id-of-${alternateIdentifier.uniqueAttribute.attributeValue}`,
	}),
};

const everywhere = (name) => ({ arn: `arn:aws:simulated:::${name}` });

module.exports = { version: "7.48.0", title: "AWS", replacing, added, answers, everywhere };
