import { z } from "zod";
import { members } from "../../schema.js";

/** Import of what a user has on claude.ai. */
export interface ClaudeAiImport {
	/** @default false */
	readonly enabled?: boolean;
	/** Beta; from 1.44121.1. @default false */
	readonly automatic3pImport?: boolean;
	/** From 1.32352.0. @default false */
	readonly exportEnabled?: boolean;
	/** When the app points at the import; from 1.28929.0. @default - the app's choice */
	readonly bannerBehavior?: "off" | "detect" | "show";
}

export const claudeAiImport = members({
	enabled: z.boolean().optional(),
	automatic3pImport: z.boolean().optional(),
	exportEnabled: z.boolean().optional(),
	bannerBehavior: z.enum(["off", "detect", "show"]).optional(),
});
