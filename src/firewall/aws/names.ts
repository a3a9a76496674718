import type { RuleRequest } from "../backend.js";

/**
 * `cowork-eu`, or `cowork-eu-Group-pilot`; a capital letter separates, because neither deployments nor groups have one in
 * their names.
 */
export function awsRuleName({ deployment, group }: Pick<RuleRequest, "deployment" | "group">): string {
	return group === undefined ? `cowork-${deployment}` : `cowork-${deployment}-Group-${group}`;
}
