import { object, text } from "../../shape/build.js";

/** https://code.claude.com/docs/en/settings-reference#allowedchannelplugins */
export const channelPlugin = object({
	marketplace: { shape: text(), summary: "Name of the marketplace.", required: true },
	plugin: { shape: text(), summary: "Name of the plug-in.", required: true },
});
