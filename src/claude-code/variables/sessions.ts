import { text, words } from "../../shape/build.js";
import type { CodeVariable } from "../code-setting.js";
import { on } from "../values/variable-values.js";

/** What a session reads, keeps and shows. */
export const sessionsVariables = {
	DISABLE_EXTRA_USAGE_COMMAND: { shape: on, summary: "No /extra-usage." },
	DISABLE_UPGRADE_COMMAND: { shape: on, summary: "No /upgrade." },
	DISABLE_DOCTOR_COMMAND: { shape: on, summary: "No doctor command." },
	DISABLE_COST_WARNINGS: { shape: on, summary: "No cost warnings." },
	CLAUDE_CODE_DISABLE_AUTO_MEMORY: { shape: on, summary: "No automatic memory." },
	CLAUDE_CODE_DISABLE_ATTACHMENTS: { shape: on, summary: "@ mentions stay text." },
	CLAUDE_CODE_DISABLE_CLAUDE_MDS: { shape: on, summary: "No CLAUDE.md files." },
	CLAUDE_CODE_DISABLE_FILE_CHECKPOINTING: { shape: on, summary: "No file snapshots." },
	CLAUDE_CODE_SKIP_PROMPT_HISTORY: { shape: on, summary: "No prompt history or transcripts on disk." },
	CLAUDE_CODE_ATTRIBUTION_HEADER: {
		shape: words(["0"]),
		summary: "Version and prompt fingerprint in the system prompt.",
	},
	CLAUDE_CODE_IDE_SKIP_AUTO_INSTALL: { shape: on, summary: "No IDE extension install." },
	CLAUDE_CODE_DISABLE_ADMIN_ENV_UNION: {
		shape: on,
		summary: "Only the highest source's env; read from the launching environment.",
		since: "2.1.223",
	},
	CLAUDE_CONFIG_DIR: { shape: text(), summary: "Directory in place of ~/.claude." },
} satisfies Readonly<Record<string, CodeVariable>>;
