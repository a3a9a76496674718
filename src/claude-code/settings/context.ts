import { flag, list, text } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";

/** What every session is told. */
export const contextSettings = {
	claudeMd: { shape: text(), summary: "Organization-wide instructions." },
	autoMemoryEnabled: { shape: flag, summary: "Automatic memory.", default: true, restricts: "when false" },
	companyAnnouncements: { shape: list(text()), summary: "Messages at startup." },
} satisfies Readonly<Record<string, CodeSetting>>;
