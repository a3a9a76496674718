import type { RuleFile } from "../../../src/firewall/backend.js";
import type { HaproxyOptions } from "../../../src/firewall/haproxy.js";
import { isAddress } from "../../../src/host.js";
import { clientHello } from "./client-hello.js";
import { askLive, whyNotLive } from "./live.js";
import type { Answer, Program, ProgramProbe } from "./program.js";

/** What every HAProxy has besides. */
const base = "global\n\tmaxconn 100\n";

/** What a rule set needs to be told for {@link askHaproxy}: its script puts the lists of a revision into a folder of its own. */
export const haproxyOptions: HaproxyOptions = { resolver: "127.0.0.1:5353", folder: "/run/claude" };

/** What a proxy answers to a client at an address, or anywhere. */
export async function askHaproxy(
	files: readonly RuleFile[],
	probes: readonly ProgramProbe[],
	from?: string,
): Promise<readonly Answer[]> {
	const asked = await Promise.all(probes.map(withHello));
	const [answers = []] = await askLive("haproxy.mjs", [files], asked, { from }, { "base.cfg": base });
	return answers;
}

export const haproxy: Program = {
	backend: "haproxy",
	title: "HAProxy",
	whyNot: whyNotLive(["haproxy", "-v"]),
	options: haproxyOptions,
	async ask(files, probes) {
		const answers = await askHaproxy(files, probes);
		// A request by address shows no name, which is a probe of its own; QUIC never gets to a proxy of TCP.
		return answers.map((answer, index) => (showsAddress(probes[index]) ? "-" : answer));
	},
};

async function withHello(probe: ProgramProbe) {
	const hello = await clientHello(showsAddress(probe) ? undefined : probe.host);
	return { ...probe, hello: hello.toString("base64") };
}

function showsAddress(probe: ProgramProbe | undefined): boolean {
	return probe?.host !== undefined && isAddress(probe.host);
}
