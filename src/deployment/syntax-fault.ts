import type { ErrorCode, YAMLError } from "yaml";

/** What the parser says in words that repeat the text, which may be a secret, or that mean little to its author. */
const words: Partial<Record<ErrorCode, string>> = {
	BAD_DIRECTIVE: "a line that starts with % is no YAML directive; put text in quotes",
	BAD_DQ_ESCAPE: "a backslash in double quotes escapes nothing; double it, or use single quotes",
	BAD_SCALAR_START: "plain text cannot start with this character; put it in quotes",
	BLOCK_AS_IMPLICIT_KEY: "a second member starts on the same line; put text that holds a colon in quotes",
	MULTILINE_IMPLICIT_KEY: "a colon is missing, or text goes on where a member should start; check the line before too",
	NON_STRING_KEY: "a member's name is no text; put it in quotes",
	TAB_AS_INDENT: "a tab cannot indent YAML; use spaces",
	TAG_RESOLVE_FAILED: "a deployment has no tags; remove it, or put text that starts with ! in quotes",
	BAD_COLLECTION_TYPE: "a deployment has no tags; remove it, or put text that starts with ! in quotes",
	UNEXPECTED_TOKEN:
		"something stands where nothing can; check quotes, brackets and indentation here and on the line before",
	IMPOSSIBLE: "is no YAML; check quotes, brackets and indentation here and on the line before",
	RESOURCE_EXHAUSTION: "is no YAML; check quotes, brackets and indentation here and on the line before",
};

/** What is wrong with the text at one place, in words that never repeat it. */
export function describeFault({ code, message }: YAMLError): string {
	if (message.startsWith("Missing closing")) return "does not parse: text in quotes does not end; close it before here";
	return `does not parse: ${words[code] ?? message.charAt(0).toLowerCase() + message.slice(1)}`;
}
