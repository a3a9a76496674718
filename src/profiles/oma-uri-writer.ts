import type { JsonObject } from "../json.js";
import { type PolicySet, writeAdmx } from "./admx-writer.js";
import { policyText } from "./limits.js";
import { type PolicyDefinition, policyId } from "./policy-definition.js";
import type { EncodedSetting } from "./settings.js";
import { xmlAttribute } from "./xml-text.js";

const policies = "./Device/Vendor/MSFT/Policy";
const category = "Settings";

/**
 * Policies of a program as devices take them over OMA-URI: the definitions that they take in first, and then each value.
 * `app` is the name that they keep the definitions under.
 */
export function omaSettings(
	{ root }: PolicySet,
	app: string,
	definitions: string,
	values: readonly Pick<EncodedSetting, "name" | "text">[],
): readonly JsonObject[] {
	const install = `${policies}/ConfigOperations/ADMXInstall/${app}/Policy/${app}Admx`;
	return [
		setting("Policy definitions", install, definitions),
		...values.map(({ name, text }) => {
			const id = policyId(name);
			const value = `<enabled/><data id="${id}" value="${xmlAttribute(text)}"/>`;
			return setting(name, `${policies}/Config/${app}~Policy~${root.id}~${category}/${id}`, value);
		}),
	];
}

/** Nobody edits these: every value is a text, whatever its type. */
export function textDefinitions(set: PolicySet, names: readonly string[], namespace: string): string {
	return writeAdmx(set, names.map(definition), namespace);
}

function definition(name: string): PolicyDefinition {
	return { name, id: policyId(name), category, element: { kind: "text", maxLength: policyText.most } };
}

function setting(name: string, omaUri: string, value: string): JsonObject {
	return { "@odata.type": "#microsoft.graph.omaSettingString", displayName: name, omaUri, value };
}
