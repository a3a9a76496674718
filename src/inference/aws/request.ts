import { isObject, type JsonValue } from "../../json.js";
import type { Path } from "../../path.js";
import { isSecretReference } from "../../reference/reference.js";
import { memberOf } from "../check-members.js";
import { bareModelId } from "../model-id.js";
import { listedModels } from "../models.js";
import { late, lateText } from "./late-text.js";
import type { AwsPlace } from "./models/arns.js";
import { partitionOf } from "./region.js";

/** What a deployment on AWS says that its provisioning depends on. */
export interface AwsRequest<Provision> {
	/** The deployment's name. */
	readonly deployment: string;
	readonly region: string;
	/** Name of the way to sign in, such as `identityCenter`. */
	readonly signIn: string;
	/** What the deployment's sign-in block says. */
	readonly signInBlock: unknown;
	/** The deployment's models. */
	readonly models?: readonly JsonValue[];
	/** The block's own address of the provider. */
	readonly baseUrl?: string;
	readonly provision: Provision;
	readonly groups: readonly RequestedGroup[];
	readonly at: RequestPaths;
}

export interface RequestedGroup {
	readonly name: string;
	readonly members?: { readonly identityCenterGroup?: string };
	/** Present where the group says its own. */
	readonly models?: readonly JsonValue[];
	/** Present where the group says its own: the value of the block, without the name of the way. */
	readonly signInBlock?: unknown;
}

/** Where in a deployment the request's parts stand. */
export interface RequestPaths {
	/** The route's block. */
	readonly block: Path;
	/** The deployment's `groups`. */
	readonly groups: Path;
}

/** One principal to be: the groups that it serves, which have the same models. */
export interface Owner {
	/** Present where it is one group's alone. */
	readonly group?: string;
	readonly groups: readonly RequestedGroup[];
	readonly models: readonly JsonValue[];
	readonly signInBlock: unknown;
	/** Where the models stand. */
	readonly modelsAt: "block" | "group";
}

/** Where the list of an owner's models stands. */
export function modelsPath({ at }: Pick<AwsRequest<unknown>, "at">, { group, modelsAt }: Owner): Path {
	return modelsAt === "group" && group !== undefined
		? [...at.groups, group, "inference", "models"]
		: [...at.block, "models"];
}

interface AnyProvision {
	readonly accountId?: string;
	readonly separateGroups?: boolean;
	readonly applicationProfiles?: Readonly<Record<string, unknown>>;
}

/**
 * The principals that a deployment needs. Groups with the deployment's own models share one; any other has its own, so
 * that no change in one group renames what another signs in as. A group that gets models of its own leaves the shared
 * one, which goes when no group is left in it.
 */
export function ownersOf(request: AwsRequest<AnyProvision>): Owner[] {
	const shared: RequestedGroup[] = [];
	const own: Owner[] = [];
	for (const group of request.groups) {
		if (sharesIdentity(request, group)) shared.push(group);
		else {
			own.push({
				group: group.name,
				groups: [group],
				models: group.models ?? request.models ?? [],
				signInBlock: group.signInBlock ?? request.signInBlock,
				modelsAt: group.models ? "group" : "block",
			});
		}
	}
	const common: Owner = {
		groups: shared,
		models: request.models ?? [],
		signInBlock: request.signInBlock,
		modelsAt: "block",
	};
	return shared.length > 0 ? [common, ...own] : own;
}

/** Where calls of the deployment are made. An account that nobody names is a token. */
export function placeOf(request: AwsRequest<AnyProvision>): AwsPlace {
	const accountId = statedAccount(request) ?? lateText(late.accountId);
	return { partition: partitionOf(request.region) ?? "aws", region: request.region, accountId };
}

export function statedAccount({ provision, signInBlock }: AwsRequest<AnyProvision>): string | undefined {
	return provision.accountId ?? textIn(signInBlock, "accountId");
}

/** A text of a block, or undefined. */
export function textIn(block: unknown, name: string): string | undefined {
	const value = isObject(block) ? memberOf(block, name) : undefined;
	return typeof value === "string" ? value : undefined;
}

function sharesIdentity({ provision, ...request }: AwsRequest<AnyProvision>, group: RequestedGroup): boolean {
	if (provision.separateGroups) return false;
	if (Object.hasOwn(provision.applicationProfiles ?? {}, group.name)) return false;
	const own = group.signInBlock ?? request.signInBlock;
	if (textIn(own, "roleName") !== textIn(request.signInBlock, "roleName")) return false;
	// A key that stands in one block is no key of what is created for the other.
	if (isSecretReference(own) !== isSecretReference(request.signInBlock)) return false;
	return group.models === undefined || sameModels(group.models, request.models ?? []);
}

function sameModels(a: readonly JsonValue[], b: readonly JsonValue[]): boolean {
	return modelIds(a).join(" ") === modelIds(b).join(" ");
}

/** Each id once, sorted. */
export function modelIds(models: readonly JsonValue[]): string[] {
	return [...new Set(listedModels(models).map(({ id }) => bareModelId(id)))].sort();
}
