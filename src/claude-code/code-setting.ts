import type { Restriction } from "../configuration/managed-key.js";
import type { JsonValue } from "../json.js";
import type { Shape, TextShape } from "../shape/shape.js";
import type { AppVersion } from "../version.js";

/** A Claude Code version such as `2.1.238`. */
export type CodeVersion = `${number}.${number}.${number}`;

/** The newest version whose settings the catalogue holds; what came after it nobody has described. */
export const newestDescribedCode: CodeVersion = "2.1.296";

/** A setting of Claude Code that managed settings may hold. */
export interface CodeSetting {
	readonly shape: Shape;
	/** One line for people. */
	readonly summary: string;
	/** First version of Claude Code that knows it; absent where nobody wrote it down. */
	readonly since?: CodeVersion;
	/** First version of Claude Desktop that reads it, of one that is for Desktop alone. */
	readonly sinceDesktop?: AppVersion;
	/** What the program does without it. */
	readonly default?: JsonValue;
	/** The same in words, where it is no single value. */
	readonly defaultNote?: string;
	/** Which values close something. @default none does */
	readonly restricts?: Restriction;
	/** Whether headers stand inside, which may hold a token. @default false */
	readonly headersInside?: true;
	/** Whether the reference has no entry of its own for it. @default false */
	readonly unlisted?: true;
	/**
	 * Whether the reference lists its name alone: what it takes is what the types of @anthropic-ai/claude-agent-sdk 0.3.332
	 * say. @default false
	 */
	readonly unverified?: true;
}

/** A variable of the environment that Claude Code reads. */
export interface CodeVariable {
	readonly shape: TextShape;
	/** One line for people. */
	readonly summary: string;
	/** First version of Claude Code that knows it; absent where nobody wrote it down. */
	readonly since?: CodeVersion;
	/** Whether its value is a credential, or may hold one. @default false */
	readonly secret?: true;
	/** The page that says what it does. @default "env-vars" */
	readonly page?: "monitoring-usage" | "amazon-bedrock" | "google-vertex-ai";
	/** Whether no page describes it: its name is that of the vendor's published program alone. @default false */
	readonly unverified?: true;
}

export const codeDocumentation = "https://code.claude.com/docs/en/";

const settingsReference = `${codeDocumentation}settings-reference`;

/** Where the reference documents a setting: under its name, or on the page where that is not listed. */
export function referenceOf(name: string, { unlisted }: Pick<CodeSetting, "unlisted"> = {}): string {
	return unlisted ? settingsReference : `${settingsReference}#${name.toLowerCase().replaceAll(".", "-")}`;
}

/** How far the facts reach: a newer Claude Code may have settings that they do not know. */
export const codeFactsEdition = { program: "2.1.296", date: "2026-10-08" } as const;
