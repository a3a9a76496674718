import type { Dashboard } from "./dashboard.js";

/** A job starts Claude Code and no terminal; a session of Cowork has none either, and a person sits before it. */
const withoutPerson = { programs: ["claude-code"], where: { "terminal.type": ["non-interactive"] } };

export const ciControl: Dashboard = {
	title: "CI/CD control",
	asks: "What Claude Code does without a person, and what it makes.",
	panels: [
		{ title: "Prompts by entry point", events: ["user_prompt"], ...withoutPerson, by: ["app.entrypoint"] },
		{ title: "Pull requests", metric: "claude_code_pull_request_count_total", ...withoutPerson },
		{ title: "Commits", metric: "claude_code_commit_count_total", ...withoutPerson },
		{
			title: "Refused by tool",
			events: ["tool_decision"],
			programs: withoutPerson.programs,
			where: { ...withoutPerson.where, decision: ["reject"] },
			by: ["tool_name"],
		},
	],
};
