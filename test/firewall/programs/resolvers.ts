import { isAddress } from "../../../src/host.js";
import { askLive, whyNotLive } from "./live.js";
import type { Program } from "./program.js";

/** A resolver decides about names alone: neither about addresses nor about what is sent to them. */
const resolver = (server: string, title: string, whyNot: string | undefined): Program => ({
	backend: "rpz",
	title,
	whyNot,
	options: {},
	async ask(files, probes) {
		const asked = probes.map((probe) => ({ ...probe, host: probe.host ?? "unnamed.example" }));
		const marks = { "revision-1": { host: "api.anthropic.com", is: true } };
		const [answers = []] = await askLive("resolver.mjs", [files], asked, { server, file: "rpz.zone", marks });
		return answers.map((answer, index) => {
			const { host, by } = probes[index] ?? {};
			return host === undefined || by !== undefined || isAddress(host) ? "-" : answer;
		});
	},
});

export const bind = resolver("bind", "BIND 9", whyNotLive(["named", "-v"]));
export const unbound = resolver("unbound", "Unbound", whyNotLive(["unbound", "-V"]));
