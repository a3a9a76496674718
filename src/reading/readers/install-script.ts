import { readText, unreadable } from "../../profiles/read-text.js";
import { linuxSettings } from "./linux-settings.js";
import type { DeviceFileReader } from "./reader.js";

const opening = /<<'END_OF_SETTINGS'\n/;
const closing = "\nEND_OF_SETTINGS\n";

/** The script that this package writes to install managed settings on Linux. */
export const installScript: DeviceFileReader = {
	title: "Linux install script of this package",

	recognizes(bytes) {
		const text = readText(bytes, "utf-8").value ?? "";
		return text.startsWith("#!") && opening.test(text);
	},

	decode(bytes) {
		const { value: text, problems } = readText(bytes, "utf-8");
		if (text === undefined) return { problems };
		const [, after] = text.split(opening, 2);
		const end = after?.indexOf(closing) ?? -1;
		if (after === undefined || end < 0) return unreadable("the script installs no settings; expected END_OF_SETTINGS");
		return linuxSettings(after.slice(0, end));
	},
};
