import { attribute, type Detection, resource } from "./detection.js";

export const bypassedPermissions: Detection = {
	title: "Permissions bypassed outside of approved environments",
	severity: "high",
	because: "whatever the agent asks for runs without anybody being asked",
	events: ["permission_mode_changed"],
	rule: ({ bypassEnvironments }) => {
		const bypassed = { field: attribute("to_mode"), is: ["bypassPermissions"] };
		if (bypassEnvironments.length === 0) return { condition: bypassed };
		const approved = { field: resource("deployment.environment"), is: bypassEnvironments };
		return { condition: { all: [bypassed, { not: approved }] } };
	},
	shows: ["from_mode", "trigger"],
	investigate: ["from_mode and trigger: who or what changed it", "every tool_decision of the session after it"],
	contain: ["set permissions.disableBypassPermissionsMode in managed settings", "end the session"],
	regression: "a session of a device of this group that asks for bypassPermissions is refused",
};
