import { expect, expectTypeOf, test } from "vitest";
import type { ClaudeCode } from "../../src/claude-code/claude-code.js";
import { renderClaudeCode } from "../support/render-claude-code.js";

test("the declarations are what the catalogue says", async () => {
	await expect(renderClaudeCode()).toMatchFileSnapshot("../../src/claude-code/claude-code.ts");
});

test("misspelt names, wrong values and secrets do not compile", () => {
	expectTypeOf<{ permissions: { deny: string[] } }>().toExtend<ClaudeCode>();
	const blocks: ClaudeCode[] = [
		// @ts-expect-error a misspelt setting
		{ settings: { skipWebFetchPrefligth: true } },
		// @ts-expect-error a value of another type
		{ settings: { sandbox: { enabled: "true" } } },
		// @ts-expect-error a value that is not in the enumeration
		{ permissions: { defaultMode: "yolo" } },
		// @ts-expect-error managed settings hold no secret
		{ env: { ANTHROPIC_API_KEY: { fromEnv: "KEY" } } },
	];
	expect(blocks).toHaveLength(4);
});
