/** What stands in the place of a credential. */
export const mask = "<masked>";

/**
 * Credentials as they stand in prompts, arguments and outputs, in RE2: whole ones by their form, and whatever a name
 * beside it calls a credential. Order matters: whole blocks before what is inside.
 */
export const secretPatterns: readonly string[] = [
	String.raw`(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z)`,
	String.raw`(?i)\b(?:bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}`,
	String.raw`\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)?`,
	String.raw`\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,}`,
	String.raw`\bgh[opsur]_[A-Za-z0-9]{20,}`,
	String.raw`\bgithub_pat_[A-Za-z0-9_]{20,}`,
	String.raw`\bgl[a-z]{2,5}-[A-Za-z0-9_-]{16,}`,
	String.raw`\bxox[a-z]-[A-Za-z0-9-]{10,}`,
	String.raw`\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b`,
	String.raw`\bAIza[0-9A-Za-z_-]{30,}`,
	String.raw`\b(?:npm_|hf_|pul-|hvs\.|dop_v1_|ya29\.|GOCSPX-|ABSK)[A-Za-z0-9._+/=-]{16,}`,
	String.raw`://[^/\s:@"'\\]*:[^/\s@"'\\]+@`,
	String.raw`(?i)(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|credential)s?["'\\]*\s*[:=]\s*["'\\]*[^\s"'\\,;&]{4,}`,
];
