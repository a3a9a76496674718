import { partitionOfRegion } from "../../cloud/aws-region.js";
import { allow, type PolicyDocument, type PolicyStatement, policy } from "../../cloud/iam-policy.js";
import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedResource } from "../../cloud/planned-resource.js";
import { ecsResource } from "./ecs-resource.js";
import { privateRepository } from "./image.js";
import { accountOf, arnOf, type EcsRequest, nameOf } from "./request.js";

/** Who starts the collector's tasks, and as whom it runs. */
export interface PlannedRoles {
	readonly executionRoleArn: string;
	readonly taskRoleArn: string;
	readonly resources: readonly PlannedResource[];
	readonly policies: Readonly<Record<string, PolicyDocument>>;
}

/** What the roles are let do, and nothing else. */
interface Reached {
	/** ARN without `:*`. */
	readonly logGroup: string;
	readonly image: string;
	/** ARNs of the configuration's objects. */
	readonly configuration: string;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html */
export function planRoles(request: EcsRequest, reached: Reached): PlannedRoles {
	const { executionRoleArn, taskRoleArn } = request.ecs;
	const execution = executionRoleArn === undefined ? created(request, "execution") : undefined;
	const task = taskRoleArn === undefined ? created(request, "task") : undefined;
	return {
		executionRoleArn: executionRoleArn ?? outputOf({ id: "execution-role" }, "arn"),
		taskRoleArn: taskRoleArn ?? outputOf({ id: "task-role" }, "arn"),
		resources: [...(execution ?? []), ...(task ?? [])],
		policies: {
			...((execution || task) && { trust: trust(request) }),
			...(execution && { execution: policy(execute(request, reached)) }),
			...(task && { task: policy([allow("ReadConfiguration", ["s3:GetObject"], [reached.configuration])]) }),
		},
	};
}

function created(request: EcsRequest, word: "execution" | "task"): PlannedResource[] {
	const { permissionsBoundaryArn: permissionsBoundary, tags = {} } = request.ecs;
	const name = `${nameOf(request)}-${word}`;
	const trusted = { assumeRolePolicy: { policy: "trust" }, permissionsBoundary };
	const role = ecsResource("AWS::IAM::Role", `${word}-role`, { name, ...trusted, tags }, { name });
	const carried = { name, role: outputOf(role, "name"), policy: { policy: word } };
	return [role, ecsResource("AWS::IAM::RolePolicy", `${word}-policy`, carried)];
}

/** ECS alone, for tasks of this account: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */
function trust({ ecs }: EcsRequest): PolicyDocument {
	return policy([
		{
			Sid: "TasksOfThisAccount",
			Effect: "Allow",
			Principal: { Service: ["ecs-tasks.amazonaws.com"] },
			Action: ["sts:AssumeRole"],
			Condition: {
				StringEquals: { "aws:SourceAccount": accountOf(ecs) },
				ArnLike: { "aws:SourceArn": arnOf(ecs, "ecs", "*") },
			},
		},
	]);
}

function execute({ ecs }: EcsRequest, { logGroup, image }: Reached): PolicyStatement[] {
	const { secrets = {}, secretKeyArns = [], region } = ecs;
	const secretArns = [...new Set(Object.values(secrets).map(({ arn }) => arn))];
	const repository = privateRepository(image);
	return [
		allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [`${logGroup}:log-stream:*`]),
		...(secretArns.length > 0 ? [allow("ReadSecrets", ["secretsmanager:GetSecretValue"], secretArns)] : []),
		...(secretKeyArns.length > 0
			? [
					allow("DecryptSecrets", ["kms:Decrypt"], secretKeyArns, {
						StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` },
					}),
				]
			: []),
		...(repository
			? [
					allow("SignInToRegistry", ["ecr:GetAuthorizationToken"], ["*"]),
					allow(
						"PullImage",
						["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
						[
							`arn:${partitionOfRegion(repository.region)}:ecr:${repository.region}:${repository.accountId}:repository/${repository.name}`,
						],
					),
				]
			: []),
	];
}
