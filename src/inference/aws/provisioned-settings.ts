import type { JsonValue } from "../../json.js";
import { hasKey, permissionSetNameOf } from "./identity.js";
import { late } from "./late-text.js";
import { modelSettings } from "./model-settings.js";
import type { BedrockRequest } from "./plan-bedrock.js";
import type { MantleRequest } from "./plan-mantle.js";
import { type Owner, ownersOf, statedAccount } from "./request.js";

/** Values of managed keys that provisioning decides, by key; a late one is `{ fromCloud: name }`. */
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

/** A key that the deployment makes is known to the program alone. */
function keySettings({ signIn, provision }: AnyRequest, owner: Owner, group: string): ProvisionedSettings {
	if (signIn !== "bearerToken" || provision.bringYourOwn || hasKey(owner)) return {};
	return { inferenceBedrockBearerToken: { fromProgram: late.bearerToken(group) } };
}

function identityCenterSettings(request: BedrockRequest<unknown>, owner: Owner): ProvisionedSettings {
	if (request.signIn !== "identityCenter" || request.provision.bringYourOwn) return {};
	return {
		inferenceBedrockSsoRoleName: permissionSetNameOf({ ...request, owner }),
		inferenceBedrockSsoAccountId: statedAccount(request) ?? { fromCloud: late.accountId },
	};
}

function baseUrlSetting({ provision }: AnyRequest): ProvisionedSettings {
	return provision.privateEndpoints?.useRegionalName ? { inferenceBedrockBaseUrl: { fromCloud: late.endpoint } } : {};
}
