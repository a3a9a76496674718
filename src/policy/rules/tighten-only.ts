import { findKey } from "../../configuration/catalogue.js";
import { isPresetName, type PresetName, presets } from "../../configuration/presets.js";
import { isRestrictive, loosens } from "../../configuration/restriction.js";
import { canonicalJson, type JsonObject, type JsonValue } from "../../json.js";
import { words } from "../../shape/build.js";
import { eachGroup, type PolicyGroup } from "../each-group.js";
import { parameters } from "../parameters.js";
import { definePolicyRule, type PolicyFinding } from "../policy-rule.js";

/** https://claude.com/docs/third-party/claude-desktop/configuration#recommended-security-profiles */
export const tightenOnly = definePolicyRule<{ readonly preset?: string }>({
	id: "tighten-only",
	title: "settings tighten the preset, and never loosen it",
	why: "A group that is called locked down and is not is trusted for what it does not do.",
	fix: "Take the setting away, or give the group the preset that it really has.",
	severity: "error",
	parameters: parameters({
		preset: {
			shape: words(Object.keys(presets)),
			summary: "A preset that every group is held to, whatever its own.",
			defaultNote: "the group's own",
		},
	}),
	check: (deployment, { preset }) =>
		eachGroup(deployment, (group) => loosened(group, isPresetName(preset) ? preset : group.group.preset)),
});

function loosened(group: PolicyGroup, name: PresetName): PolicyFinding[] {
	const settings: JsonObject = presets[name].settings;
	return Object.entries(settings).flatMap(([key, before]) => {
		const after = group.value(key);
		if (!opens(key, before, after)) return [];
		const now = after === undefined ? "is not set" : `is ${short(after)}`;
		return [group.ofKey(key, `${key} is looser than preset ${name}: it ${now} instead of ${short(before)}`)];
	});
}

function opens(name: string, before: JsonValue, after: JsonValue | undefined): boolean {
	const key = findKey(name);
	const holds = after ?? key?.default;
	if (holds !== undefined) return loosens(key?.restricts, before, holds);
	return isRestrictive(key?.restricts, before) && key?.closedByDefault !== true;
}

function short(value: JsonValue): string {
	const text = canonicalJson(value);
	return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}
