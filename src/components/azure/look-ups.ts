import * as pulumi from "@pulumi/pulumi";
import type { PlacedOutputs } from "../place-plan.js";
import { runError } from "../run-error.js";
import { azureSdk, entraSdk } from "./sdk.js";

interface AccountByName {
	readonly accountName: pulumi.Input<string>;
	readonly resourceGroupName: pulumi.Input<string>;
}

/** The two keys of an account, as secrets, which the SDK does not mark. */
export function accountKeys(asked: AccountByName, { parent, provider }: pulumi.CustomResourceOptions): PlacedOutputs {
	const { listAccountKeysOutput } = azureSdk.module("cognitiveservices/index.js");
	const opts = { ...(parent && { parent }), ...(provider && { provider }) };
	const keys = pulumi.secret(listAccountKeysOutput(asked, opts));
	const key = (word: "key1" | "key2") =>
		keys.apply(({ [word]: text }) => {
			if (text !== undefined) return text;
			throw runError(`Azure tells no ${word} of the account; see that its local authentication is on`);
		});
	return { key1: key("key1"), key2: key("key2") };
}

/** What a plan asks of Azure and of Entra ID. */
export const foundryLookUps = {
	/** Of an account that exists. */
	"account keys": accountKeys,

	/** What stands in the tenant for an API, by its name, and the scope of it that people consent to. */
	"service principal": (
		{ displayName }: { readonly displayName: pulumi.Input<string> },
		opts: pulumi.InvokeOptions,
	): PlacedOutputs => {
		const found = entraSdk.module("index.js").getServicePrincipalOutput({ displayName }, opts);
		const userImpersonation = pulumi.all([found, displayName]).apply(([{ oauth2PermissionScopeIds }, name]) => {
			const scope = oauth2PermissionScopeIds.user_impersonation;
			if (scope !== undefined) return scope;
			throw runError(
				`provision.app.apiName: service principal ${name} has no scope user_impersonation; expected the name that the tenant has for Azure Cognitive Services`,
			);
		});
		return { clientId: found.clientId, objectId: found.objectId, userImpersonation };
	},
} as const;
