/** Keys that name a proxy, which may open TLS. */
const proxyKeys = ["egressProxyPacUrl", "egressProxyUrl"];

/** What of a deployment says that TLS may be opened on the way, in words; empty where nothing does. */
export function whyTrust(
	keys: ReadonlySet<string>,
	blocks: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): string[] {
	const inspecting = Object.keys(blocks).filter((word) => blocks[word]?.inspects === true);
	return [
		...proxyKeys.filter((key) => keys.has(key)).map((key) => `the settings name a proxy (${key})`),
		...inspecting.sort().map((word) => `firewall.${word}.inspects is true`),
	];
}
