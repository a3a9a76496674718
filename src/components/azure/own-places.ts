import type * as pulumi from "@pulumi/pulumi";
import { validate as isUuid } from "uuid";
import { subscriptionIn } from "../../cloud/arm-id.js";
import type { CloudPlan } from "../../inference/cloud-plan.js";
import { runError } from "../run-error.js";
import { azureSdk, entraSdk } from "./sdk.js";

/**
 * Refuses a provider that creates in another subscription than one that roles, scopes and messages name: it alone decides
 * where resources go. `at` is where the deployment names it.
 */
export function subscriptionOf(
	expected: string | undefined,
	at: string,
	opts: pulumi.InvokeOptions,
): pulumi.Output<pulumi.Resource[]> {
	const { getClientConfigOutput } = azureSdk.module("authorization/index.js");
	return getClientConfigOutput(opts).apply(({ subscriptionId }: { readonly subscriptionId?: string }) => {
		// A stand-in for the cloud, as in a test of a program, may not know what the cloud does.
		const actual = subscriptionId?.toLowerCase();
		if (actual === undefined || expected === undefined || actual === expected.toLowerCase()) return [];
		throw runError(
			`${at}: is ${expected}, and the provider of Azure creates in ${actual}; set azure-native:subscriptionId, or give the component the provider of that subscription`,
		);
	});
}

/** What resources of a plan depend on, so that none of them is made in another subscription. */
export function inSubscription({ outputs }: CloudPlan, opts: pulumi.InvokeOptions): pulumi.Output<pulumi.Resource[]> {
	return subscriptionOf(subscriptionIn(outputs.account?.id ?? ""), "provision.subscription", opts);
}

/** The same for the tenant that an app is registered in: people sign in with the tenant that their profiles name. */
export function inTenant({ identities }: CloudPlan, opts: pulumi.InvokeOptions): pulumi.Output<pulumi.Resource[]> {
	const expected = identities.find(({ place }) => place?.tenant !== undefined)?.place?.tenant?.toLowerCase();
	return entraSdk
		.module("index.js")
		.getClientConfigOutput(opts)
		.apply(({ tenantId }: { readonly tenantId?: string }) => {
			const actual = tenantId?.toLowerCase();
			// A tenant has as many domains as it likes, and profiles may name it by one.
			if (actual === undefined || expected === undefined || !isUuid(expected) || actual === expected) return [];
			throw runError(
				`signIn.entra.tenantId: is ${expected}, and the provider of Entra ID registers apps in ${actual}; set azuread:tenantId, or give the component the provider of that tenant`,
			);
		});
}
