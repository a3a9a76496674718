import type { Hosting } from "./model-table.js";

/**
 * Who runs a version of a model: `1` and the dated ones Anthropic, `2` Azure; undefined for others. The highest text is no
 * answer: `20251001` is above `2`.
 * https://learn.microsoft.com/azure/foundry/foundry-models/concepts/claude-models
 */
export function hostingOf(version: string): Hosting | undefined {
	if (version === "2") return "azure";
	return version === "1" || /^20\d{6}$/.test(version) ? "anthropic" : undefined;
}

/** Who hosts a deployment, and how far its content goes. */
export const dataBoundaries: Readonly<Record<Hosting, string>> = {
	anthropic: "hosted by Anthropic: prompts and answers leave Azure, and may be processed outside of its regions",
	azure:
		"hosted on Azure: prompts and answers are processed there, as widely as the SKU says, and Anthropic may review what its safeguards flag",
};
