import { detectionFiles } from "../../../src/observability/detection-files.js";
import type { ObservedPart } from "../../../src/observability/observed-part.js";
import { questionFiles } from "../../../src/observability/question-files.js";
import { partOf, terms } from "../observed.js";

/** A deployment that every detection has something of to hold events against, with texts that languages have to quote. */
export const watched: ObservedPart = partOf(
	{
		...terms,
		tier: "toolDetails",
		attributes: { "deployment.environment": "laptops", "repository.tier": "sensitive" },
		approved: {
			mcpServers: ["plugin:tracker:tracker"],
			marketplaces: ["acme"],
			bypassEnvironments: ["containers"],
			hourlyCost: 10,
		},
	},
	{
		pilot: {
			preset: "none",
			settings: {
				disabledBuiltinTools: ["WebSearch"],
				coworkEgressAllowedHosts: ["docs.example.com", "*.example.org"],
				managedMcpServers: [{ name: "Team wiki", transport: "http", url: "https://wiki.example.com/mcp" }],
			},
			claudeCode: { mcp: { servers: { notes: { type: "http", url: "https://notes.example.com/mcp" } } } },
		},
	},
);

/** What people ask in a language, by the name of the file. */
export function questionsOf(folder: string): ReadonlyMap<string, string> {
	const at = `questions/${folder}/`;
	const files = questionFiles(watched).filter(({ name }) => name.startsWith(at));
	return new Map(files.map(({ name, content }) => [name.slice(at.length), content]));
}

/** The queries of a language, by the name of the file. */
export function queriesOf(folder: string): ReadonlyMap<string, string> {
	const at = `rules/${folder}/`;
	const files = detectionFiles(watched).filter(({ name }) => name.startsWith(at));
	return new Map(files.map(({ name, content }) => [name.slice(at.length), content]));
}
