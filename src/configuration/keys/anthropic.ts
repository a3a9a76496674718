import { text } from "../managed-key.js";

/** Route `anthropic`. */
export const anthropicKeys = {
	inferenceAnthropicApiKey: text({
		section: "Connection",
		group: "Anthropic (Claude API)",
		summary: "Key of the Claude API.",
		since: "1.8089.0",
		secret: true,
		neededToSignIn: true,
		providers: ["anthropic"],
		alsoOn: ["configuration-changelog", "claude-api"],
	}),
};
