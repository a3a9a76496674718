import { DeploymentError, error, type Problem } from "../../problem.js";
import { bareModelId } from "../model-id.js";
import { listedModels } from "../models.js";
import { mantleProjectArn } from "./arns.js";
import { hostsServed, planEndpoints } from "./endpoints.js";
import { mantleEventSelectors, mantlePolicy } from "./mantle-policy.js";
import { iamName } from "./names.js";
import type { AwsPlan, IdentityPlan } from "./plan.js";
import { roleArns } from "./plan-bedrock.js";
import { policyLimits } from "./policy-document.js";
import type { EndpointService, MantleProvision } from "./provision.js";
import { type AwsRequest, ownersOf, placeOf } from "./request.js";
import { awsSignIns, defaultServices, identityOf } from "./sign-ins.js";

export type MantleRequest<Late = string> = AwsRequest<MantleProvision<Late>>;

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateEventDataStore.html */
const defaultRetentionDays = 366;

/**
 * Everything that a deployment on Mantle places in AWS.
 *
 * @throws DeploymentError where no plan is possible; `checkMantleProvision` says beforehand why
 */
export function planMantle<Late>(request: MantleRequest<Late>): AwsPlan<Late> {
	const { plan, problems } = draftMantle(request);
	if (problems.length > 0) throw new DeploymentError(problems);
	return plan;
}

/** The plan as far as it goes, and what stands in its way, with paths from the deployment's root. */
export function draftMantle<Late>(request: MantleRequest<Late>): { plan: AwsPlan<Late>; problems: Problem[] } {
	const { deployment, region, provision } = request;
	const place = placeOf(request);
	const signIn = awsSignIns[request.signIn];
	const projectId = provision.projectId ?? "default";
	const problems: Problem[] = [];
	const refuse = (wrong: string) => problems.push(error([...request.at.block, "provision"], wrong));

	const identities = ownersOf(request).flatMap((owner): IdentityPlan<Late>[] => {
		if (!signIn) return [];
		const modelIds = listedModels(owner.models).map(({ id }) => bareModelId(id));
		return [
			identityOf(signIn, {
				deployment,
				owner,
				provision,
				policy(kind, name) {
					const limit = kind === "managed" ? policyLimits.managed : policyLimits.inlineRole;
					const document = mantlePolicy({ place, projectId, modelIds, limit });
					if (typeof document !== "string") return { kind, name, document };
					refuse(document);
					return { kind, name, document: { Version: "2012-10-17", Statement: [] } };
				},
			}),
		];
	});

	const arns = [mantleProjectArn(place, projectId)];
	const { privateEndpoints, audit } = provision;
	const endpoints =
		privateEndpoints &&
		planEndpoints(
			privateEndpoints,
			mantleServices(request),
			{ service: "mantle", suffix: "/anthropic" },
			{
				place,
				...(privateEndpoints.organizationId && { organizationId: privateEndpoints.organizationId }),
				arns,
				compactArns: arns,
				roleArns: roleArns(place, identities),
				bearer: true,
			},
			refuse,
		);
	const plan: AwsPlan<Late> = {
		partition: place.partition,
		region,
		accountId: place.accountId,
		tags: { ...provision.tags },
		identities,
		applicationProfiles: [],
		budgets: [],
		...(endpoints && { endpoints }),
		...(audit && {
			eventDataStore: {
				name: iamName({ deployment }),
				retentionDays: audit.retentionDays ?? defaultRetentionDays,
				advancedEventSelectors: mantleEventSelectors,
			},
		}),
		notes: identities.flatMap((identity) =>
			identity.kind === "policy-only"
				? [
						`policy ${identity.policy.name} has to be attached to whatever the people of ${identity.groups.join(", ")} call as`,
					]
				: [],
		),
	};
	return { plan, problems };
}

/** Services that people call privately where endpoints are asked for. */
export function mantleServices({ provision, signIn }: MantleRequest<unknown>): readonly EndpointService[] {
	const way = awsSignIns[signIn];
	return provision.privateEndpoints?.services ?? (way ? defaultServices(way, ["mantle"]) : []);
}

/** Public hosts that leave the perimeter because private endpoints serve them. */
export function mantlePrivateHosts(request: MantleRequest<unknown>): string[] {
	const { privateEndpoints } = request.provision;
	return privateEndpoints ? hostsServed(privateEndpoints, mantleServices(request), request.region) : [];
}
