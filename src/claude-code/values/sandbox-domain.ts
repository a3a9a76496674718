import { hostEntry } from "../../configuration/values/host-entry.js";

/** https://code.claude.com/docs/en/settings-reference#sandbox-network-alloweddomains */
export const sandboxDomain = hostEntry({ everything: false, unusable: "Claude Code leaves the entry out" });
