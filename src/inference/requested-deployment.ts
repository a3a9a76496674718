import type { JsonValue } from "../json.js";
import type { Path } from "../path.js";
import { memberOf } from "./check-members.js";
import { bareModelId } from "./model-id.js";
import { listedModels } from "./models.js";
import { type OwnStatement, type Principal, principalsOf, type StatingGroup } from "./principals.js";
import type { ProvisionRequest } from "./route.js";

/**
 * What a deployment says that its provisioning depends on, in every cloud; what a program passes stands in it as a token.
 */
export interface RequestedDeployment<Provision, SignIn extends string = string> {
	/** The deployment's name. */
	readonly deployment: string;
	readonly signIn: SignIn;
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
	/** By the words of a deployment file's `members`. */
	readonly members?: ProvisionRequest["groups"][number]["members"];
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
export interface RequestedPrincipal extends Principal<RequestedGroup & StatingGroup> {
	readonly models: readonly JsonValue[];
	/** Where the models stand. */
	readonly modelsAt: Path;
	readonly signInBlock: unknown;
	/** Where the block stands. */
	readonly signInAt: Path;
}

/** What every cloud takes of a request; `signIn` and `provision` are the request's, as the cloud knows them. */
export function requestedDeployment<Provision, SignIn extends string>(
	{ deployment, options, at, groups }: ProvisionRequest,
	signIn: SignIn,
	provision: Provision,
): RequestedDeployment<Provision, SignIn> {
	const models = modelsOf(options);
	const baseUrl = textIn(options, "baseUrl");
	return {
		deployment,
		signIn,
		signInBlock: signInOf(options, signIn),
		provision,
		...(models && { models }),
		...(baseUrl !== undefined && { baseUrl }),
		at: { block: at, groups: [...at.slice(0, -2), "groups"] },
		groups: groups.map(({ name, members, states, options: effective }) => {
			const own = states.includes("models") ? modelsOf(effective) : undefined;
			const ownSignIn = states.includes("signIn") ? signInOf(effective, signIn) : undefined;
			return { name, members, ...(own && { models: own }), ...(ownSignIn !== undefined && { signInBlock: ownSignIn }) };
		}),
	};
}

export function requestedPrincipals(
	request: RequestedDeployment<unknown>,
	apart?: (group: RequestedGroup) => boolean,
): RequestedPrincipal[] {
	const { groups, at, signIn } = request;
	const stating = groups.map((group) => ({ ...group, states: statementsOf(group) }));
	return principalsOf(stating, apart).map((principal): RequestedPrincipal => {
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

/** A text in a sign-in block, and where it stands. */
interface StatedText {
	readonly text: string;
	readonly at: Path;
	/** Absent where the deployment's own block says it. */
	readonly group?: string;
}

/** What the sign-in blocks say under a name: the deployment's first, then those of groups that have their own. */
export function textsInSignIns(
	{ signIn, signInBlock, groups, at }: RequestedDeployment<unknown>,
	name: string,
): StatedText[] {
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
export function peopleOf({ groups }: Pick<RequestedPrincipal, "groups">): string {
	return groups.map(({ name }) => name).join(", ");
}

function modelsOf(options: Readonly<Record<string, unknown>>): readonly JsonValue[] | undefined {
	const models = memberOf(options, "models");
	// A deployment is JSON throughout.
	return Array.isArray(models) ? (models as readonly JsonValue[]) : undefined;
}

function signInOf(options: Readonly<Record<string, unknown>>, name: string): unknown {
	return memberOf(memberOf(options, "signIn"), name);
}
