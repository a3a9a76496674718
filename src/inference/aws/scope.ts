import type { PlannedLookUp } from "../../cloud/planned-resource.js";
import { token } from "../../reference/token.js";
import type { AwsPartition } from "./region.js";

/** Where the resources that ARNs name are. */
export interface AwsScope {
	readonly partition: AwsPartition;
	readonly region: string;
	/** Twelve digits, or `deployingAccount`. */
	readonly accountId: string;
}

/** Asks for the account of the credentials that deploy, where nobody names one. */
export const accountLookUp: PlannedLookUp = { id: "account", asks: "account", properties: {} };

/** Stands for the id of that account. */
export const deployingAccount = token("account.id");

/** What a plan has to ask for its scope. */
export function scopeLookUps({ accountId }: AwsScope): PlannedLookUp[] {
	return accountId === deployingAccount ? [accountLookUp] : [];
}
