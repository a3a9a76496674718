/**
 * Addresses that Entra ID sends people back to, by the way that sign-in runs; none for a device code.
 * https://claude.com/docs/third-party/claude-desktop/foundry
 */
export function redirectUris(flow: string, clientId: string): string[] {
	if (flow === "browser") return ["http://127.0.0.1/callback"];
	if (flow !== "broker") return [];
	return [`ms-appx-web://Microsoft.AAD.BrokerPlugin/${clientId}`, "msauth.com.anthropic.claudefordesktop://auth"];
}

/** How sign-in runs where a block does not say. */
export const defaultFlow = "device-code";
