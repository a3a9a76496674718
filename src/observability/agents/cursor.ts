import type { OtherAgent } from "./other-agent.js";

export const cursor: OtherAgent = {
	title: "Cursor",
	switches: [],
	notWritten: [
		{ name: "privacy mode", because: "is a choice of the account or the team" },
		{ name: "block metrics.cursor.sh", because: "is for the firewall: deny.agents has cursor" },
		{ name: "network.useHttp1ForAgent", because: "is about proxies, and sends nothing" },
	],
	mustStay: [
		"api2.cursor.sh",
		"api3.cursor.sh",
		"api4.cursor.sh",
		"*.api5.cursor.sh",
		"authenticate.cursor.sh",
		"authenticator.cursor.sh",
		"*.authentication.cursor.sh",
		"*.gcpp.cursor.sh",
		"repo42.cursor.sh (indexing)",
		"marketplace.cursorapi.com",
		"cursor-cdn.com",
		"downloads.cursor.com (updates)",
		"*.cursorvm.com and *.*.cursorvm.com (cloud computers)",
		"accounts.x.ai, auth.x.ai, accounts.spacex.ai, auth.grok.com (sign-in since autumn 2026)",
	],
	files: () => [],
};
