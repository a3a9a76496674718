import type { PlannedIdentity } from "../../cloud-plan.js";
import { joinPlans, type PlanPart } from "../../join-plans.js";
import { atAccount } from "../access/plan-access.js";
import { accountKey, takesKeys } from "../account/plan-account.js";
import { keyReference } from "../late-references.js";
import { type FoundryGroup, type FoundryRequest, hasKey, scopeOf } from "../request.js";
import { planApp } from "./plan-app.js";

/** What people sign in with besides their roles: a registered app, or a key of the account. */
export function planIdentity(request: FoundryRequest): PlanPart {
	const { signIn, provision } = request;
	if (provision.bringYourOwn) return lookedAfterElsewhere(request);
	if (signIn === "apiKey") return plannedKey(request);
	const kept = keptKeys(request);
	return signIn === "entra" && provision.app ? joinPlans([planApp(request, provision.app), kept]) : kept;
}

/** Devices depend on the account alone, whoever lets them call it. */
function lookedAfterElsewhere(request: FoundryRequest): PlanPart {
	return { identities: [accountOf(request, request.groups)] };
}

/** Profiles carry one of the account's keys, but those of groups that have their own. */
function plannedKey(request: FoundryRequest): PlanPart {
	const carrying = request.groups.filter((group) => !hasKey(group));
	const own = request.groups.filter(hasKey);
	const others = own.length > 0 ? [accountOf(request, own)] : [];
	if (carrying.length === 0) return { identities: others };
	const { key, lookUps } = accountKey(request);
	const references = carrying.map(({ name, signInAt }) => ({ name, reference: keyReference(signInAt) }));
	return {
		lookUps,
		// Whichever of the two profiles carry, both stay.
		identities: [{ ...keysOf(request, carrying), keptBy: "localAuthentication: true" }, ...others],
		late: Object.fromEntries(references.map(({ reference }) => [reference.fromCloud.name, key])),
		settings: Object.fromEntries(
			references.map(({ name, reference }) => [name, { inferenceFoundryApiKey: reference }]),
		),
	};
}

/** Keys that devices may still hold while they change over to something else. */
function keptKeys(request: FoundryRequest): PlanPart {
	if (request.provision.account?.existing || !takesKeys(request)) return {};
	return { identities: [{ ...keysOf(request, request.groups), leaving: true }] };
}

function keysOf(request: FoundryRequest, groups: readonly FoundryGroup[]): PlannedIdentity {
	return identity(request, `keys/${scopeOf(request).accountName}`, groups);
}

function accountOf(request: FoundryRequest, groups: readonly FoundryGroup[]): PlannedIdentity {
	return identity(request, `account/${scopeOf(request).accountName}`, groups);
}

function identity(request: FoundryRequest, name: string, groups: readonly FoundryGroup[]): PlannedIdentity {
	return { name, groups: groups.map((group) => group.name), ...atAccount(request) };
}
