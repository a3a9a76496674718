import { text } from "../../shape/build.js";
import type { CodeVariable } from "../code-setting.js";
import { on } from "../values/variable-values.js";

/** Models and what they are asked with. */
export const modelsVariables = {
	CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: { shape: on, summary: "No beta headers and fields." },
	CLAUDE_CODE_DISABLE_FAST_MODE: { shape: on, summary: "No fast mode." },
	CLAUDE_CODE_DISABLE_1M_CONTEXT: { shape: on, summary: "No 1M context." },
	CLAUDE_CODE_EFFORT_LEVEL: { shape: text(), summary: "Effort; wins over pickers." },
	CLAUDE_CODE_SUBAGENT_MODEL: { shape: text(), summary: "Model of subagents." },
	ANTHROPIC_MODEL: { shape: text(), summary: "Model of the session." },
	ANTHROPIC_DEFAULT_OPUS_MODEL: { shape: text(), summary: "What the alias opus means." },
	ANTHROPIC_DEFAULT_SONNET_MODEL: { shape: text(), summary: "What the alias sonnet means." },
	ANTHROPIC_DEFAULT_HAIKU_MODEL: { shape: text(), summary: "What the alias haiku means." },
	ANTHROPIC_DEFAULT_FABLE_MODEL: { shape: text(), summary: "What the alias fable means." },
	CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY: { shape: on, summary: "Asks the gateway for its models." },
	CLAUDE_CODE_DISABLE_MODEL_ACCESS_FALLBACK: {
		shape: on,
		summary: "No fallback when a model is refused.",
		since: "2.1.287",
		unverified: true,
	},
} satisfies Readonly<Record<string, CodeVariable>>;
