import { ownAttributes } from "../attribute-grammar.js";
import { attribute, type Condition, type Detection, resource } from "./detection.js";

export const disabledTool: Detection = {
	title: "A tool was used that the group does not have",
	severity: "high",
	because: "the group's settings are not what holds on the device",
	events: ["tool_result"],
	heldAgainst: "disabledBuiltinTools of settings",
	rule: ({ groups }) => {
		const each = groups
			.filter(({ disabledTools }) => disabledTools.length > 0)
			.map(
				({ name, disabledTools }): Condition => ({
					all: [
						{ field: resource(ownAttributes.group), is: [name] },
						{ field: attribute("tool_name"), is: disabledTools },
					],
				}),
			);
		return each.length === 0 ? undefined : { condition: { any: each } };
	},
	investigate: ["whether the device has this group's settings", "which version of the app it runs"],
	contain: ["deliver the group's profile anew"],
	regression: "the tool is not offered on a device of this group",
};
