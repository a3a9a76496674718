import type { JsonValue } from "../../json.js";
import type { Path } from "../../path.js";
import { memberOf } from "../check-members.js";
import { bareModelId } from "../model-id.js";
import { listedModels } from "../models.js";
import { type OwnStatement, type Principal, principalsOf, type StatingGroup } from "../principals.js";
import type { AwsSignInName } from "./identity/sign-ins.js";
import { hasOwnProfiles } from "./models/application-profiles.js";
import type { BedrockProvision, MantleProvision } from "./provision.js";
import { partitionOf } from "./region.js";
import { type AwsScope, deployingAccount } from "./scope.js";

/** What a deployment on AWS says that its provisioning depends on; what a program passes stands in it as a token. */
export interface AwsRequest<Provision> {
	/** The deployment's name. */
	readonly deployment: string;
	readonly region: string;
	readonly signIn: AwsSignInName;
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

export type BedrockRequest = AwsRequest<BedrockProvision>;
export type MantleRequest = AwsRequest<MantleProvision>;

export interface RequestedGroup {
	readonly name: string;
	readonly members?: { readonly identityCenterGroup?: string };
	/** Present where the group states its own. */
	readonly models?: readonly JsonValue[];
	/** Present where the group states its own: the value of the block, without the name of the way. */
	readonly signInBlock?: unknown;
}

/** Where in a deployment the request's parts stand. */
export interface RequestPaths {
	/** The route's block. */
	readonly block: Path;
	/** The deployment's `groups`. */
	readonly groups: Path;
}

/** A principal to be, and what its people call and sign in with. */
export interface AwsPrincipal extends Principal<RequestedGroup & StatingGroup> {
	readonly models: readonly JsonValue[];
	/** Where the models stand. */
	readonly modelsAt: Path;
	readonly signInBlock: unknown;
	/** Where the block stands. */
	readonly signInAt: Path;
}

interface AnyProvision {
	readonly accountId?: string;
	readonly separateGroups?: boolean;
	readonly applicationProfiles?: Readonly<Record<string, unknown>>;
}

export function awsPrincipals(request: AwsRequest<AnyProvision>): AwsPrincipal[] {
	const { groups, provision, at, signIn } = request;
	const apart = ({ name }: RequestedGroup) => provision.separateGroups === true || hasOwnProfiles(provision, name);
	const stating = groups.map((group) => ({ ...group, states: statementsOf(group) }));
	return principalsOf(stating, apart).map((principal): AwsPrincipal => {
		const [group] = principal.group === undefined ? [] : principal.groups;
		const own: Path = [...at.groups, group?.name ?? "", "inference"];
		return {
			...principal,
			models: group?.models ?? request.models ?? [],
			modelsAt: group?.models ? [...own, "models"] : [...at.block, "models"],
			signInBlock: group?.signInBlock ?? request.signInBlock,
			signInAt: [...(group?.signInBlock === undefined ? at.block : own), "signIn", signIn],
		};
	});
}

function statementsOf({ models, signInBlock }: RequestedGroup): OwnStatement[] {
	return [...(models ? (["models"] as const) : []), ...(signInBlock === undefined ? [] : (["signIn"] as const))];
}

/** Where calls of the deployment are made. */
export function scopeOf(request: AwsRequest<AnyProvision>): AwsScope {
	const { region } = request;
	return { partition: partitionOf(region) ?? "aws", region, accountId: statedAccount(request) ?? deployingAccount };
}

export function statedAccount({ provision, signInBlock }: AwsRequest<AnyProvision>): string | undefined {
	return provision.accountId ?? textIn(signInBlock, "accountId");
}

/** A text in a sign-in block, and where it stands. */
interface StatedText {
	readonly text: string;
	readonly at: Path;
	/** Absent where the deployment's own block says it. */
	readonly group?: string;
}

/** What the sign-in blocks say under a name: the deployment's first, then those of groups that have their own. */
export function textsInSignIns({ signIn, signInBlock, groups, at }: AwsRequest<unknown>, name: string): StatedText[] {
	const blocks = [
		{ block: signInBlock, from: at.block },
		...groups.map((each) => ({
			block: each.signInBlock,
			from: [...at.groups, each.name, "inference"],
			group: each.name,
		})),
	];
	return blocks.flatMap(({ block, from, ...group }) => {
		const text = textIn(block, name);
		return text === undefined ? [] : [{ text, at: [...from, "signIn", signIn, name], ...group }];
	});
}

/** A text of a block, or undefined. */
export function textIn(block: unknown, name: string): string | undefined {
	const value = memberOf(block, name);
	return typeof value === "string" ? value : undefined;
}

/** Each id once, sorted. */
export function modelIds(models: readonly JsonValue[]): string[] {
	return [...new Set(listedModels(models).map(({ id }) => bareModelId(id)))].sort();
}

/** The people of a principal, in words. */
export function peopleOf({ groups }: Pick<AwsPrincipal, "groups">): string {
	return groups.map(({ name }) => name).join(", ");
}
