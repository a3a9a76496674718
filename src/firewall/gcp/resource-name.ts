import { createHash } from "node:crypto";
import type { RuleRequest } from "../backend.js";

/** Names of Google's resources have 63 characters, of which the longest role takes 30. */
const most = 33;

/** `cowork-eu-allow-443`: lower-case letters, digits and hyphens, none of them at the end, at most 63. */
export function resourceName({ deployment, group }: Pick<RuleRequest, "deployment" | "group">, role?: string): string {
	const whole = `cowork-${deployment}${group === undefined ? "" : `-group-${group}`}`;
	// A deployment may be called like a group of another one.
	const isName = whole.length <= most && !whole.endsWith("-") && !`${deployment}-`.includes("-group-");
	const digest = () =>
		createHash("sha256")
			.update(`${deployment}/${group ?? ""}`)
			.digest("hex")
			.slice(0, 8);
	const owner = isName ? whole : `${whole.slice(0, most - 9)}-${digest()}`;
	return role === undefined ? owner : `${owner}-${role}`;
}
