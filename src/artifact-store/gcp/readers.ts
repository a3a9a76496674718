import { error, type Problem } from "../../problem.js";
import { late, list, text } from "../../shape/build.js";
import type { Rule } from "../../shape/shape.js";

const address = /^[^\s@:/<>]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const domain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
/** One identity, or several, of a pool of workforce or workload identities. */
const pool =
	/^iam\.googleapis\.com\/(?:locations\/global\/workforcePools|projects\/\d+\/locations\/global\/workloadIdentityPools)\/[a-z0-9-]+\/[^\s<>]+$/;

const kinds: Readonly<Record<string, (who: string) => boolean>> = {
	user: (who) => address.test(who),
	group: (who) => address.test(who),
	serviceAccount: (who) => address.test(who),
	domain: (who) => domain.test(who),
	principal: (who) => who.startsWith("//") && pool.test(who.slice(2)),
	principalSet: (who) => who.startsWith("//") && pool.test(who.slice(2)),
};

/** https://cloud.google.com/iam/docs/principal-identifiers */
function checkMember(member: string): Problem[] {
	if (/^allusers$/i.test(member)) {
		const message = "is everybody in the world, whom profiles and rules are never published to; name who reads them";
		return [error("public-reader", [], message)];
	}
	if (/^allauthenticatedusers$/i.test(member)) {
		const message = "is everybody with any Google account; name who reads them";
		return [error("public-reader", [], message)];
	}
	const [kind = "", ...rest] = member.split(":");
	if (Object.hasOwn(kinds, kind) && kinds[kind]?.(rest.join(":"))) return [];
	const message =
		"is no member as Google writes it; expected user:, group: or serviceAccount: and an address, domain: and a domain, or principal:// or principalSet:// of a pool";
	return [error("member", [], message)];
}

/** Whoever has an account of the organisation, or came by a pool, is more than those whom a secret is for. */
function checkOfSecrets(member: string): Problem[] {
	const isWide = member.startsWith("domain:") || (member.startsWith("principalSet:") && member.endsWith("/*"));
	if (!isWide) return [];
	const message = "is too many for files that carry secrets; name people, a group or a service account";
	return [error("wide-reader", [], message)];
}

const memberShape = (...rules: readonly Rule<string>[]) => list(late(text(checkMember, ...rules)), { minItems: 1 });

export const readers = memberShape();

/** Of files that carry secrets. */
export const readersOfSecrets = memberShape(checkOfSecrets);

/**
 * Reads below a prefix alone, whatever else there is in the bucket. A list is asked of the bucket, not of what it lists.
 * https://cloud.google.com/iam/docs/conditions-attribute-reference#resource-name
 * https://cloud.google.com/storage/docs/access-control/iam#conditions
 */
export function readingBelow(bucket: string, prefix: string): string {
	return [
		`resource.name.startsWith("projects/_/buckets/${bucket}/objects/${prefix}")`,
		`api.getAttribute("storage.googleapis.com/objectListPrefix", "").startsWith("${prefix}")`,
	].join(" || ");
}
