import { readText } from "../profiles/read-text.js";

/** Files that hold no settings of a device although they belong to the app, or look as if they did. */
const known: readonly {
	readonly isIt: (name: string, text: string, folders: readonly string[]) => boolean;
	readonly message: string;
}[] = [
	{
		isIt: (name) => name === "managed-config.txt",
		message:
			"is the diagnostic report of the app, whose form is not documented and whose values are redacted; take the profile of the device, an export of its registry key or its managed-settings.json instead",
	},
	{
		isIt: (name) => /\.(?:admx|adml)$/i.test(name),
		message: "is a policy definition, which holds no values; take an export of the registry key, or a Registry.pol",
	},
	{
		isIt: (_, text) => text.includes("<key>pfm_domain</key>"),
		message: "is a profile manifest, which describes settings and holds none; take the profile itself",
	},
	{
		isIt: (name, text) => name === "_meta.json" && text.includes('"appliedId"'),
		message: "lists the configurations of the app on this device; take the file beside it that it names as appliedId",
	},
	{
		isIt: (name, _, folders) => name.endsWith(".plist") && folders.slice(-2).join("/") === "Library/Preferences",
		message:
			"holds what somebody set with defaults, which the app does not read; take the file below /Library/Managed Preferences, or the profile",
	},
	{
		isIt: (name, text) => /\.ya?ml$/i.test(name) && text.includes("configuration_profiles:"),
		message: "names profiles and holds none; take the profile that it names",
	},
];

/** Why a file has no settings to read; undefined where it may have. The folders before its name are known as far as given. */
export function whyNoSettings(file: string, bytes: Uint8Array): string | undefined {
	const text = readText(bytes, "utf-8").value ?? "";
	const folders = file.split(/[\\/]+/);
	const name = folders.pop() ?? "";
	return known.find(({ isIt }) => isIt(name, text, folders))?.message;
}
