import type { PolicyDocument } from "../../../cloud/iam-policy.js";
import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import type { PlanPart } from "../../join-plans.js";
import { policyLimits } from "../policy/policy-size.js";
import { resource } from "../resource.js";
import {
	type Identity,
	type IdentityRequest,
	managedPolicy,
	plannedIdentity,
	policyOf,
	principalName,
	tagsOf,
} from "./identity.js";

export interface RoleRequest {
	/** Name of a role that exists, of which nothing else changes than that it gets the policy. @default - one is created */
	readonly existing?: string;
	/** Who may assume the role that is created, and for how long. */
	readonly trust?: PolicyDocument;
	readonly maxSessionSeconds?: number;
	/** What the trust rests on, by words for it. */
	readonly trusts?: Readonly<Record<string, string | undefined>>;
	/** Whom of those the trust lets assume it. */
	readonly people?: readonly string[];
	/** What assumes a role whose trust is not known here. */
	readonly assumedBy: readonly string[];
}

/** What is inline in a role that is created here is attached to one that exists. */
export function rolePolicyLimit(exists: boolean): number {
	return exists ? policyLimits.managed : policyLimits.inlineRole;
}

/** A role with the principal's policy. */
export function planRole(request: IdentityRequest, role: RoleRequest): Identity {
	const { principal, scope } = request;
	const { existing, trust } = role;
	const name = existing ?? principalName(request);
	const created = existing === undefined && trust ? createdRole(request, role) : undefined;
	const part: PlanPart = {
		resources: created ? [created, inlinePolicy(request, outputOf(created, "name"))] : attachedPolicy(request, name),
		policies: { [policyOf(request)]: request.policy, ...(created && trust && { [trustOf(request)]: trust }) },
		identities: [
			plannedIdentity(request, `role/${name}`, role.trusts, {
				...(existing !== undefined && { existing: true }),
				...(role.people && { people: role.people }),
			}),
		],
		...(created && { outputs: { principals: { [principal.id]: outputOf(created, "arn") } } }),
	};
	// A role that exists is known by its name, before which its ARN may have a path.
	const paths = existing === undefined ? [""] : ["", "*/"];
	return {
		name,
		part,
		assumed: {
			arns: paths.map((path) => `arn:${scope.partition}:iam::${scope.accountId}:role/${path}${name}`),
			actions: trust?.Statement.flatMap(({ Action }) => Action) ?? role.assumedBy,
		},
	};
}

function trustOf({ principal }: IdentityRequest): string {
	return `trust-${principal.id}`;
}

function createdRole(request: IdentityRequest, { maxSessionSeconds }: RoleRequest): PlannedResource {
	const name = principalName(request);
	const properties = {
		name,
		assumeRolePolicy: { policy: trustOf(request) },
		...(maxSessionSeconds !== undefined && { maxSessionDuration: maxSessionSeconds }),
		tags: tagsOf(request),
	};
	return resource("AWS::IAM::Role", `${request.principal.id}-role`, properties, { name });
}

function inlinePolicy(request: IdentityRequest, role: string): PlannedResource {
	const properties = { name: principalName(request), role, policy: { policy: policyOf(request) } };
	return resource("AWS::IAM::RolePolicy", `${request.principal.id}-inline-policy`, properties);
}

function attachedPolicy(request: IdentityRequest, role: string): PlannedResource[] {
	const managed = managedPolicy(request);
	const properties = { role, policyArn: outputOf(managed, "arn") };
	return [
		managed,
		resource("AWS::IAM::Role.ManagedPolicyArns", `${request.principal.id}-policy-attachment`, properties),
	];
}
