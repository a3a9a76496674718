/** Where Windows keeps the machine's policies for Claude Desktop, below `HKEY_LOCAL_MACHINE`; values stand in the key itself. */
export const policyKey = "SOFTWARE\\Policies\\Claude";
