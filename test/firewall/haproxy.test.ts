import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { describeEffect } from "../../src/firewall/backend.js";
import { haproxy } from "../../src/firewall/haproxy.js";
import { inFolder } from "../support/in-folder.js";
import { program, run } from "../support/programs.js";
import { planned, rulesOf } from "./cases.js";
import { goldenFiles } from "./golden.js";
import { askHaproxy, haproxyOptions } from "./programs/haproxy.js";
import { whyNotLive } from "./programs/live.js";

it("leaves out what shows no hello", () => {
	const { effects } = rulesOf(haproxy, ["git.example.com:22", "10.0.0.5", "web.example.com:80", "a.example.com:8443"]);
	expect(effects.map((effect) => describeEffect("haproxy", effect))).toEqual([
		"haproxy: 10.0.0.5 is an address, for which no name is shown (dropped)",
		"haproxy: git.example.com:22 is reached on port 22, where no TLS hello shows a name (dropped)",
		"haproxy: web.example.com:80 is reached on port 80, where no TLS hello shows a name (dropped)",
	]);
});

describe("lists", () => {
	const owners = [
		{ deployment: "eu" },
		{ deployment: "eu-pilot" },
		{ deployment: "eu", group: "pilot" },
		{ deployment: "eu", group: "general" },
	];
	const rendered = owners.map((owner) => {
		const hosts = ["a.example.com", "*.example.net"].map(planned);
		return haproxy.render({ ...owner, hosts, denied: [{ host: "stats.example.org", reasons: [] }] }, {}).value;
	});

	it("of several deployments and groups stand beside each other in one folder", () => {
		const names = rendered.flatMap((each) => each?.files.map(({ name }) => name) ?? []);
		const lists = names.filter((name) => name.endsWith(".lst"));
		expect(lists).toHaveLength(4 * 3);
		expect(new Set(lists).size).toBe(4 * 3);
	});

	it("are those that the configuration reads", () => {
		for (const { files } of rendered.flatMap((each) => each ?? [])) {
			const [configuration, ...lists] = files;
			const read = [...(configuration?.content.matchAll(/ -f \/etc\/haproxy\/claude\/(\S+)/g) ?? [])];
			expect(read.map(([, name]) => name).sort()).toEqual(lists.map(({ name }) => name).sort());
		}
	});

	it("are for a proxy of each group's own, which listens on the ports of the others", () => {
		expect(rendered.map((each) => each?.notes?.length)).toEqual([0, 0, 1, 1]);
	});
});

describe("haproxy -c", () => {
	const folders = goldenFiles("haproxy", ".cfg").map((places) => places.map((place) => path.dirname(place)));

	it.skipIf(!program("haproxy", ["-v"])).each(folders)("accepts the golden files of %s", async (_, folder = "") => {
		await inFolder((work) => {
			cpSync(folder, work, { recursive: true });
			const text = readFileSync(path.join(work, "haproxy.cfg"), "utf8");
			writeFileSync(
				path.join(work, "haproxy.cfg"),
				text.replace(/\/(etc\/haproxy\/claude|srv\/haproxy)\//g, `${work}/`),
			);
			// With nothing planned nothing listens, which HAProxy alone would not start for.
			writeFileSync(
				path.join(work, "other.cfg"),
				"frontend other\n\tmode http\n\ttimeout client 1m\n\tbind 127.0.0.1:1\n",
			);
			const files = ["other.cfg", "haproxy.cfg"].flatMap((file) => ["-f", path.join(work, file)]);
			expect(run("haproxy", ["-c", "-q", ...files])).toBe("");
		});
	});
});

it("a proxy for some networks takes no connection from another", { timeout: 60_000 }, async ({ skip }) => {
	const why = whyNotLive(["haproxy", "-v"]);
	skip(why !== undefined, why);
	const probes = [{ host: "api.anthropic.com", port: 443 }];
	const files = haproxy.render(
		{ deployment: "eu", hosts: ["api.anthropic.com"].map(planned), clients: ["127.0.5.0/24"] },
		haproxyOptions,
	).value?.files;
	const asked = ["127.0.5.5", "127.0.6.6"].map((from) => askHaproxy(files ?? [], probes, from));
	expect(await Promise.all(asked)).toEqual([["open"], ["closed"]]);
});
