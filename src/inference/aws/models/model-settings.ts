import { isJsonObject, type JsonValue } from "../../../json.js";
import { bareModelId, tierOf } from "../../model-id.js";
import { listedModels, uniformModels } from "../../models.js";
import { applicationProfileReference } from "../late-references.js";
import type { BedrockProvision } from "../provision.js";
import type { AwsPrincipal } from "../request.js";
import { hasOwnProfiles } from "./application-profiles.js";
import { inferenceProfileId } from "./arns.js";
import { copiedFrom } from "./resolve-models.js";

type Models = Pick<BedrockProvision, "applicationProfiles" | "copiedFrom">;

/**
 * The list of models of a group's profile, where provisioning knows more of them. A group with application profiles calls
 * those; the ARN of one tells neither a label nor a family.
 */
export function modelSettings(
	provision: Models,
	{ group, models }: Pick<AwsPrincipal, "group" | "models">,
): Readonly<Record<string, JsonValue>> {
	const own = hasOwnProfiles(provision, group) ? group : undefined;
	const decided = models.map((entry) => withFamily(own === undefined ? entry : withOwnProfile(entry, own), provision));
	if (decided.every((entry, index) => entry === models[index])) return {};
	return { inferenceModels: uniformModels(decided) };
}

function withOwnProfile(entry: JsonValue, group: string): JsonValue {
	const listed = idOf(entry);
	if (listed === undefined) return entry;
	const id = bareModelId(listed);
	const profileId = inferenceProfileId(id);
	// Other ARNs are capacity or application profiles that the deployment does not make.
	if (profileId.startsWith("arn:")) return entry;
	const tier = tierOf(profileId);
	return {
		labelOverride: profileId.replace(/^.*anthropic\./, ""),
		...(tier && { anthropicFamilyTier: tier }),
		...(listed !== id && { supports1m: true }),
		...(isJsonObject(entry) && entry),
		name: applicationProfileReference(group, profileId),
	};
}

/** An application profile that exists is of the family of what it copies. */
function withFamily(entry: JsonValue, provision: Models): JsonValue {
	const listed = idOf(entry);
	const copied = listed === undefined ? undefined : copiedFrom(provision, bareModelId(listed));
	const tier = copied === undefined ? undefined : tierOf(copied);
	if (listed === undefined || tier === undefined) return entry;
	return {
		anthropicFamilyTier: tier,
		...(isJsonObject(entry) ? entry : { name: listed }),
	};
}

function idOf(entry: JsonValue): string | undefined {
	return listedModels([entry])[0]?.id;
}
