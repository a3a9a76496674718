import { v5 as uuidV5 } from "uuid";

/** Namespace of the digests in cut names; changing it renames what is deployed. */
const namespace = uuidV5("pulumi-cowork:aws-names", uuidV5.DNS);

/** Characters of a digest: ten decimal digits. */
const digestLength = 10;

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
export const longestPermissionSetName = 32;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const longestIamName = 64;
export const permissionSetNameRule =
	"is no name that IAM Identity Center takes; expected at most 32 letters, digits and +=,.@_-";
export const iamNameRule = "is no name that IAM takes; expected at most 64 letters, digits and +=,.@_-";
/** Label of a key where nobody chose one. */
export const defaultKeyLabel = "current";
/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateInferenceProfile.html */
const longestProfileName = 64;

/** Whose name it is: a deployment's, or a group's where the group has something of its own. */
export interface NamedFor {
	readonly deployment: string;
	readonly group?: string | undefined;
}

/** Name of a permission set. A dot separates, because neither deployments nor groups have one in their names. */
export function permissionSetName(of: NamedFor): string {
	return cutName(dotted(of), longestPermissionSetName);
}

/** Name of a role, user, policy or any other thing of IAM's kind. */
export function iamName(of: NamedFor): string {
	return cutName(dotted(of), longestIamName);
}

/**
 * Name of the user behind one key, so that no user ever has more keys than AWS allows and records of calls tell which
 * key was used. An underscore separates, because neither deployments nor groups have one in their names.
 */
export function keyUserName(of: NamedFor, label: string): string {
	return label === defaultKeyLabel ? iamName(of) : cutName(`${dotted(of)}_${label}`, longestIamName);
}

export function isPermissionSetName(text: string): boolean {
	return isName(text, longestPermissionSetName);
}

export function isIamName(text: string): boolean {
	return isName(text, longestIamName);
}

function isName(text: string, longest: number): boolean {
	return /^[\w+=,.@-]+$/.test(text) && text.length <= longest;
}

/** A name that someone chose, with a group's after it. */
export function chosenName(name: string, group: string | undefined, longest: number): string {
	return group === undefined ? name : cutName(`${name}.${group}`, longest);
}

/**
 * Name of an application inference profile. Bedrock takes letters and digits with single spaces, underscores and
 * hyphens between them.
 */
export function applicationProfileName(deployment: string, group: string, profileId: string): string {
	const model = profileId.replace("anthropic.", "").replace(/[.:]/g, "_");
	const full = `cowork-${deployment}_${group}_${model}`;
	if (full.length <= longestProfileName && /^(?:[0-9a-zA-Z][_-]?)+$/.test(full)) return full;
	const head = full
		.replace(/([_-])[_-]+/g, "$1")
		.slice(0, longestProfileName - digestLength - 1)
		.replace(/[_-]$/, "");
	return `${head}_${digest(`${deployment}/${group}/${profileId}`)}`;
}

/**
 * The name, or its beginning and a digest. The digest follows a dot and begins with a digit, as no name of a deployment
 * or group does, so that a cut name is never another's whole name.
 */
function cutName(full: string, longest: number): string {
	if (full.length <= longest) return full;
	const head = full.slice(0, longest - digestLength - 1);
	const end = [...head].findLastIndex((character) => character !== "." && character !== "-");
	return `${head.slice(0, end + 1)}.${digest(full)}`;
}

function dotted({ deployment, group }: NamedFor): string {
	return group === undefined ? `cowork-${deployment}` : `cowork-${deployment}.${group}`;
}

/** Digits only, so that it is never taken for the name of a group. */
function digest(text: string): string {
	const number = BigInt(`0x${uuidV5(text, namespace).replaceAll("-", "")}`);
	return String(number % 10n ** BigInt(digestLength)).padStart(digestLength, "0");
}
