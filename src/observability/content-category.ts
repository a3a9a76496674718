/** Kinds of content, in the words of `otlpContentCapture` of Claude Desktop. */
export const contentCategories = [
	"userPrompts",
	"assistantResponses",
	"toolDetails",
	"toolContent",
	"rawApiBodies",
] as const;

export type ContentCategory = (typeof contentCategories)[number];

/** What a category holds, and the variable of Claude Code that emits it. https://claude.com/docs/cowork/monitoring */
export const contentSwitches: Readonly<Record<ContentCategory, { readonly variable: string; readonly what: string }>> =
	{
		userPrompts: { variable: "OTEL_LOG_USER_PROMPTS", what: "what users write, and titles of conversations" },
		assistantResponses: { variable: "OTEL_LOG_ASSISTANT_RESPONSES", what: "what the model answers" },
		toolDetails: {
			variable: "OTEL_LOG_TOOL_DETAILS",
			what: "arguments, commands, paths, names of own servers, skills and plug-ins, and texts of errors",
		},
		toolContent: { variable: "OTEL_LOG_TOOL_CONTENT", what: "what goes into tools and comes out of them, on spans" },
		rawApiBodies: {
			variable: "OTEL_LOG_RAW_API_BODIES",
			what: "whole requests to the model and its answers, with the conversation before them",
		},
	};
