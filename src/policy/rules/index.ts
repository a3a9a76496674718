import type { PolicyRule } from "../policy-rule.js";
import { allowedModels } from "./allowed-models.js";
import { breakGlass } from "./break-glass.js";
import { codeCredentialPaths } from "./code-credential-paths.js";
import { codeHooks } from "./code-hooks.js";
import { codeManaged } from "./code-managed.js";
import { codePrompts } from "./code-prompts.js";
import { codeSandbox } from "./code-sandbox.js";
import { codeServers } from "./code-servers.js";
import { codeTraffic } from "./code-traffic.js";
import { contentCapture } from "./content-capture.js";
import { contentStays } from "./content-stays.js";
import { encryptedTransport } from "./encrypted-transport.js";
import { exactRuleSets } from "./exact-rule-sets.js";
import { hostOperators } from "./host-operators.js";
import { iamWildcards } from "./iam-wildcards.js";
import { keyAge } from "./key-age.js";
import { minimumApp } from "./minimum-app.js";
import { minimumCode } from "./minimum-code.js";
import { openSandbox } from "./open-sandbox.js";
import { ownOrganizationId } from "./own-organization-id.js";
import { ownServers } from "./own-servers.js";
import { permissionPrompts } from "./permission-prompts.js";
import { pinnedPlugins } from "./pinned-plugins.js";
import { privateEndpoints } from "./private-endpoints.js";
import { residency } from "./residency.js";
import { sessionRetention } from "./session-retention.js";
import { signedProfiles } from "./signed-profiles.js";
import { staticSecret } from "./static-secret.js";
import { telemetry } from "./telemetry.js";
import { tightenOnly } from "./tighten-only.js";
import { unsignedExtensions } from "./unsigned-extensions.js";
import { wildcardHosts } from "./wildcard-hosts.js";
import { workspaceFolders } from "./workspace-folders.js";

/** What the package ships, by the ids of the rules. */
export const policyRules = {
	"allowed-models": allowedModels,
	"break-glass": breakGlass,
	"code-credential-paths": codeCredentialPaths,
	"code-hooks": codeHooks,
	"code-managed": codeManaged,
	"code-prompts": codePrompts,
	"code-sandbox": codeSandbox,
	"code-servers": codeServers,
	"code-traffic": codeTraffic,
	"content-capture": contentCapture,
	"content-stays": contentStays,
	"encrypted-transport": encryptedTransport,
	"exact-rule-sets": exactRuleSets,
	"host-operators": hostOperators,
	"iam-wildcards": iamWildcards,
	"key-age": keyAge,
	"minimum-app": minimumApp,
	"minimum-code": minimumCode,
	"open-sandbox": openSandbox,
	"own-organization-id": ownOrganizationId,
	"own-servers": ownServers,
	"permission-prompts": permissionPrompts,
	"pinned-plugins": pinnedPlugins,
	"private-endpoints": privateEndpoints,
	residency,
	"session-retention": sessionRetention,
	"signed-profiles": signedProfiles,
	"static-secret": staticSecret,
	telemetry,
	"tighten-only": tightenOnly,
	"unsigned-extensions": unsignedExtensions,
	"wildcard-hosts": wildcardHosts,
	"workspace-folders": workspaceFolders,
} satisfies Readonly<Record<string, PolicyRule>>;

export type PolicyRuleName = keyof typeof policyRules;
