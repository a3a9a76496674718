import { adoptionAndCost } from "./adoption-and-cost.js";
import { ciControl } from "./ci-control.js";
import type { Dashboard } from "./dashboard.js";
import { hookHealth } from "./hook-health.js";
import { incidentReview } from "./incident-review.js";
import { mcpGovernance } from "./mcp-governance.js";
import { permissionPosture } from "./permission-posture.js";
import { toolActivity } from "./tool-activity.js";

/** Pages of Grafana, by the name of their file. */
export const dashboards = {
	"adoption-and-cost": adoptionAndCost,
	"tool-activity": toolActivity,
	"permission-posture": permissionPosture,
	"mcp-governance": mcpGovernance,
	"hook-health": hookHealth,
	"ci-control": ciControl,
	"incident-review": incidentReview,
} satisfies Readonly<Record<string, Dashboard>>;
