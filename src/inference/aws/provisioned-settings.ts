import { isObject, type JsonValue } from "../../json.js";
import { bareModelId, tierOf } from "../model-id.js";
import { hasKey, permissionSetNameOf } from "./identity.js";
import { late } from "./late-text.js";
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
		...modelSettings(request, owner),
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

/** A group with application profiles calls those; their ARNs tell neither a label nor a family. */
function modelSettings({ provision }: BedrockRequest<unknown>, owner: Owner): ProvisionedSettings {
	const { group } = owner;
	if (group === undefined || !Object.hasOwn(provision.applicationProfiles ?? {}, group)) return {};
	return { inferenceModels: owner.models.map((entry) => withOwnProfile(entry, group)) };
}

function withOwnProfile(entry: JsonValue, group: string): JsonValue {
	const listed = typeof entry === "string" ? entry : isObject(entry) ? entry.name : undefined;
	if (typeof listed !== "string") return entry;
	const id = bareModelId(listed);
	const profileId = id.startsWith("arn:") ? id.replace(/^.*:inference-profile\//, "") : id;
	// Other ARNs are capacity or application profiles that the deployment does not make.
	if (profileId.startsWith("arn:")) return isObject(entry) ? entry : { name: listed };
	const tier = tierOf(profileId);
	return {
		labelOverride: profileId.replace(/^.*anthropic\./, ""),
		...(tier && { anthropicFamilyTier: tier }),
		...(listed !== id && { supports1m: true }),
		...(isObject(entry) && (entry as Readonly<Record<string, JsonValue>>)),
		name: { fromCloud: late.applicationProfile(group, profileId) },
	};
}
