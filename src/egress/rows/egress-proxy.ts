import { asProxy, ofUrl } from "../destination.js";
import { type EgressRow, page } from "../row.js";

const egressProxy = {
	feature: "egress-proxy",
	operator: "organization",
	requirement: "required",
	since: "1.44121.1",
	source: page("network-proxy"),
} as const;

export const egressProxyRows: readonly EgressRow[] = [
	{
		...egressProxy,
		key: "egressProxyUrl",
		needs: "egressProxyUrl",
		because: "proxy of the app's own traffic",
		data: "the app's own traffic, of which it sees the content where it opens TLS",
		closedBy: [{ key: "egressProxyUrl" }],
		ifDenied: "Nothing of the app that goes through the proxy works.",
		when: (context) => context.isUnset("egressProxyPacUrl"),
		hosts: (context) => ofUrl(context.value("egressProxyUrl")).map(asProxy),
	},
	{
		...egressProxy,
		key: "egressProxyPacUrl",
		needs: "egressProxyPacUrl",
		because: "proxy configuration file of the app's own traffic",
		closedBy: [{ key: "egressProxyPacUrl" }],
		ifDenied: "The app finds no proxy.",
		hosts: (context) => ofUrl(context.value("egressProxyPacUrl")),
	},
];
