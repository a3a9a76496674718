import type { JsonValue } from "../../json.js";
import type { Path } from "../../path.js";
import { isSecretReference } from "../../reference/reference.js";
import { withTokens } from "../../reference/walk.js";
import { memberOf } from "../check-members.js";
import { bareModelId } from "../model-id.js";
import { type ListedModel, listedModels } from "../models.js";
import { type RequestedDeployment, requestedDeployment, requestedPrincipals, textIn } from "../requested-deployment.js";
import type { ProvisionRequest } from "../route.js";
import { type AzureSignInName, isAzureSignIn } from "./identity/sign-ins.js";
import type { FoundryProvision } from "./provision.js";
import type { AzureScope } from "./scope.js";

/** What a deployment on Foundry says that its provisioning depends on. */
export interface FoundryRequest extends Omit<RequestedDeployment<FoundryProvision, AzureSignInName>, "groups"> {
	/** The account's sub-domain. */
	readonly resource: string;
	readonly groups: readonly FoundryGroup[];
}

/** People of the directory, and what they call and sign in with; each group has roles of its own. */
export interface FoundryGroup {
	readonly name: string;
	/** Object id of its people's group in Entra ID. */
	readonly entraGroupId?: string;
	readonly platforms: readonly string[];
	/** The models of its profile, as listed. */
	readonly models: readonly JsonValue[];
	readonly modelsAt: Path;
	/** Its own sign-in block or else the deployment's. */
	readonly signInBlock: unknown;
	readonly signInAt: Path;
}

export function foundryRequest(request: ProvisionRequest): FoundryRequest {
	const { signIn, options } = request;
	if (!isAzureSignIn(signIn)) throw new RangeError(`${signIn} is no way to sign in at Foundry`);
	// A deployment is JSON throughout, and the block has passed the check, which says its type.
	const provision = withTokens(memberOf(options, "provision") as JsonValue) as unknown as FoundryProvision;
	const requested = requestedDeployment(request, signIn, provision);
	const platforms = new Map(request.groups.map((group) => [group.name, group.platforms]));
	return {
		...requested,
		resource: textIn(options, "resource") ?? "",
		groups: requestedPrincipals(requested, () => true).flatMap(({ groups, models, modelsAt, signInBlock, signInAt }) =>
			groups.map(({ name, members = {} }): FoundryGroup => {
				const { entraGroupId } = members;
				return {
					name,
					...(entraGroupId !== undefined && { entraGroupId: entraGroupId.toLowerCase() }),
					platforms: platforms.get(name) ?? [],
					models,
					modelsAt,
					signInBlock,
					signInAt,
				};
			}),
		),
	};
}

export function scopeOf({ provision, resource }: FoundryRequest): AzureScope {
	const { subscription, resourceGroup, account } = provision;
	return {
		subscription: subscription.toLowerCase(),
		resourceGroup: resourceGroup.name,
		accountName: account?.name ?? resource,
	};
}

/** The listed models of a group, by the names of deployments. */
export function listedDeployments({ models }: FoundryGroup): ListedModel[] {
	return listedModels(models).map((model) => ({ ...model, id: bareModelId(model.id) }));
}

/** Whether a sign-in block already holds the key, so that the account's is not asked for. */
export function hasKey({ signInBlock }: Pick<FoundryGroup, "signInBlock">): boolean {
	return isSecretReference(signInBlock);
}
