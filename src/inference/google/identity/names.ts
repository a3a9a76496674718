import { v5 as uuidV5 } from "uuid";

/** Namespace of the digests in cut names; changing it renames what is deployed. */
const namespace = uuidV5("pulumi-cowork:google-names", uuidV5.DNS);

/** https://cloud.google.com/iam/docs/service-accounts-create */
const longestAccountId = 30;
const accountDigest = 8;

/**
 * Id of the deployment's role in its project. An underscore stands for a hyphen, which no id has and no name of a
 * deployment has itself. https://cloud.google.com/iam/docs/reference/rest/v1/projects.roles
 */
export function roleId(deployment: string): string {
	return `cowork_${deployment.replaceAll("-", "_")}`;
}

/** Id of the role that lets people have another project pay, beside that of the deployment's own. */
export function userProjectRoleId(roleId: string): string {
	return `${roleId}.user`;
}

/** Id of a service account: whole where it is the deployment's and fits, otherwise its beginning and a digest. */
export function serviceAccountId({ deployment, group }: { readonly deployment: string; readonly group?: string }) {
	const full = `cowork-${deployment}${group === undefined ? "" : `-${group}`}`;
	if (group === undefined && full.length <= longestAccountId && !full.endsWith("-")) return full;
	let end = longestAccountId - accountDigest - 1;
	while (full[end - 1] === "-") end--;
	const head = full.slice(0, end);
	// No name holds a slash, so that no two are cut to one.
	return `${head}-${digest(`${deployment}/${group ?? ""}`, accountDigest)}`;
}

/** Address of a service account of a project, whose own name may have a domain before a colon. */
export function serviceAccountEmail(accountId: string, projectId: string): string {
	const [name, ...domain] = projectId.split(":").reverse();
	return `${accountId}@${[name, ...domain].join(".")}.iam.gserviceaccount.com`;
}

/** https://cloud.google.com/vpc/docs/configure-private-service-connect-apis */
const longestEndpointName = 20;
const endpointDigest = 6;

/** Name of an endpoint of Private Service Connect: lower-case letters and digits alone. */
export function endpointName(deployment: string): string {
	const full = `cowork${deployment.replaceAll("-", "")}`;
	if (!deployment.includes("-") && full.length <= longestEndpointName) return full;
	return `${full.slice(0, longestEndpointName - endpointDigest)}${digest(deployment, endpointDigest)}`;
}

/** Decimal digits. */
function digest(text: string, length: number): string {
	const number = BigInt(`0x${uuidV5(text, namespace).replaceAll("-", "")}`);
	return String(number % 10n ** BigInt(length)).padStart(length, "0");
}
