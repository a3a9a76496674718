import { createHash } from "node:crypto";
import type { RuleRequest } from "../backend.js";

/**
 * `cowork-eu`, or `cowork-eu-Group-pilot`; a capital letter separates, because neither deployments nor groups have one in
 * their names.
 */
export function awsRuleName({ deployment, group }: Pick<RuleRequest, "deployment" | "group">): string {
	return group === undefined ? `cowork-${deployment}` : `cowork-${deployment}-Group-${group}`;
}

/** A name that fits: its head, and a digest of the whole where that is longer. */
export function cutTo(longest: number, full: string): string {
	if (full.length <= longest) return full;
	const digest = createHash("sha256").update(full).digest("hex").slice(0, 10);
	return `${full.slice(0, longest - digest.length - 1)}-${digest}`;
}
