import { clientHello } from "./client-hello.js";
import { askLive, whyNotLive } from "./live.js";
import type { Program, ProgramProbe } from "./program.js";

/** What every HAProxy has besides. */
const base = "global\n\tmaxconn 100\n";

export const haproxy: Program = {
	backend: "haproxy",
	title: "HAProxy",
	whyNot: whyNotLive(["haproxy", "-v"]),
	// The script puts the lists of a revision into a folder of its own.
	options: { resolver: "127.0.0.1:5353", folder: "/run/claude" },
	async ask(files, probes) {
		const asked = await Promise.all(probes.map(withHello));
		const [answers = []] = await askLive("haproxy.mjs", [files], asked, {}, { "base.cfg": base });
		// A request by address shows no name, which is a probe of its own; QUIC never gets to a proxy of TCP.
		return answers.map((answer, index) => (/^[\d.]+$/.test(probes[index]?.host ?? "") ? "-" : answer));
	},
};

async function withHello(probe: ProgramProbe) {
	const hello = await clientHello(/^[\d.]+$/.test(probe.host ?? "") ? undefined : probe.host);
	return { ...probe, hello: hello.toString("base64") };
}
