/** Where Windows keeps the machine's policies for Claude Desktop, below `HKEY_LOCAL_MACHINE`; values stand in the key itself. */
export const policyKey = "SOFTWARE\\Policies\\Claude";

/** A program, and where Windows keeps the machine's policies for it. */
export interface PolicyHolder {
	readonly program: string;
	/** Below `HKEY_LOCAL_MACHINE`; values stand in the key itself. */
	readonly key: string;
}

export const desktopPolicies: PolicyHolder = { program: "Claude Desktop", key: policyKey };

/** Of Claude Code all settings are one value, the text of `managed-settings.json`. */
export const codePolicies: PolicyHolder = { program: "Claude Code", key: "SOFTWARE\\Policies\\ClaudeCode" };
