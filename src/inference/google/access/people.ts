import { made, type Outcome, refused } from "../../../outcome.js";
import type { Path } from "../../../path.js";
import { error } from "../../../problem.js";
import type { RequestedGroup } from "../../requested-deployment.js";
import type { WorkforceProvider } from "../workforce-audience.js";

/** Directories in which people of a group may be known. */
export type Directory = "google" | "workforce";

/** The directory in which people of a group are bound; undefined where none of those that they may be known in has them. */
export function directoryOf(
	{ members = {} }: RequestedGroup,
	directories: readonly Directory[],
): Directory | undefined {
	const { googleGroup, principalSet, entraGroupId } = members;
	const known = { google: googleGroup, workforce: principalSet ?? entraGroupId };
	return directories.find((each) => known[each] !== undefined);
}

/**
 * How an allow policy writes the people of a group; `at` is where its `members` stand, and `provider` what brings people
 * of a workforce pool.
 */
export function peopleMember(
	{ members = {} }: RequestedGroup,
	directories: readonly Directory[],
	provider: WorkforceProvider | undefined,
	at: Path,
): Outcome<string> {
	const { googleGroup, principalSet, entraGroupId } = members;
	if (directories.includes("google") && googleGroup !== undefined) return groupMember(googleGroup, at);
	if (directories.includes("workforce")) {
		if (principalSet !== undefined) return workforceMember(principalSet, provider, [...at, "principalSet"]);
		// Entra's tokens carry the ids of groups, which is what a provider then maps.
		if (entraGroupId !== undefined && provider) return made(setOf(provider, `group/${entraGroupId.toLowerCase()}`));
	}
	const [first = "googleGroup", ...others] = wordsOf(directories);
	const instead = others.length === 0 ? "" : `, or ${others.join(" or ")}`;
	const message = `is missing${instead}; it is these people whom Google lets call the models: name them, or say provision.bringYourOwn: true where access is looked after elsewhere`;
	return refused(error("missing", [...at, first], message));
}

function wordsOf(directories: readonly Directory[]): string[] {
	return directories.flatMap((each) => (each === "google" ? ["googleGroup"] : ["principalSet", "entraGroupId"]));
}

function groupMember(address: string, at: Path): Outcome<string> {
	if (/^[a-z0-9!#$&'*+/=?^_{|}~.-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(address))
		return made(`group:${address.toLowerCase()}`);
	const message = "is no address of a Google group; expected one such as claude@example.com";
	return refused(error("google-group", [...at, "googleGroup"], message));
}

/** https://cloud.google.com/iam/docs/principal-identifiers */
const wholeSet = /^principalSet:\/\/iam\.googleapis\.com\/locations\/global\/workforcePools\/([a-z0-9-]+)\/(.+)$/;
/** Angle brackets are of what stands in a plan for what is known only later; an asterisk is everybody. */
const part = /^(?:group|attribute\.[a-z0-9_]+)\/[^\s*<>\p{C}]+$/u;

function workforceMember(text: string, provider: WorkforceProvider | undefined, at: Path): Outcome<string> {
	const [, poolId, of = text] = wholeSet.exec(text) ?? [];
	if (!part.test(of)) {
		const message =
			"names nobody of a workforce pool; expected group/<value of google.groups>, attribute.<name>/<value>, or the whole principalSet:// of one of them";
		return refused(error("principal-set", at, message));
	}
	if (poolId !== undefined && provider && poolId !== provider.poolId) {
		const message = `is of workforce pool ${poolId}, and people come by ${provider.poolId}, so that it stands for nobody; name people of that pool`;
		return refused(error("other-pool", at, message));
	}
	if (poolId !== undefined) return made(text);
	if (provider) return made(setOf(provider, text));
	return refused(
		error("principal-set", at, "tells no workforce pool; write the whole principalSet://, its pool included"),
	);
}

function setOf({ poolId }: WorkforceProvider, who: string): string {
	return `principalSet://iam.googleapis.com/locations/global/workforcePools/${poolId}/${who}`;
}
