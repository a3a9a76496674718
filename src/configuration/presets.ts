import type { JsonObject } from "../json.js";

/** A security profile that the documentation recommends: starting values for a group. */
export interface Preset {
	readonly title: string;
	readonly settings: JsonObject;
	/** Keys the documentation lists without a value, because only the organization knows it. */
	readonly expects: readonly string[];
}

/** The page that lists the profiles, newest edition. */
export const presetSource =
	"https://claude.com/docs/third-party/claude-desktop/configuration#recommended-security-profiles";

const documentsFolder = [{ path: "~/Documents/Claude" }];

export const presets = {
	standard: {
		title: "Standard",
		settings: { autoUpdaterEnforcementHours: 24, isDesktopExtensionSignatureRequired: true },
		expects: ["otlpEndpoint"],
	},
	restricted: {
		title: "Restricted",
		settings: {
			disableNonessentialTelemetry: true,
			disableNonessentialServices: true,
			isLocalDevMcpEnabled: false,
			isDesktopExtensionEnabled: false,
			allowedWorkspaceFolders: documentsFolder,
		},
		expects: ["coworkEgressAllowedHosts", "otlpEndpoint"],
	},
	lockedDown: {
		title: "Locked down",
		settings: {
			disableEssentialTelemetry: true,
			disableNonessentialTelemetry: true,
			disableNonessentialServices: true,
			disableAutoUpdates: true,
			modelCatalogEnabled: false,
			isLocalDevMcpEnabled: false,
			isDesktopExtensionEnabled: false,
			skillCreationEnabled: false,
			scheduledTasksEnabled: false,
			disabledBuiltinTools: ["WebSearch", "WebFetch"],
			coworkEgressAllowedHosts: [],
			allowedWorkspaceFolders: documentsFolder,
		},
		expects: ["otlpEndpoint"],
	},
	none: { title: "None", settings: {}, expects: [] },
} satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

export function isPresetName(name: unknown): name is PresetName {
	return typeof name === "string" && Object.hasOwn(presets, name);
}
