import { documentation } from "../configuration/managed-key.js";
import type { ProfileFormat } from "./format.js";
import { readPlist } from "./plist-reader.js";
import { writePlist } from "./plist-writer.js";
import { isPayloadName } from "./renderable.js";
import { decodeSettings, encodeSettings } from "./settings.js";

/** The settings alone, for device management that builds the profile around them. */
export const preferencePlist: ProfileFormat = {
	title: "macOS preference property list",
	docs: `${documentation}mdm`,
	platform: "macos",
	mediaType: "application/x-plist",
	fileName: () => "com.anthropic.claudefordesktop.plist",
	render: ({ settings }) =>
		writePlist(Object.fromEntries(encodeSettings(settings).map(({ name, text }) => [name, text]))),
	decode: (bytes) => decodeSettings(Object.entries(readPlist(bytes)).filter(([name]) => !isPayloadName(name))),
};
