import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Output } from "../../src/cli/output.js";
import { readWhole, tree } from "../files/trees.js";
import { temporaryFolder } from "../support/command.js";
import { branch, plain, withSecret, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
let home = "";
let out = "";
let runs = 0;
beforeEach(() => {
	home = path.join(folder(), String(++runs));
	out = path.join(home, "out");
});

const proxy = "squid: { dedicated: true }, csv: {}";
const place = (name: string) => path.join(home, `${name}.yaml`);
/** Writes a file for each, and compiles them together. */
function synth(files: Readonly<Record<string, string>>, options: string[] = [], surroundings: Partial<Output> = {}) {
	const names = Object.entries(files).map(([name, text]) => write(home, text, `${name}.yaml`));
	return invoke(["synth", ...names, "--out", out, ...options], surroundings);
}
const text = (...steps: string[]) => readFileSync(path.join(out, ...steps), "utf8");
const json = (...steps: string[]) => JSON.parse(text(...steps));

describe("two deployments", () => {
	const eu = branch("eu", { firewall: proxy });
	const us = branch("us", { firewall: proxy });

	test("are each what they are alone, and together a perimeter", async () => {
		const { code, notices } = await synth({ eu, us });
		expect({ code, notices }).toEqual({ code: 0, notices: [] });
		const alone = path.join(home, "alone");
		for (const name of ["eu", "us"]) {
			await invoke(["synth", place(name), "--out", alone]);
			expect(tree(path.join(out, name))).toEqual(tree(path.join(alone, name)));
		}
		expect(Object.keys(tree(out)).filter((name) => name.startsWith("perimeter"))).toEqual([
			"perimeter",
			"perimeter/egress.json",
			"perimeter/egress.txt",
			"perimeter/firewall",
			"perimeter/firewall/csv",
			"perimeter/firewall/csv/rules.csv",
			"perimeter/firewall/squid",
			"perimeter/firewall/squid/squid.conf",
			"perimeter/manifest.json",
		]);
		expect(text("perimeter/egress.txt")).toBe("llm.example.com\notel.eu.example.com\notel.us.example.com\n");
		expect(text("perimeter/firewall/squid/squid.conf").split("\n")[0]).toBe("# Claude egress of deployments eu, us.");
	});

	test("are named with their groups at each host that they need, reasons kept", async () => {
		await synth({ us, eu });
		const { hosts } = json("perimeter/egress.json");
		const groups = ["general", "pilot"];
		expect(hosts).toMatchObject([
			{ host: "llm.example.com", deployments: { eu: groups, us: groups } },
			{ host: "otel.eu.example.com", deployments: { eu: ["pilot"] } },
			{ host: "otel.us.example.com", deployments: { us: ["pilot"] } },
		]);
		const without = ({ deployments: _, groups: __, ...host }: Record<string, unknown>) => host;
		const own = [...json("eu/egress.json").hosts, ...json("us/egress.json").hosts.slice(1)];
		expect(hosts.map(without)).toEqual(own.map(without));
	});

	test("are told in the perimeter what it opens beyond each", async () => {
		const { results } = await synth({ eu, us });
		expect(json("perimeter/egress.json").notes).toEqual([
			"for deployment eu this list also opens otel.us.example.com, which other deployments need",
			"for deployment us this list also opens otel.eu.example.com, which other deployments need",
			"squid: QUIC (UDP 443) does not come by here; close it for these devices elsewhere",
		]);
		expect(results).toContain(`perimeter of eu, us: written to ${out}/perimeter`);
		expect(results).toContain("  hosts    3: llm.example.com, otel.eu.example.com, otel.us.example.com");
	});

	test("give the same perimeter in any order, whose manifest lists every file with its digest", async () => {
		await synth({ eu, us });
		const before = tree(path.join(out, "perimeter"));
		await synth({ us, eu });
		expect(tree(path.join(out, "perimeter"))).toEqual(before);
		expect(readWhole(path.join(out, "perimeter"))).toBe(before["manifest.json"]);
		const { files, omitted } = json("perimeter/manifest.json");
		const paths = files.map((file: { path: string }) => file.path);
		expect(paths).toEqual(["egress.json", "egress.txt", "firewall/csv/rules.csv", "firewall/squid/squid.conf"]);
		expect(files.every((file: { sensitive: boolean }) => file.sensitive === false)).toBe(true);
		expect(omitted).toEqual([]);
	});

	test("of which nothing has changed touch nothing, and one that was stopped is completed", async () => {
		await synth({ eu, us });
		const long = new Date("2020-02-02T02:02:02Z");
		const places = Object.keys(tree(out)).map((name) => path.join(out, name));
		for (const each of places) utimesSync(each, long, long);
		const { results } = await synth({ eu, us });
		expect(results).toContain(`perimeter of eu, us: unchanged in ${out}/perimeter`);
		expect(places.filter((each) => statSync(each).mtimeMs !== long.getTime())).toEqual([]);

		const whole = tree(out);
		rmSync(path.join(out, "us"), { recursive: true });
		rmSync(path.join(out, "perimeter/egress.txt"));
		mkdirSync(path.join(out, "perimeter/.pulumi-cowork/staged-1"), { recursive: true });
		await synth({ eu, us });
		expect(tree(out)).toEqual(whole);
	});

	test("change the perimeter's digest where its hosts, reasons or blocks change, and nowhere else", async () => {
		const digest = async (files: Record<string, string>) => {
			await synth(files);
			return json("perimeter/manifest.json").inputDigest;
		};
		const first = await digest({ eu, us });
		const renamed = us.replace("Example Corp", "Example Corporation");
		expect(await digest({ eu, us: renamed })).toBe(first);
		expect(await digest({ eu, us: us.replace("otel.us", "otel2.us") })).not.toBe(first);
		const accepting = (text: string) => text.replace("dedicated: true", "dedicated: true, accept: [widened]");
		expect(await digest({ eu: accepting(eu), us: accepting(us) })).not.toBe(first);
	});

	test("make one JSON document", async () => {
		const { results } = await synth({ eu, us }, ["--json"]);
		expect(JSON.parse(results.join("\n"))).toMatchObject({
			deployments: [
				{ deployment: "eu", changed: true },
				{ deployment: "us", changed: true },
			],
			perimeter: {
				deployments: ["eu", "us"],
				directory: path.join(out, "perimeter"),
				changed: true,
				hosts: ["llm.example.com", "otel.eu.example.com", "otel.us.example.com"],
				anthropicHosts: [],
				warnings: [],
			},
		});
	});

	test("tell progress a line a second, whichever is compiled", async () => {
		let clock = 0;
		const { notices } = await synth({ eu, us }, [], { elapsed: () => (clock += 300) });
		expect(notices).toEqual(["compiling us: 2 of 2 groups"]);
	});

	test("share a warning of a file that both extend, which is told once", async () => {
		write(home, withSecret.replace("name: eu\n", ""), "base.yaml");
		const { code, notices } = await synth({
			eu: "extends: ./base.yaml\nname: eu\n",
			us: "extends: ./base.yaml\nname: us\n",
		});
		expect(code).toBe(0);
		expect(notices).toEqual([expect.stringContaining(`base.yaml:8:15): environment variable GATEWAY_KEY`)]);
		expect(json("perimeter/manifest.json").files).toHaveLength(2);
	});
});

describe("problems of several files", () => {
	test("are told all at once, and nothing is written", async () => {
		const eu = branch("eu").replace("preset: none", "preset: nothing");
		const us = branch("us").replace("disableAutoUpdates: true", "disableAutoUpdates: 7");
		const { code, results, notices } = await synth({ eu, us, ap: branch("ap") });
		expect({ code, results }).toEqual({ code: 1, results: [] });
		expect(notices).toEqual([
			expect.stringContaining(`groups.general.preset (${place("eu")}:19:14): unknown value "nothing"`),
			expect.stringContaining(`settings.disableAutoUpdates (${place("us")}:12:3): `),
		]);
		expect(existsSync(out)).toBe(false);
	});

	test("may be one name for two, also where one of them is invalid", async () => {
		const other = branch("eu").replace("preset: none", "preset: nothing");
		const { code, notices } = await synth({ eu: branch("eu"), other });
		expect(code).toBe(1);
		expect(notices).toEqual([
			`name (${place("other")}:1:1): is the name of the deployment in ${place("eu")} as well as in ${place("other")}; give each a name of its own`,
			expect.stringContaining("groups.general.preset"),
		]);
	});

	test("are of the files named - by the word standard input", async () => {
		const input = async () => branch("us").replace("preset: none", "preset: nothing");
		const file = write(home, branch("eu"), "eu.yaml");
		const { code, notices } = await invoke(["synth", file, "-", "--out", out], { input });
		expect(code).toBe(1);
		expect(notices).toEqual([
			expect.stringContaining('groups.general.preset (standard input:19:14): unknown value "nothing"'),
		]);
	});

	test("a file that is in the way of one bundle keeps all from being written", async () => {
		mkdirSync(path.join(out, "perimeter"), { recursive: true });
		writeFileSync(path.join(out, "perimeter/egress.txt"), "mine\n");
		const { code, notices } = await synth({ eu: branch("eu"), us: branch("us") });
		expect(code).toBe(2);
		expect(notices).toEqual([
			`${path.join(out, "perimeter/egress.txt")} is there already and is no file of this bundle; move it away, or choose another folder`,
		]);
		expect(Object.keys(tree(out))).toEqual(["perimeter", "perimeter/egress.txt"]);
	});

	test("every file that is not there is named", async () => {
		const file = write(home, branch("eu"), "eu.yaml");
		expect(await invoke(["synth", file, "a.yaml", "b.yaml", "--out", out])).toEqual({
			code: 2,
			results: [],
			notices: ["cannot read a.yaml: there is no such file", "cannot read b.yaml: there is no such file"],
		});
	});
});

test("no deployment is named as the perimeter is", async () => {
	const file = write(home, plain.replace("name: eu", "name: perimeter"), "perimeter.yaml");
	const { code, notices } = await invoke(["synth", file, "--out", out]);
	expect({ code, notices }).toEqual({
		code: 1,
		notices: [
			`name (${file}:1:1): is the folder of what several deployments need together; choose another name before devices have profiles of this one`,
		],
	});
});

describe("firewall blocks", () => {
	test("must say the same in each file, both places are named", async () => {
		const eu = branch("eu", { firewall: "squid: { dedicated: true, accept: [widened] }" });
		const us = branch("us", { firewall: "squid: { accept: [narrowed] }" });
		const { code, notices } = await synth({ eu, us });
		expect(code).toBe(1);
		const cure = "one rule set for both takes the same options, so say them alike, or compile the files apart";
		expect(notices).toEqual([
			`firewall.squid.accept (${place("us")}:21:22): is ["narrowed"], which is ["widened"] in ${place("eu")}:21:39; ${cure}`,
			`firewall.squid.dedicated (${place("us")}:21:13): is false, which is true in ${place("eu")}:21:22; ${cure}`,
			expect.stringMatching(/^warning: firewall\.squid .*opens nothing until/),
		]);
		expect(existsSync(out)).toBe(false);
	});

	test("a default that one file writes and the other leaves out is no difference", async () => {
		const eu = branch("eu", { firewall: "littleSnitch: {}, csv: { scope: union }" });
		const us = branch("us", { firewall: "csv: {}, littleSnitch: { accept: [] }" });
		const { code, notices } = await synth({ eu, us });
		expect({ code, notices }).toEqual({ code: 0, notices: [] });
	});

	test("a word that not every file has is a warning and has no rule set for all", async () => {
		const files = { eu: branch("eu", { firewall: "csv: {}, json: {}" }), us: branch("us", { firewall: "csv: {}" }) };
		const line = `firewall.json (${place("eu")}:21:22): is not in us, so that there is no rule set of it for all; say it in every file, or compile files apart that share no firewall`;
		const strict = await synth(files, ["--strict"]);
		expect(strict).toEqual({ code: 1, results: [], notices: [line] });
		const { code, notices } = await synth(files);
		expect({ code, notices }).toEqual({ code: 0, notices: [`warning: ${line}`] });
		expect(existsSync(path.join(out, "eu/firewall/json/rules.json"))).toBe(true);
		expect(existsSync(path.join(out, "perimeter/firewall/json"))).toBe(false);
		expect(json("perimeter/egress.json").notes).toContain("json: has no rule set here, because us has no such block");
	});

	test("rules of each group are for no perimeter, which says so", async () => {
		const some = (name: string, clients: string) => branch(name, { firewall: "csv: { scope: perGroup }", clients });
		const { code, notices } = await synth({ eu: some("eu", "[10.20.0.0/16]"), us: some("us", "[10.30.0.0/16]") });
		expect({ code, notices }).toEqual({ code: 0, notices: [] });
		expect(existsSync(path.join(out, "perimeter/firewall"))).toBe(false);
		expect(json("perimeter/egress.json").notes).toContain(
			"csv: has no rule set here, because each group has its own (scope: perGroup)",
		);
	});

	test("are for the clients of all, whoever says them", async () => {
		const eu = branch("eu", { firewall: "squid: { clients: [10.20.0.0/16, 10.10.0.0/16] }" });
		const us = branch("us", { firewall: "squid: {}", clients: "[10.30.0.0/16]" });
		const { code, notices } = await synth({ eu, us });
		expect({ code, notices }).toEqual({ code: 0, notices: [] });
		const clients = text("perimeter/firewall/squid/squid.conf").match(/^acl claude_perimeter_clients .*$/gm);
		expect(clients).toEqual(
			["10.10.0.0/16", "10.20.0.0/16", "10.30.0.0/16"].map((network) => `acl claude_perimeter_clients src ${network}`),
		);
	});

	test("of which only one says clients would serve everybody", async () => {
		const eu = branch("eu", { firewall: "csv: {}", clients: "[10.20.0.0/16]" });
		const us = branch("us", { firewall: "csv: {}" });
		const { code, notices } = await synth({ eu, us });
		expect({ code, notices }).toEqual({
			code: 1,
			notices: [
				`firewall.csv (${place("us")}:21:13): has no clients of deployment us, while eu says its own, so that one rule set for both would serve everybody; say clients of the block or of each group in both, or in neither`,
			],
		});
	});

	test("an effect that a deployment has by itself is told once", async () => {
		const firewall = "squid: { dedicated: true }";
		const more = 'sshHostAllowlist: []\n  coworkEgressAllowedHosts: ["*.example.org"]';
		const eu = branch("eu", { firewall }).replace("sshHostAllowlist: []", more);
		const { notices } = await synth({ eu, us: branch("us", { firewall }) });
		expect(notices).toEqual([expect.stringContaining("*.example.org also matches example.org (widened)")]);
		expect(json("perimeter/egress.json").notes).toContain("squid: *.example.org also matches example.org (widened)");
	});
});
