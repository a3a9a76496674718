import type { NamedProgram } from "../device/programs.js";
import { type HandedFormat, handoverPage } from "../handover/handover-page.js";
import type { PlacedAgentFile } from "../observability/placed-agent-files.js";
import { isError, type Problem } from "../problem.js";
import { type BundleFile, type RenderedPart, textFile } from "./bundle.js";
import { type GroupPart, valuesOf } from "./part.js";

/** `groups/<group>/HANDOVER.md`, of the files that the group has whatever others need. */
export function bundledHandover(
	{ identity, preset, platforms, fleet, settings, egress, observed, manual = [] }: GroupPart,
	{
		revision,
		formats,
		codeFormats,
		rendered,
		programs,
		agentFiles,
		problems,
		redacted,
	}: {
		readonly revision: string;
		readonly formats: readonly HandedFormat[];
		readonly codeFormats: readonly HandedFormat[];
		readonly rendered: RenderedPart;
		readonly programs: readonly NamedProgram[];
		readonly agentFiles: readonly PlacedAgentFile[];
		readonly problems: readonly Problem[];
		/** Whether words stand in the place of credentials. */
		readonly redacted: boolean;
	},
): BundleFile {
	const { group } = identity;
	const folder = `groups/${group}/`;
	const inside = (path: string) => path.slice(folder.length);
	const ofFolder = (format: HandedFormat) => ({
		...format,
		paths: format.paths.map(inside),
		removalPaths: format.removalPaths.map(inside),
	});
	const page = handoverPage({
		identity,
		preset,
		revision,
		platforms,
		fleet,
		settings: valuesOf(settings),
		egress,
		formats: formats.map(ofFolder),
		codeFormats: codeFormats.map(ofFolder),
		files: rendered.files
			.filter(({ path }) => !path.startsWith(`${folder}firewall/`))
			.map(({ path, sensitive }) => ({ path: inside(path), sensitive })),
		agentFiles: agentFiles.map((file) => ({ ...file, path: `../../observability/${file.path}` })),
		reports: observed === true,
		programs,
		redacted,
		omitted: rendered.omitted.map(({ path, because }) => ({ path: inside(path), because })),
		waiting: [...problems.filter((problem) => !isError(problem)), ...manual],
	});
	return textFile(`${folder}HANDOVER.md`, "text/markdown", page, group);
}
