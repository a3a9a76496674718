import { bypassedPermissions } from "./bypassed-permissions.js";
import { contentSwitchedOn } from "./content-switched-on.js";
import type { Detection } from "./detection.js";
import { disabledTool } from "./disabled-tool.js";
import { exhaustedRetries } from "./exhausted-retries.js";
import { failingHook } from "./failing-hook.js";
import { highCost } from "./high-cost.js";
import { hookStoppedSensitive } from "./hook-stopped-sensitive.js";
import { hostOutsideList } from "./host-outside-list.js";
import { projectMcpServer } from "./project-mcp-server.js";
import { riskyCommand } from "./risky-command.js";
import { unapprovedMcpScope } from "./unapproved-mcp-scope.js";
import { unapprovedMcpServer } from "./unapproved-mcp-server.js";
import { unexpectedMarketplace } from "./unexpected-marketplace.js";

/** What a SIEM is to tell about, by the name of its rule's files. */
export const detections = {
	"bypassed-permissions": bypassedPermissions,
	"risky-command": riskyCommand,
	"unapproved-mcp-scope": unapprovedMcpScope,
	"unapproved-mcp-server": unapprovedMcpServer,
	"hook-stopped-sensitive": hookStoppedSensitive,
	"failing-hook": failingHook,
	"project-mcp-server": projectMcpServer,
	"unexpected-marketplace": unexpectedMarketplace,
	"exhausted-retries": exhaustedRetries,
	"high-cost": highCost,
	"host-outside-list": hostOutsideList,
	"disabled-tool": disabledTool,
	"content-switched-on": contentSwitchedOn,
} satisfies Readonly<Record<string, Detection>>;
