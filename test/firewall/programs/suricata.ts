import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAddress } from "../../../src/host.js";
import { inFolder } from "../../support/in-folder.js";
import { program, run } from "../../support/programs.js";
import { clientHello } from "./client-hello.js";
import type { Answer, Program, ProgramProbe } from "./program.js";
import { conversation, datagram, recording } from "./recording.js";

const settings = `%YAML 1.1
---
vars:
  address-groups: { HOME_NET: "[10.1.0.0/16]", EXTERNAL_NET: "!$HOME_NET" }
outputs:
  - eve-log: { enabled: yes, filetype: regular, filename: eve.json, types: [drop: { alerts: no, flows: all }] }
app-layer:
  protocols:
    tls: { enabled: yes, detection-ports: { dp: 443 } }
    http: { enabled: yes }
    ssh: { enabled: yes }
stream: { inline: auto }
`;

/** Whom and what a flow of the recording is. */
export interface Flow extends ProgramProbe {
	/** What the client says, in as many packets. */
	readonly said?: readonly Buffer[];
	/** @default "10.1.0.2" */
	readonly from?: string;
	/** @default an address of the server's network */
	readonly to?: string;
}

/** What Suricata as an IPS drops of flows, each with a port of its own. */
export function replay(rules: string, flows: readonly Flow[]): Promise<readonly Answer[]> {
	return inFolder(async (folder) => {
		const packets = await Promise.all(flows.map(packetsOf));
		writeFileSync(path.join(folder, "suricata.yaml"), settings);
		writeFileSync(path.join(folder, "claude.rules"), rules);
		writeFileSync(path.join(folder, "traffic.pcap"), recording(packets.flat()));
		run("suricata", [
			...["-c", path.join(folder, "suricata.yaml"), "-S", path.join(folder, "claude.rules"), "-l", folder],
			...["-r", path.join(folder, "traffic.pcap"), "-k", "none", "--runmode", "single", "--simulate-ips"],
		]);
		const events = readFileSync(path.join(folder, "eve.json"), "utf8")
			.split("\n")
			.filter((line) => line !== "");
		const dropped = new Set(
			events
				.map((line) => JSON.parse(line))
				.filter((event) => event.event_type === "drop")
				.flatMap((event) => [event.src_port, event.dest_port]),
		);
		return flows.map((_, index) => (dropped.has(firstPort + index) ? "closed" : "open"));
	});
}

const firstPort = 40_000;

async function packetsOf({ host, port, by, said, from = "10.1.0.2", to }: Flow, index: number): Promise<Buffer[]> {
	const address = host !== undefined && isAddress(host) ? host : undefined;
	const ends = { from, fromPort: firstPort + index, to: to ?? address ?? "10.9.0.9", toPort: port };
	if (by === "quic") return [datagram(ends, Buffer.alloc(1200, 0xc3))];
	return conversation(ends, said ?? [await clientHello(address === undefined ? host : undefined)]);
}

export const suricata: Program = {
	backend: "suricata",
	title: "Suricata",
	whyNot: program("suricata", ["-V"]) ? undefined : "suricata is not installed",
	options: {},
	ask: ([file], probes) => replay(file?.content ?? "", probes),
};

/** The rules that AWS Network Firewall gets, by the engine that it runs; its strict order is none of Suricata's own. */
export const suricataOfAws: Program = {
	...suricata,
	backend: "awsNetworkFirewall",
	title: "Suricata for AWS",
	options: { dedicated: true, homeNet: "policy" },
};
