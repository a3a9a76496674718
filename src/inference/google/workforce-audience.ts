import { error } from "../../problem.js";
import type { Rule } from "../../shape/shape.js";

/** A provider of a workforce pool, by the ids that Google knows both by. */
export interface WorkforceProvider {
	readonly poolId: string;
	readonly providerId: string;
}

const form = /^\/\/iam\.googleapis\.com\/locations\/global\/workforcePools\/([^/\s]+)\/providers\/([^/\s]+)$/;

/** https://cloud.google.com/iam/docs/workforce-obtaining-short-lived-credentials */
export function workforceAudience({ poolId, providerId }: WorkforceProvider): string {
	return `//iam.googleapis.com/locations/global/workforcePools/${poolId}/providers/${providerId}`;
}

/** Whose audience a text is; undefined where it is none. */
export function providerOfAudience(audience: string): WorkforceProvider | undefined {
	const [, poolId, providerId] = form.exec(audience) ?? [];
	return poolId === undefined || providerId === undefined ? undefined : { poolId, providerId };
}

export const checkWorkforceAudience: Rule<string> = (audience) => {
	if (providerOfAudience(audience)) return [];
	const expected = workforceAudience({ poolId: "POOL", providerId: "PROVIDER" });
	return [error("workforce-audience", [], `is no audience of a workforce provider; expected ${expected}`)];
};
