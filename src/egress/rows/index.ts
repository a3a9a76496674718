import type { EgressRow } from "../row.js";
import { agentSandboxRows } from "./agent-sandbox.js";
import { artifactPreviewRows } from "./artifact-preview.js";
import { autoUpdatesRows } from "./auto-updates.js";
import { bootstrapRows } from "./bootstrap.js";
import { builtInBrowserRows } from "./built-in-browser.js";
import { builtInMcpServersRows } from "./built-in-mcp-servers.js";
import { claudeAiImportRows } from "./claude-ai-import.js";
import { claudeCodeRows } from "./claude-code.js";
import { claudeCodeNamedRows } from "./claude-code-named.js";
import { connectorsRows } from "./connectors.js";
import { egressProxyRows } from "./egress-proxy.js";
import { essentialTelemetryRows } from "./essential-telemetry.js";
import { identityProviderRows } from "./identity-provider.js";
import { managedMcpServersRows } from "./managed-mcp-servers.js";
import { modelCatalogRows } from "./model-catalog.js";
import { nonessentialTelemetryRows } from "./nonessential-telemetry.js";
import { openTelemetryRows } from "./open-telemetry.js";
import { pluginsRows } from "./plugins.js";
import { pythonPackagesRows } from "./python-packages.js";
import { spellCheckRows } from "./spell-check.js";
import { sshSessionsRows } from "./ssh-sessions.js";
import { vmBundleRows } from "./vm-bundle.js";
import { webFetchPreflightRows } from "./web-fetch-preflight.js";

/** Every row that holds whatever the inference route; each route brings its own. */
export const egressRows: readonly EgressRow[] = [
	...vmBundleRows,
	...modelCatalogRows,
	...autoUpdatesRows,
	...webFetchPreflightRows,
	...claudeAiImportRows,
	...builtInBrowserRows,
	...essentialTelemetryRows,
	...nonessentialTelemetryRows,
	...openTelemetryRows,
	...connectorsRows,
	...artifactPreviewRows,
	...spellCheckRows,
	...identityProviderRows,
	...pythonPackagesRows,
	...managedMcpServersRows,
	...builtInMcpServersRows,
	...pluginsRows,
	...agentSandboxRows,
	...sshSessionsRows,
	...bootstrapRows,
	...egressProxyRows,
	...claudeCodeRows,
	...claudeCodeNamedRows,
];
