import { partitionOfRegion } from "../../cloud/aws-region.js";
import type { JsonObject } from "../../json.js";
import { token, tokensIn } from "../../reference/token.js";
import type { CollectorRequest } from "../collector-host.js";
import type { EcsProvision } from "./options.js";

/** A collector for ECS, of whose block nothing is wrong in form; what a program passes stands in it as a token. */
export interface EcsRequest extends CollectorRequest {
	readonly ecs: EcsProvision;
	readonly config: JsonObject;
}

/** Begins the names of what is created. */
export function nameOf({ deployment }: Pick<EcsRequest, "deployment">): string {
	return `cowork-${deployment}-collector`;
}

/** The account, or a token for the one of the credentials that deploy. */
export function accountOf({ accountId }: EcsProvision): string {
	return accountId ?? token("account.id");
}

/** An ARN in the region and account. */
export function arnOf(ecs: EcsProvision, service: string, resource: string): string {
	return `arn:${partitionOfRegion(ecs.region)}:${service}:${ecs.region}:${accountOf(ecs)}:${resource}`;
}

/** Whether a text is known before anything is placed. */
export function isKnown(text: string): boolean {
	return tokensIn(text).length === 0;
}
