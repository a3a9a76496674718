import { describe, expect, it } from "vitest";
import type { RuleFile } from "../../src/firewall/backend.js";
import { nftables } from "../../src/firewall/nftables.js";
import { rpz } from "../../src/firewall/rpz.js";
import { planned } from "./cases.js";
import { askLive, whyNotLive } from "./programs/live.js";

const before = ["api.anthropic.com", "*.ingest.us.sentry.io", "old.example.com:8443"];
const after = ["*.ingest.us.sentry.io", "new.example.com"];
const probes = [
	{ host: "api.anthropic.com", port: 443 },
	{ host: "o1.ingest.us.sentry.io", port: 443 },
	{ host: "old.example.com", port: 8443 },
	{ host: "new.example.com", port: 443 },
];
const resolvers = [
	["BIND", "bind", "named", "-v"],
	["Unbound", "unbound", "unbound", "-V"],
] as const;
const ofBefore = ["open", "open", "open", "closed"];
const ofAfter = ["closed", "open", "closed", "open"];

function revisionsOf(render: (entries: readonly string[]) => readonly RuleFile[] | undefined): (readonly RuleFile[])[] {
	return [before, after].map((entries) => render(entries) ?? []);
}

describe("a revision over the one before closes what the plan no longer has", { timeout: 120_000 }, () => {
	it("with nft and dnsmasq, whatever addresses were learnt", async ({ skip }) => {
		const why = whyNotLive(["nft", "--version"]);
		skip(why !== undefined, why);
		const request = { deployment: "eu", clients: ["10.1.0.0/24"] };
		const revisions = revisionsOf(
			(entries) => nftables.render({ ...request, hosts: entries.map(planned) }, {}).value?.files,
		);
		expect(await askLive("nftables.mjs", revisions, probes)).toEqual([ofBefore, ofAfter]);
	});

	it.for(resolvers)("with %s, at a reload without a new serial", async ([, server, program, probe], { skip }) => {
		const why = whyNotLive([program, probe]);
		skip(why !== undefined, why);
		const revisions = revisionsOf(
			(entries) => rpz.render({ deployment: "eu", hosts: entries.map(planned) }, {}).value?.files,
		);
		const marks = {
			"revision-1": { host: "api.anthropic.com", is: true },
			"revision-2": { host: "new.example.com", is: true },
		};
		expect(await askLive("resolver.mjs", revisions, probes, { server, file: "rpz.zone", marks })).toEqual([
			ofBefore,
			ofAfter,
		]);
	});
});

describe("a planned name that is another name", { timeout: 120_000 }, () => {
	it.for(resolvers)(
		"is answered by %s, although the other one is not planned",
		async ([, server, program, probe], { skip }) => {
			const why = whyNotLive([program, probe]);
			skip(why !== undefined, why);
			const { value } = rpz.render({ deployment: "eu", hosts: ["api.anthropic.com", "*.sentry.io"].map(planned) }, {});
			const asked = ["edge.cdn.example", "api.anthropic.com", "o1.sentry.io", "evil.example"].map((host) => ({
				host,
				port: 443,
			}));
			const more = {
				server,
				file: "rpz.zone",
				marks: { "revision-1": { host: "evil.example", is: false } },
				aliases: {
					"api.anthropic.com": "edge.cdn.example",
					"o1.sentry.io": "edge.cdn.example",
					"evil.example": "edge.cdn.example",
				},
			};
			expect(await askLive("resolver.mjs", [value?.files ?? []], asked, more)).toEqual([
				["closed", "open", "open", "closed"],
			]);
		},
	);
});
