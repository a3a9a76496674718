import { markdownCode, markdownTable, markdownText } from "../table/markdown.js";
import { builtDetections, type LeftOut, type SeeingDetection } from "./built-detections.js";
import { silentCommandLine } from "./command-line.js";
import type { ObservedPart } from "./observed-part.js";
import { peoplePage } from "./people-page.js";
import { isReached } from "./phase.js";
import { queryLanguages } from "./queries/index.js";
import type { QueryLanguage } from "./queries/language.js";
import type { RenderedText } from "./rendered-file.js";
import { runbook } from "./runbook.js";

/** Rules in every language and a runbook for each; nothing before the SIEM is there. */
export function detectionFiles(part: ObservedPart): RenderedText[] {
	if (!isReached("siem", part.observability.phase)) return [];
	const { built, leftOut } = builtDetections(part);
	const files = built.flatMap((each): RenderedText[] => {
		const queries = Object.entries<QueryLanguage>(queryLanguages).flatMap(([folder, language]) =>
			language.render(each).map((query) => ({ ...query, name: `rules/${folder}/${query.name}` })),
		);
		return [
			...queries,
			{ name: `runbooks/${each.id}.md`, mediaType: "text/markdown", content: runbook(each, queries) },
		];
	});
	return [
		...files,
		peoplePage(part),
		{ name: "rules/README.md", mediaType: "text/markdown", content: page(part, built, leftOut) },
	];
}

function page(part: ObservedPart, built: readonly SeeingDetection[], leftOut: readonly LeftOut[]): string {
	const lines = [
		`# Detections of deployment ${part.name}`,
		"",
		...silentCommandLine(part).flatMap((said) => [`${markdownText(said)}.`, ""]),
		...markdownTable(
			["rule", "what", "severity", "sees nothing of"],
			built.map(({ id, detection, blindTo }) => [
				markdownCode(id),
				markdownText(detection.title),
				detection.severity,
				blindTo.map(markdownCode).join(", "),
			]),
		),
		"",
		"## Left out",
		"",
		...markdownTable(
			["rule", "why"],
			leftOut.map(({ id, because }) => [markdownCode(id), markdownText(because)]),
		),
		"",
		"## Languages",
		"",
		...markdownTable(
			["folder", "what", "reads"],
			Object.entries<QueryLanguage>(queryLanguages).map(([folder, { title, reads }]) => [
				markdownCode(folder),
				title,
				markdownText(reads),
			]),
		),
		"",
		"Other products take the Sigma form: `sigma convert -t <backend> -p <pipeline> rules/sigma/*.yml`.",
	];
	return `${lines.join("\n")}\n`;
}
