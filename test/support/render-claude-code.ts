import { claudeCodeShape } from "../../src/claude-code/claude-code-shape.js";
import { declarations } from "./declarations.js";

/** The text of `src/claude-code/claude-code.ts`. */
export function renderClaudeCode(): string {
	return [
		"// Rendered from the catalogue by test/claude-code/claude-code.test.ts; `npx vitest run -u` writes it anew.",
		'import type { ExactlyOne } from "../inference/exactly-one.js";',
		"",
		declarations([claudeCodeShape], { secretsAllowed: false }),
	].join("\n");
}
