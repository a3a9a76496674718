import type { RuleRequest } from "./backend.js";

/** Whom rules are for, in names of what they define: rules of two deployments or groups can stand beside each other. */
export function ownerName({ deployment, group }: Pick<RuleRequest, "deployment" | "group">, separator: string): string {
	return group === undefined ? deployment : `${deployment}${separator}${group}`;
}
