import type { Dashboard } from "./dashboard.js";

export const permissionPosture: Dashboard = {
	title: "Permission posture",
	asks: "Whether people go around being asked.",
	panels: [
		{ title: "Changes of mode", events: ["permission_mode_changed"], by: ["from_mode", "to_mode"] },
		{
			title: "Bypasses by group",
			events: ["permission_mode_changed"],
			where: { to_mode: ["bypassPermissions"] },
			by: ["cowork.group"],
		},
		{
			title: "Permanent approvals by tool",
			events: ["tool_decision"],
			where: { source: ["user_permanent"], decision: ["accept"] },
			by: ["tool_name"],
		},
		{
			title: "Repeated approvals by tool",
			events: ["tool_decision"],
			where: { source: ["user_temporary"], decision: ["accept"] },
			by: ["tool_name"],
		},
	],
};
