import { type PolicyDocument, type PolicyStatement, policy } from "../../../cloud/iam-policy.js";
import { foundationModelArn } from "../models/arns.js";
import { invokeActions } from "../policy/inference-policy.js";
import { mantleInferenceAction, mantleKeyAction, mantleModelKey } from "../policy/mantle-policy.js";
import { policyLimits, policySize } from "../policy/policy-size.js";
import type { AwsPartition } from "../region.js";
import { type AdmittedModel, applicationProfileArns, systemProfileArns } from "./admitted-model.js";

export interface ServiceControlRequest {
	readonly partition: AwsPartition;
	/** Models that may be called in the accounts under the policies: the union of their deployments. */
	readonly models: readonly AdmittedModel[];
	/** Models that may be called on Mantle; without any it is denied. */
	readonly mantleModels: readonly string[];
	/** Whether some deployment makes keys of its own. */
	readonly longTermKeysUsed: boolean;
	/** Whether AWS may keep and review content, which some models demand. */
	readonly dataRetention?: "aws_review";
	/** ARN, `*` allowed, of the role that looks after logging and retention. */
	readonly platformRoleArn: string;
}

/**
 * Guard rails above what any account's own policies allow, by name: data to attach or to merge with what an organisation
 * has. None names a region or an account: a request of a cross-region profile is held against every destination, one of
 * a `global.` profile against the region `unspecified`, and denials of several policies add up.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_bedrock.html
 */
export function serviceControlPolicies(request: ServiceControlRequest): Readonly<Record<string, PolicyDocument>> {
	return {
		models: modelPolicy(request),
		keys: policy(keyStatements(request)),
		logging: policy([
			deny("KeepLogging", loggingActions, { ArnNotLike: { "aws:PrincipalArn": request.platformRoleArn } }),
		]),
		dataRetention: policy(retentionStatements(request)),
		mantle: policy([mantleStatement(request), claudePlatform]),
	};
}

const loggingActions = [
	"bedrock:DeleteModelInvocationLoggingConfiguration",
	"bedrock:PutModelInvocationLoggingConfiguration",
] as const;

/** https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-prereq.html */
const batchAction = "bedrock:CreateModelInvocationJob";

function modelPolicy({ partition, models }: ServiceControlRequest): PolicyDocument {
	if (models.length === 0) return policy([deny("NoModels", [...invokeActions, batchAction])]);
	const profiles = distinct(models.flatMap(({ profileId }) => profileId ?? []));
	const exact = policy([listed(partition, models), throughProfiles(partition, profiles)]);
	// A call is held against the profile that it names as well, and so against the list in any case.
	const compact = () => policy([listed(partition, models), throughProfiles(partition, ["*"])]);
	return policySize(exact) <= policyLimits.serviceControl ? exact : compact();
}

function listed(partition: AwsPartition, models: readonly AdmittedModel[]): PolicyStatement {
	return {
		Sid: "OnlyListedModels",
		Effect: "Deny",
		Action: [...invokeActions, batchAction],
		NotResource: [
			...distinct(models.flatMap(({ arns }) => arns)),
			applicationProfileArns(partition),
			// A batch job is held against the job, too.
			`arn:${partition}:bedrock:*:*:model-invocation-job/*`,
		],
	};
}

function throughProfiles(partition: AwsPartition, profileIds: readonly string[]): PolicyStatement {
	const profiles = profileIds.map((id) => systemProfileArns(partition, id));
	return {
		Sid: "OnlyThroughProfiles",
		Effect: "Deny",
		Action: invokeActions,
		Resource: [foundationModelArn(partition, "*", "*")],
		// The key is missing where a model is called directly, which a negated operator counts as a match.
		Condition: {
			ArnNotLike: { "bedrock:InferenceProfileArn": [...profiles, applicationProfileArns(partition)] },
		},
	};
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_bedrock-mantle.html */
function mantleStatement({ mantleModels }: ServiceControlRequest): PolicyStatement {
	if (mantleModels.length === 0) return deny("NoMantle", ["bedrock-mantle:*"]);
	const condition = { StringNotEquals: { [mantleModelKey]: distinct(mantleModels) } };
	return deny("OnlyListedMantleModels", [mantleInferenceAction], condition);
}

/**
 * Anthropic's own platform in an account of AWS: one more front door, which no deployment here goes through and whose
 * calls neither Bedrock's policies nor its records know.
 * https://platform.claude.com/docs/en/build-with-claude/claude-platform-on-aws
 */
const claudePlatform = deny("NoClaudePlatform", ["aws-external-anthropic:*"]);

function keyStatements({ longTermKeysUsed }: ServiceControlRequest): PolicyStatement[] {
	const ofBedrock = { StringEquals: { "iam:ServiceSpecificCredentialServiceName": "bedrock.amazonaws.com" } };
	if (longTermKeysUsed) {
		const endless = { Null: { "iam:ServiceSpecificCredentialAgeDays": "true" } };
		return [deny("NoEndlessKeys", ["iam:CreateServiceSpecificCredential"], { ...ofBedrock, ...endless })];
	}
	return [
		deny("NoLongTermKeys", ["bedrock:CallWithBearerToken"], {
			StringEquals: { "bedrock:bearerTokenType": "LONG_TERM" },
		}),
		deny("NoLongTermMantleKeys", [mantleKeyAction], {
			StringEquals: { "bedrock-mantle:BearerTokenType": "LONG_TERM" },
		}),
		deny("NoNewLongTermKeys", ["iam:CreateServiceSpecificCredential"], ofBedrock),
	];
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html */
function retentionStatements({ dataRetention, platformRoleArn }: ServiceControlRequest): PolicyStatement[] {
	// What inherits everywhere has the model's own default, which is never review.
	const allowed = ["none", "default", ...(dataRetention === undefined ? [] : [dataRetention]), "inherit"];
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
			StringNotEquals: { "bedrock-mantle:DataRetentionMode": allowed },
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

function distinct(texts: readonly string[]): string[] {
	return [...new Set(texts)];
}
