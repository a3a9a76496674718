import type { JsonValue } from "../../json.js";
import { hasKey, permissionSetNameOf } from "./identity/identity.js";
import { accountReference, endpointReference, keyReference } from "./late-references.js";
import { modelSettings } from "./models/model-settings.js";
import type { BedrockRequest } from "./plan-bedrock.js";
import type { MantleRequest } from "./plan-mantle.js";
import { type Owner, ownersOf, statedAccount } from "./request.js";

/** Values of managed keys that provisioning decides, by key; references for what only the cloud will know. */
export type ProvisionedSettings = Readonly<Record<string, JsonValue>>;

/** What provisioning decides of each group's settings, by group; what the route's block says is not repeated. */
export function bedrockSettings(request: BedrockRequest<unknown>): Readonly<Record<string, ProvisionedSettings>> {
	return byGroup(request, (owner, group) => ({
		...keySettings(request, owner, group),
		...identityCenterSettings(request, owner),
		...baseUrlSetting(request),
		...modelSettings(request.provision, owner),
	}));
}

export function mantleSettings(request: MantleRequest<unknown>): Readonly<Record<string, ProvisionedSettings>> {
	return byGroup(request, (owner, group) => ({
		...keySettings(request, owner, group),
		...baseUrlSetting(request),
	}));
}

type AnyRequest = BedrockRequest<unknown> | MantleRequest<unknown>;

function byGroup(request: AnyRequest, settings: (owner: Owner, group: string) => ProvisionedSettings) {
	const entries = ownersOf(request).flatMap((owner) =>
		owner.groups.map(({ name }): [string, ProvisionedSettings] => [name, settings(owner, name)]),
	);
	return Object.fromEntries(entries);
}

function keySettings({ signIn, provision, at }: AnyRequest, owner: Owner, group: string): ProvisionedSettings {
	if (signIn !== "bearerToken" || provision.bringYourOwn || hasKey(owner)) return {};
	return { inferenceBedrockBearerToken: keyReference(group, [...at.block, "signIn", signIn]) };
}

function identityCenterSettings(request: BedrockRequest<unknown>, owner: Owner): ProvisionedSettings {
	if (request.signIn !== "identityCenter" || request.provision.bringYourOwn) return {};
	return {
		inferenceBedrockSsoRoleName: permissionSetNameOf({ ...request, owner }),
		inferenceBedrockSsoAccountId:
			statedAccount(request) ?? accountReference([...request.at.block, "signIn", request.signIn]),
	};
}

function baseUrlSetting({ provision }: AnyRequest): ProvisionedSettings {
	return provision.privateEndpoints?.useRegionalName ? { inferenceBedrockBaseUrl: endpointReference } : {};
}
