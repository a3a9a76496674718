import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { describeEffect } from "../../src/firewall/backend.js";
import { suricata } from "../../src/firewall/suricata.js";
import { inFolder } from "../support/in-folder.js";
import { program, run } from "../support/programs.js";
import { planned, rulesOf } from "./cases.js";
import { goldenFiles } from "./golden.js";
import { clientHello } from "./programs/client-hello.js";
import { replay } from "./programs/suricata.js";

const withSuricata = it.skipIf(!program("suricata", ["-V"]));

function idsOf(entries: readonly string[]): Map<string, string> {
	const lines = rulesOf(suricata, entries).files[0]?.content.split("\n") ?? [];
	return new Map(
		lines.flatMap((line) => {
			const [, message = "", id] = /msg:"([^"]*)".*sid:(\d+)/.exec(line) ?? [];
			return id === undefined ? [] : [[message, id]];
		}),
	);
}

describe("rule ids", () => {
	it("stay the same when other hosts come and go", () => {
		const few = idsOf(["api.anthropic.com", "*.sentry.io"]);
		const many = idsOf(["a.example.com", "api.anthropic.com", "*.sentry.io", "z.example.com:8443"]);
		for (const [message, id] of few) expect([message, many.get(message)]).toEqual([message, id]);
	});

	it("are each one's own among ten thousand", () => {
		const ids = [...idsOf(Array.from({ length: 10_000 }, (_, index) => `h${index}.example.com`)).values()];
		expect(new Set(ids).size).toBe(10_005);
		expect(ids.every((id) => Number(id) >= 1_000_000_000 && Number(id) < 2_000_000_000)).toBe(true);
	});

	it("are others for each group and each deployment, those that close the rest too", () => {
		const owners = ["eu", "us"].flatMap((deployment) => [
			{ deployment },
			...["general", "pilot", "research"].map((group) => ({ deployment, group })),
		]);
		const hosts = Array.from({ length: 100 }, (_, index) => planned(`h${index}.example.com`));
		const ids = owners.flatMap((owner) =>
			[...(suricata.render({ ...owner, hosts }, {}).value?.files[0]?.content ?? "").matchAll(/sid:(\d+)/g)].map(
				([, id]) => id,
			),
		);
		expect(ids).toHaveLength(8 * 105);
		expect(new Set(ids).size).toBe(8 * 105);
	});
});

it("leaves out what shows no name", () => {
	const { effects } = rulesOf(suricata, ["git.example.com:22", "10.0.0.5", "web.example.com:80"]);
	expect(effects.map((effect) => describeEffect("suricata", effect))).toEqual([
		"suricata: git.example.com:22 is reached on port 22, where no TLS hello shows a name (dropped)",
	]);
});

describe("suricata -T", () => {
	withSuricata("accepts every golden file", { timeout: 120_000 }, async () => {
		await inFolder((folder) => {
			writeFileSync(
				path.join(folder, "s.yaml"),
				'%YAML 1.1\n---\nvars:\n  address-groups: { HOME_NET: "[10.1.0.0/16]", EXTERNAL_NET: any }\n',
			);
			for (const [file, place] of goldenFiles("suricata", ".rules")) {
				const args = ["-T", "-c", path.join(folder, "s.yaml"), "-S", place, "-l", folder];
				expect([file, run("suricata", args)]).toEqual([file, expect.any(String)]);
			}
		});
	});
});

describe("Suricata over recorded traffic", { timeout: 60_000 }, () => {
	const rules = (entries: readonly string[], more: object = {}) =>
		suricata.render({ deployment: "eu", hosts: entries.map(planned), ...more }, {}).value?.files[0]?.content ?? "";
	const request = (host: string) => Buffer.from(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);

	withSuricata("waits for a name that comes in a later packet", async () => {
		const [open, shut] = await Promise.all(["api.anthropic.com", "evil.example"].map(clientHello));
		const halves = (hello: Buffer = Buffer.alloc(0)) => [hello.subarray(0, 60), hello.subarray(60)];
		const flows = [halves(open), halves(shut)].map((said) => ({ port: 443, said }));
		expect(await replay(rules(["api.anthropic.com"]), flows)).toEqual(["open", "closed"]);
	});

	withSuricata("lets http pass by its host where the port is not that of https, and no other protocol", async () => {
		const flows = [
			{ port: 4318, said: [request("otel.example.com")] },
			{ port: 4318, said: [request("otel.example.com:4318")] },
			{ port: 4318, said: [request("OTEL.example.com")] },
			{ port: 4318, said: [request("evil.example")] },
			{ port: 443, said: [request("api.anthropic.com")] },
			{ port: 443, said: [Buffer.from("SSH-2.0-OpenSSH_9.2\r\n"), Buffer.alloc(200, 7)] },
		];
		expect(await replay(rules(["api.anthropic.com", "otel.example.com:4318"]), flows)).toEqual([
			"open",
			"open",
			"open",
			"closed",
			"closed",
			"closed",
		]);
	});

	withSuricata("lets an address pass on its port, whatever is said", async () => {
		const flows = [443, 8443].map((port) => ({ host: "10.9.0.5", port }));
		expect(await replay(rules(["10.9.0.5"]), flows)).toEqual(["open", "closed"]);
	});

	withSuricata("decides about the clients alone", async () => {
		const flows = ["10.20.0.5", "10.1.0.2"].map((from) => ({ host: "evil.example", port: 443, from }));
		expect(await replay(rules([], { clients: ["10.20.0.0/16"] }), flows)).toEqual(["closed", "open"]);
	});
});
