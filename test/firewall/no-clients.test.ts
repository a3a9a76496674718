import { expect, test } from "vitest";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { planned } from "./cases.js";

const clients = ["10.20.0.0/16"];
const zones = { sourceZones: ["trust"], destinationZones: ["untrust"] };
const interfaces = { sourceInterfaces: ["lan"], destinationInterfaces: ["wan1"] };
const said = "no clients are named, so that the rules hold for";

test.each<[string, object, string]>([
	["panOs", zones, `${said} everybody in the source zones`],
	["panOs", { ...zones, denyRest: true }, `${said} everybody in the source zones, and deny them everything else`],
	["fortiGate", interfaces, `${said} everybody behind the source interfaces`],
	[
		"fortiGate",
		{ ...interfaces, denyRest: true },
		`${said} everybody behind the source interfaces, and deny them everything else`,
	],
	["checkPoint", {}, `${said} everybody whose traffic the layer decides`],
	["nftables", {}, `${said} everybody whose traffic the router forwards, and deny them everything else`],
	["suricata", {}, `${said} everybody in HOME_NET, and deny them everything else`],
])("%s says whom rules without clients are for: %j", (word, options, note) => {
	const backend: FirewallBackend | undefined = Object.entries(firewallBackends).find(([name]) => name === word)?.[1];
	const request = { deployment: "eu", hosts: [planned("api.anthropic.com")] };
	expect(backend?.render(request, options).value?.notes).toContain(note);
	const notes = backend?.render({ ...request, clients }, options).value?.notes ?? [];
	expect(notes.filter((each) => each.startsWith(said))).toEqual([]);
});
