import { isAddress } from "../../../src/host.js";
import { askSquid, whyNoLiveSquid } from "../../support/squid.js";
import type { Program } from "./program.js";

export const squid: Program = {
	backend: "squid",
	title: "Squid",
	whyNot: whyNoLiveSquid,
	options: { dedicated: true },
	async ask(files, probes) {
		// A proxy is told the name of what to connect to, and gets no QUIC.
		const asked = probes.filter(({ host, by }) => host !== undefined && by === undefined);
		const statuses = await askSquid({
			rules: files[0]?.content ?? "",
			names: asked.flatMap(({ host = "" }) => (isAddress(host) ? [] : [host.toLowerCase()])),
			addresses: ["10.9.200.200/32"],
			ports: [443, 4318, 8443],
			probes: asked.map(({ host, port }) => ({ method: "CONNECT", target: `${host}:${port}` })),
		});
		return probes.map((probe) => {
			const index = asked.indexOf(probe);
			return index === -1 ? "-" : statuses[index] === 200 ? "open" : "closed";
		});
	},
};
