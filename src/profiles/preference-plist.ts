import { documentation } from "../configuration/managed-key.js";
import { made } from "../outcome.js";
import { isPayloadName } from "./check-renderable.js";
import type { ProfileFormat } from "./format.js";
import { readPlist } from "./plist-reader.js";
import { writePlist } from "./plist-writer.js";
import { decodeSettings, encodeSettings } from "./settings.js";

const name = "com.anthropic.claudefordesktop.plist";

/** The settings alone, for device management that builds the profile around them. */
export const preferencePlist: ProfileFormat<Record<never, never>> = {
	title: "macOS preference property list",
	docs: `${documentation}mdm`,
	evidence: "read by Python's plistlib",
	platforms: ["macos"],
	byDefault: true,
	options: {},
	example: {},
	fileNames: () => [name],

	render({ settings }) {
		const { value, problems } = encodeSettings(settings);
		if (!value) return { problems };
		const content = writePlist(Object.fromEntries(value.map((each) => [each.name, each.text])));
		return made([{ name, mediaType: "application/x-plist", content }]);
	},

	recognizes(bytes) {
		const { value } = readPlist(bytes);
		return value !== undefined && value.PayloadType !== "Configuration";
	},

	decode(bytes) {
		const { value, problems } = readPlist(bytes);
		if (!value) return { problems };
		return decodeSettings(Object.entries(value).filter(([key]) => !isPayloadName(key)));
	},
};
