import { flag, object, words } from "../../shape/build.js";

export const claudeAiImport = object(
	{
		enabled: {
			shape: flag,
			summary: "Whether users may import.",
			since: "1.28929.0",
			closes: (value) => value === false,
			default: false,
		},
		automatic3pImport: {
			shape: flag,
			summary: "Whether the import runs by itself; beta.",
			since: "1.44121.1",
			default: false,
		},
		exportEnabled: { shape: flag, summary: "Whether users may export.", since: "1.32352.0", default: false },
		bannerBehavior: {
			shape: words(["off", "detect", "show"]),
			summary: "When the app points at the import.",
			since: "1.28929.0",
			defaultNote: "the app's choice",
		},
	},
	{ name: "ClaudeAiImport", summary: "Import of what a user has on claude.ai." },
);
