import type { FoundrySignIns } from "../../block.js";

export type AzureSignInName = keyof FoundrySignIns;

/** What a way to sign in needs in Azure. */
interface AzureSignIn {
	/** Members of `provision` that are about it. */
	readonly blocks: readonly ("app" | "key")[];
	/** Whether people call the account as themselves, so that roles decide who may. */
	readonly byRole: boolean;
}

/** By the name of the sign-in block. What a helper prints may be a key or a token; people have their roles for the latter. */
export const azureSignIns: Readonly<Record<AzureSignInName, AzureSignIn>> = {
	entra: { blocks: ["app"], byRole: true },
	apiKey: { blocks: ["key"], byRole: false },
	helper: { blocks: [], byRole: true },
};

/** Whether a route's word for a way to sign in is one that Foundry knows. */
export function isAzureSignIn(name: string): name is AzureSignInName {
	return Object.hasOwn(azureSignIns, name);
}
