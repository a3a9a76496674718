import { artifactStores } from "./artifact-store/index.js";
import type { ArtifactStore } from "./artifact-store/store.js";
import type { CodeCompiler } from "./claude-code/code-compiler.js";
import { claudeCode } from "./claude-code/index.js";
import type { FirewallBackend } from "./firewall/backend.js";
import { firewallBackends } from "./firewall/index.js";
import type { InferenceRoute } from "./inference/route.js";
import { inferenceRoutes } from "./inference/routes/index.js";
import { otherAgents } from "./observability/agents/index.js";
import type { OtherAgent } from "./observability/agents/other-agent.js";
import type { CollectorHosts } from "./observability/collector-host.js";
import { collectorHosts } from "./observability/collector-hosts.js";
import { observability } from "./observability/index.js";
import type { ObservabilityCompiler } from "./observability/observability-compiler.js";
import type { CodeFormat } from "./profiles/claude-code/code-format.js";
import { codeFormats } from "./profiles/claude-code/index.js";
import type { ProfileFormat, ProfileTemplate } from "./profiles/format.js";
import { profileFormats, profileTemplates } from "./profiles/index.js";

/** The variants of each axis that a compilation knows. */
export interface Registries {
	readonly routes: Readonly<Record<string, InferenceRoute>>;
	readonly firewall: Readonly<Record<string, FirewallBackend<object>>>;
	/** Formats that carry the settings of a group. */
	readonly profiles: Readonly<Record<string, ProfileFormat>>;
	/** Formats without values; chosen by the same blocks, so that no word is in both. */
	readonly templates: Readonly<Record<string, ProfileTemplate>>;
	/** Formats for Claude Code; chosen by the same blocks. */
	readonly codeFormats: Readonly<Record<string, CodeFormat>>;
	readonly stores: Readonly<Record<string, ArtifactStore>>;
	readonly otherAgents: Readonly<Record<string, OtherAgent>>;
	readonly collectorHosts: CollectorHosts;
	/** What is known of Claude Code; whoever leaves it out takes no deployment that has a block for it. */
	readonly claudeCode?: CodeCompiler;
	/** What is known of observability; whoever leaves it out takes no deployment that has a block for it. */
	readonly observability?: ObservabilityCompiler;
}

/** What the package ships. */
export const registries: Registries = {
	routes: inferenceRoutes,
	firewall: firewallBackends,
	profiles: profileFormats,
	templates: profileTemplates,
	codeFormats,
	stores: artifactStores,
	otherAgents,
	collectorHosts,
	claudeCode,
	observability,
};
