import { askLive, whyNotLive } from "./live.js";
import type { Program } from "./program.js";

export const nftables: Program = {
	backend: "nftables",
	title: "nft and dnsmasq",
	whyNot: whyNotLive(["nft", "--version"]),
	options: { clients: ["10.1.0.0/24"] },
	async ask(files, probes) {
		// An address shows no name; what it was learnt for is open.
		const asked = probes.map((probe) => ({ ...probe, host: probe.host ?? "10.9.200.200" }));
		const [answers = []] = await askLive("nftables.mjs", [files], asked);
		return answers.map((answer, index) => (probes[index]?.host === undefined ? "-" : answer));
	},
};
