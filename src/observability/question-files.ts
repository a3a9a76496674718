import { markdownCode, markdownTable, markdownText } from "../table/markdown.js";
import { attribute } from "./detections/detection.js";
import { ofDeployment } from "./detections/of-deployment.js";
import type { ObservedPart } from "./observed-part.js";
import { isReached } from "./phase.js";
import { queryLanguages } from "./queries/index.js";
import type { QueryLanguage } from "./queries/language.js";
import { type Question, questions } from "./questions.js";
import type { RenderedText } from "./rendered-file.js";
import { isSeen } from "./seen-fields.js";

/** What people ask of events, in every language that can; nothing before the SIEM is there. */
export function questionFiles(part: ObservedPart): RenderedText[] {
	if (!isReached("siem", part.observability.phase)) return [];
	const asked = Object.entries<Question>(questions).map(([id, question]) => {
		const isSent = (name: string) =>
			Object.keys(part.groups).some((group) =>
				question.events.some((event) => isSeen(attribute(name), [event], part, group)),
			);
		const fields = question.fields.filter(isSent);
		return { id, question, fields, missing: question.fields.filter((name) => !fields.includes(name)) };
	});
	const files = asked.flatMap(({ id, question, fields }) =>
		Object.entries<QueryLanguage>(queryLanguages).flatMap(([folder, language]) =>
			language
				.ask({ id, question, condition: ofDeployment(part.name), fields, deployment: part.name })
				.map((file) => ({ ...file, name: `questions/${folder}/${file.name}` })),
		),
	);
	const lines = [
		`# Questions to events of deployment ${part.name}`,
		"",
		"Nobody is told of the answers: people ask, and go on from a session.",
		"",
		...markdownTable(
			["file", "question", "events", "shows", "no group sends"],
			asked.map(({ id, question, fields, missing }) => [
				markdownCode(id),
				markdownText(question.asks),
				question.events.map(markdownCode).join(", "),
				fields.map(markdownCode).join(", "),
				missing.map(markdownCode).join(", "),
			]),
		),
	];
	return [...files, { name: "questions/README.md", mediaType: "text/markdown", content: `${lines.join("\n")}\n` }];
}
