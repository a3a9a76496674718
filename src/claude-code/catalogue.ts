import { nearestAmong } from "../nearest-name.js";
import { type CodeSetting, type CodeVariable, codeDocumentation, referenceOf } from "./code-setting.js";
import { branchesOf } from "./dotted.js";
import { contextSettings } from "./settings/context.js";
import { deliverySettings } from "./settings/delivery.js";
import { desktopSettings } from "./settings/desktop.js";
import { hooksSettings } from "./settings/hooks.js";
import { mcpSettings } from "./settings/mcp.js";
import { modelsSettings } from "./settings/models.js";
import { otherSettings } from "./settings/other.js";
import { permissionsSettings } from "./settings/permissions.js";
import { pluginsSettings } from "./settings/plugins.js";
import { privacySettings } from "./settings/privacy.js";
import { sandboxSettings } from "./settings/sandbox.js";
import { sessionsSettings } from "./settings/sessions.js";
import { signInSettings } from "./settings/sign-in.js";
import { updatesSettings } from "./settings/updates.js";
import { cloudsVariables } from "./variables/clouds.js";
import { contentCaptureVariables } from "./variables/content-capture.js";
import { modelsVariables } from "./variables/models.js";
import { networkVariables } from "./variables/network.js";
import { otherSecretVariables, otherVariables } from "./variables/other.js";
import { sessionsVariables } from "./variables/sessions.js";
import { signInVariables } from "./variables/sign-in.js";
import { telemetryVariables } from "./variables/telemetry.js";
import { toolsVariables } from "./variables/tools.js";
import { trafficVariables } from "./variables/traffic.js";

/** Settings that managed settings of Claude Code may hold, by their names with dots between levels. */
export const codeSettings: Readonly<Record<string, CodeSetting>> = {
	...modelsSettings,
	...permissionsSettings,
	...sandboxSettings,
	...hooksSettings,
	...mcpSettings,
	...pluginsSettings,
	...signInSettings,
	...updatesSettings,
	...privacySettings,
	...desktopSettings,
	...sessionsSettings,
	...deliverySettings,
	...contextSettings,
	...otherSettings,
};

/** Names of the levels above them: `sandbox`, `sandbox.network`. */
export const codeLevels = branchesOf(Object.keys(codeSettings));

/** Variables that the reference describes, by name. */
export const codeVariables: Readonly<Record<string, CodeVariable>> = {
	...telemetryVariables,
	...contentCaptureVariables,
	...signInVariables,
	...cloudsVariables,
	...modelsVariables,
	...networkVariables,
	...trafficVariables,
	...toolsVariables,
	...sessionsVariables,
};

const variableNames = [...Object.keys(codeVariables), ...otherVariables, ...otherSecretVariables];

/** What is known of a setting, or undefined for a name that is not known. */
export function findCodeSetting(name: string): CodeSetting | undefined {
	return Object.hasOwn(codeSettings, name) ? codeSettings[name] : undefined;
}

export function findCodeVariable(name: string): CodeVariable | undefined {
	return Object.hasOwn(codeVariables, name) ? codeVariables[name] : undefined;
}

/** Whether the program reads a variable, whatever is known of it. */
export function isVariableName(name: string): boolean {
	return variableNames.includes(name);
}

/** Whether a variable holds a credential. */
export function isSecretVariable(name: string): boolean {
	return findCodeVariable(name)?.secret === true || otherSecretVariables.includes(name);
}

/** The variable that a name which is none most likely meant. */
export const nearestVariable = nearestAmong(variableNames);

/** The page that documents a setting. */
export function sourceOfSetting(name: string): string {
	return referenceOf(name, findCodeSetting(name));
}

/** The page that documents a variable. */
export function sourceOfVariable(name: string): string {
	return `${codeDocumentation}${findCodeVariable(name)?.page ?? "env-vars"}`;
}
