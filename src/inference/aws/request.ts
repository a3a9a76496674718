import {
	type RequestedDeployment,
	type RequestedGroup,
	type RequestedPrincipal,
	requestedPrincipals,
	textIn,
} from "../requested-deployment.js";
import type { AwsSignInName } from "./identity/sign-ins.js";
import { hasOwnProfiles } from "./models/application-profiles.js";
import type { BedrockProvision, MantleProvision } from "./provision.js";
import { partitionOf } from "./region.js";
import { type AwsScope, deployingAccount } from "./scope.js";

/** What a deployment on AWS says that its provisioning depends on. */
export interface AwsRequest<Provision> extends RequestedDeployment<Provision, AwsSignInName> {
	readonly region: string;
}

export type BedrockRequest = AwsRequest<BedrockProvision>;
export type MantleRequest = AwsRequest<MantleProvision>;

export type AwsPrincipal = RequestedPrincipal;

interface AnyProvision {
	readonly accountId?: string;
	readonly separateGroups?: boolean;
	readonly applicationProfiles?: Readonly<Record<string, unknown>>;
}

export function awsPrincipals(request: AwsRequest<AnyProvision>): AwsPrincipal[] {
	const { provision } = request;
	const apart = ({ name }: RequestedGroup) => provision.separateGroups === true || hasOwnProfiles(provision, name);
	return requestedPrincipals(request, apart);
}

/** Where calls of the deployment are made. */
export function scopeOf(request: AwsRequest<AnyProvision>): AwsScope {
	const { region } = request;
	return { partition: partitionOf(region) ?? "aws", region, accountId: statedAccount(request) ?? deployingAccount };
}

export function statedAccount({ provision, signInBlock }: AwsRequest<AnyProvision>): string | undefined {
	return provision.accountId ?? textIn(signInBlock, "accountId");
}
