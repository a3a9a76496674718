import type { AwsPartition } from "../aws-region.js";
import { foundationModelArn } from "./arns.js";
import { invokeActions } from "./policy.js";
import { type PolicyDocument, type PolicyStatement, policy } from "./policy-document.js";
import type { ResolvedModel } from "./resolve-models.js";

export interface ServiceControlRequest {
	readonly partition: AwsPartition;
	/** Models that may be called in the accounts under the policies: the union of their deployments. */
	readonly models: readonly Pick<ResolvedModel, "modelId" | "profileArns">[];
	/** Whether some deployment calls Mantle. */
	readonly mantleUsed: boolean;
	/** Whether some deployment makes keys of its own. */
	readonly longTermKeysUsed: boolean;
	/** Whether AWS may keep and review content, which some models demand. */
	readonly dataRetention?: "aws_review";
	/** ARN, `*` allowed, of the role that looks after logging and retention. */
	readonly platformRoleArn: string;
}

/**
 * Guard rails above what any account's own policies allow, by name: data to attach or to merge with what an organisation
 * has. None locks regions: a request of a cross-region profile is held against every destination, and one of a `global.`
 * profile against the region `unspecified`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples-scp.html
 */
export function serviceControlPolicies(request: ServiceControlRequest): Readonly<Record<string, PolicyDocument>> {
	return {
		models: policy(modelStatements(request)),
		keys: policy(keyStatements(request)),
		logging: policy([
			deny("KeepLogging", loggingActions, { ArnNotLike: { "aws:PrincipalArn": request.platformRoleArn } }),
		]),
		dataRetention: policy(retentionStatements(request)),
		...(request.mantleUsed ? {} : { mantle: policy([deny("NoMantle", ["bedrock-mantle:*"])]) }),
	};
}

const loggingActions = [
	"bedrock:DeleteModelInvocationLoggingConfiguration",
	"bedrock:PutModelInvocationLoggingConfiguration",
] as const;

function modelStatements({ partition, models }: ServiceControlRequest): PolicyStatement[] {
	const profiles = [...new Set(models.flatMap(({ profileArns }) => profileArns))];
	const permitted = [
		...new Set(models.flatMap(({ modelId }) => (modelId ? [foundationModelArn(partition, "*", modelId)] : []))),
	];
	return [
		{
			Sid: "OnlyListedModels",
			Effect: "Deny",
			Action: invokeActions,
			NotResource: [...permitted, ...profiles],
		},
		{
			Sid: "OnlyThroughProfiles",
			Effect: "Deny",
			Action: invokeActions,
			Resource: [foundationModelArn(partition, "*", "*")],
			// The key is missing where a model is called directly, which a negated operator counts as a match.
			Condition: { StringNotEquals: { "bedrock:InferenceProfileArn": profiles } },
		},
	];
}

function keyStatements({ longTermKeysUsed }: ServiceControlRequest): PolicyStatement[] {
	if (longTermKeysUsed) {
		const endless = { Null: { "iam:ServiceSpecificCredentialAgeDays": "true" } };
		const ofBedrock = { StringEquals: { "iam:ServiceSpecificCredentialServiceName": "bedrock.amazonaws.com" } };
		return [deny("NoEndlessKeys", ["iam:CreateServiceSpecificCredential"], { ...ofBedrock, ...endless })];
	}
	return [
		deny("NoLongTermKeys", ["bedrock:CallWithBearerToken"], {
			StringEquals: { "bedrock:bearerTokenType": "LONG_TERM" },
		}),
		deny("NoNewLongTermKeys", ["iam:CreateServiceSpecificCredential"], {
			StringEquals: { "iam:ServiceSpecificCredentialServiceName": "bedrock.amazonaws.com" },
		}),
	];
}

function retentionStatements({ dataRetention, platformRoleArn }: ServiceControlRequest): PolicyStatement[] {
	const allowed = ["none", "default", ...(dataRetention === undefined ? [] : [dataRetention])];
	const others = { ArnNotLike: { "aws:PrincipalArn": platformRoleArn } };
	return [
		deny("KeepRetention", ["bedrock:PutAccountDataRetention"], others),
		deny("BoundRetention", ["bedrock:PutAccountDataRetention"], {
			StringNotEquals: { "bedrock:DataRetentionMode": allowed },
		}),
		deny("KeepMantleRetention", ["bedrock-mantle:PutAccountDataRetention"], others),
		deny("BoundMantleRetention", mantleRetentionActions, {
			// A project that says nothing inherits, and a negated operator alone would count the missing key as a match.
			Null: { "bedrock-mantle:DataRetentionMode": "false" },
			StringNotEquals: { "bedrock-mantle:DataRetentionMode": [...allowed, "inherit"] },
		}),
	];
}

const mantleRetentionActions = [
	"bedrock-mantle:CreateProject",
	"bedrock-mantle:PutAccountDataRetention",
	"bedrock-mantle:UpdateProject",
] as const;

function deny(sid: string, actions: readonly string[], condition?: PolicyStatement["Condition"]): PolicyStatement {
	return { Sid: sid, Effect: "Deny", Action: actions, Resource: ["*"], ...(condition && { Condition: condition }) };
}
