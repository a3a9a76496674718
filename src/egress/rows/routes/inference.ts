import { page } from "../../row.js";

/** What rows of the endpoint have in common that carries prompts and answers. */
export const noAnswers = {
	feature: "inference",
	data: "conversation content: prompts, files and answers",
	ifDenied: "No answers: every session fails at its first message.",
	operator: "inference",
	requirement: "required",
	source: page("telemetry"),
	opensSandbox: true,
} as const;
