import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { describeEffect } from "../../src/firewall/backend.js";
import { type CheckPointOptions, checkPoint } from "../../src/firewall/check-point.js";
import { fortiGate } from "../../src/firewall/forti-gate.js";
import { formatProblem } from "../../src/problem.js";
import { inFolder } from "../support/in-folder.js";
import { program, run } from "../support/programs.js";
import { cases, planned } from "./cases.js";
import { goldenFiles } from "./golden.js";
import { callsOf, columnOf, management, runCheckPoint, verdictOf } from "./readers/check-point.js";

function rendered(entries: readonly string[], options: CheckPointOptions = {}, request: object = {}) {
	return checkPoint.render({ deployment: "eu", hosts: entries.map(planned), ...request }, options);
}

function script(...args: Parameters<typeof rendered>): string {
	return rendered(...args).value?.files[0]?.content ?? "";
}

const layers = { "access-rule Network": ["Stealth", "Cleanup rule"], "https-rule Outbound": ["Inspect all"] };

it("has one object of a name, and says what that opens besides", () => {
	const { value } = rendered(["example.com", "*.example.com:8443", "*.example.net", "example.net"]);
	expect(value?.effects.map((effect) => describeEffect("checkPoint", effect))).toEqual([
		"checkPoint: example.com also opens what is below it, as on another port (widened)",
		"checkPoint: *.example.com:8443 also matches example.com (widened)",
	]);
});

it.each<[string, string[], CheckPointOptions, object, string]>([
	[
		"no layer of HTTPS inspection",
		[],
		{},
		{ inspects: true },
		"httpsLayer: is needed where the gateway inspects; name its layer of HTTPS inspection",
	],
	[
		"more ports than it has rules for",
		Array.from({ length: 9 }, (_, index) => `a.example.com:${1000 + index}`),
		{},
		{},
		"deployment: would be 9 ports, each of which has a rule of its own that a later revision deletes; at most 8 are written",
	],
])("refuses %s", (_, entries, options, request, problem) => {
	expect(rendered(entries, options, request).problems.map(formatProblem)).toEqual([problem]);
});

it.each([
	["checkPoint", checkPoint, {}],
	["fortiGate", fortiGate, { sourceInterfaces: ["internal"], destinationInterfaces: ["wan1"] }],
])("%s refuses to deny a name that its rules for what is below it open", (_, backend, options) => {
	const denied = [{ host: "sentry.io", reasons: [] }];
	const hosts = [planned("*.sentry.io")];
	const elsewhere = backend.render({ deployment: "eu", hosts: [planned("sentry.example")], denied }, options as never);
	expect(elsewhere.value?.notes?.join("\n")).toMatch(/hosts are denied by address, after what is opened/);
	expect(backend.render({ deployment: "eu", hosts, denied }, options as never).problems.map(formatProblem)).toEqual([
		expect.stringMatching(
			/^deny: sentry\.io would stay open, because rules for \*\.sentry\.io take it along; leave it out/,
		),
	]);
});

it("comes above the rule that is named, denied hosts and the rest last, and bypasses before any other rule", () => {
	const denied = [{ host: "telemetry.example.org", reasons: [] }];
	const options = { denyRest: true, httpsLayer: "Outbound" };
	const { rules } = runCheckPoint(
		script(["a.example.com", "b.example.com:22"], options, { denied, inspects: true, clients: ["10.20.0.0/16"] }),
		management(layers),
	);
	expect([...rules].map(([place, some]) => [place, some.map(({ name }) => name)])).toEqual([
		[
			"access-rule Network",
			["Stealth", "claude_eu_1", "claude_eu_2", "claude_eu_denied", "claude_eu_rest", "Cleanup rule"],
		],
		["https-rule Outbound", ["claude_eu_bypass", "Inspect all"]],
	]);
});

it("never drops what everybody sends", () => {
	expect(rendered(["a.example.com"], { denyRest: true }).problems.map(formatProblem)).toEqual([
		"denyRest: would drop what everybody sends, servers too; say clients here or for every group, or leave it out",
	]);
});

it("adds what one call does not take by further ones", () => {
	const names = Array.from({ length: 250 }, (_, index) => `h${index}.example.com`);
	const { rules } = runCheckPoint(script(names), management(layers));
	const rule = rules.get("access-rule Network")?.find(({ name }) => name === "claude_eu_1");
	expect(rule && columnOf(rule, "destination").sort()).toEqual(names.map((name) => `.${name}`).sort());
});

describe("a second revision over the first", () => {
	const before = ["api.anthropic.com", "*.sentry.io:8443", "git.example.com:22", "example.com"];
	const after = ["*.sentry.io", "llm.example.com:4318", "*.example.com"];

	it("means what it means alone", () => {
		const first = runCheckPoint(
			script(before, { denyRest: true, httpsLayer: "Outbound" }, { inspects: true, clients: ["10.20.0.0/16"] }),
			management(layers),
		);
		const over = runCheckPoint(script(after, { httpsLayer: "Outbound" }), first);
		expect(over.rules).toEqual(runCheckPoint(script(after, { httpsLayer: "Outbound" }), management(layers)).rules);
		const opens = verdictOf(over);
		expect(opens({ host: "api.anthropic.com", port: 443 })).toBe("unlisted");
		expect(opens({ host: "a.example.com", port: 443 })).toBe("open");
	});

	it("does not change what a name means to others", () => {
		const server = management(layers);
		const fields = new Map([["is-sub-domain", "false"]]);
		server.objects.set(".sentry.io", { kind: "dns-domain", fields });
		expect(() => runCheckPoint(script(after), server)).toThrow(".sentry.io is there for others");
	});
});

/** Stands for the vendor's command: it writes its words down, and knows each object, none, or cannot be asked. */
const standIn = `#!/bin/sh
for word; do printf '%s\\n' "$word" >> "$LOG"; done
echo -- >> "$LOG"
case $1 in show) case $KNOWS in
	all) echo '{ "is-sub-domain" : false, "comments" : "claude_eu: earlier" }' ;;
	none) echo '{ "code" : "generic_err_object_not_found" }'; exit 1 ;;
	*) echo 'no connection'; exit 1 ;;
esac ;; esac
`;

/** The calls that a real shell makes of a script, without those that only look, and how it ends. */
function inShell(script: string, knows: string): Promise<{ calls: string[][]; failed: boolean }> {
	return inFolder((folder) => {
		const [command, log] = [path.join(folder, "mgmt_cli"), path.join(folder, "log")];
		writeFileSync(command, standIn);
		chmodSync(command, 0o755);
		writeFileSync(path.join(folder, "checkpoint.sh"), script);
		let failed = false;
		try {
			const environment = { PATH: `${folder}:${process.env.PATH}`, LOG: log, KNOWS: knows, SID: "session.txt" };
			run("sh", [path.join(folder, "checkpoint.sh")], environment);
		} catch {
			failed = true;
		}
		const calls = readFileSync(log, "utf8").split("\n--\n").slice(0, -1);
		return { calls: calls.map((each) => each.split("\n")).filter(([verb]) => verb !== "show"), failed };
	});
}

describe("sh", () => {
	const golden = goldenFiles("checkPoint", ".sh").filter(([name]) => /^plain|\/(addresses|other-ports)\//.test(name));

	it.each(golden)("makes the calls of %s as they are meant", async (_, place) => {
		const text = readFileSync(place, "utf8");
		const { calls, failed } = await inShell(text, "none");
		const expected = callsOf(text).flatMap(([verb, ...words]) => {
			const [first = "", second = "", third = ""] = words;
			if (verb === "gone") return [];
			if (verb === "call") return [[...words, "-s", "session.txt"]];
			if (verb === "domain")
				return [["add", "dns-domain", "name", first, "is-sub-domain", second, "comments", third, "-s", "session.txt"]];
			return [["add", second, "name", first, ...words.slice(2), "ignore-warnings", "true", "-s", "session.txt"]];
		});
		expect({ calls, failed }).toEqual({ calls: expected, failed: false });
	});

	it.skipIf(!program("shellcheck"))("is given nothing that shellcheck, which this needs, warns of", () => {
		const places = golden.map(([, place]) => place);
		expect(run("shellcheck", ["--shell=sh", "--severity=style", ...places])).toBe("");
	});

	it("deletes and sets what is there, and changes a domain of its own alone", async () => {
		const { calls, failed } = await inShell(script(["a.example.com", "*.example.net"]), "all");
		expect(failed).toBe(false);
		expect(calls.filter(([verb]) => verb === "delete").map((words) => words[3])).toEqual([
			...Array.from({ length: 8 }, (_, index) => `claude_eu_${index + 1}`),
			"claude_eu_denied",
			"claude_eu_rest",
		]);
		expect(calls.filter(([, kind]) => kind === "dns-domain").map((words) => words.slice(0, 6))).toEqual([
			["set", "dns-domain", "name", ".example.net", "is-sub-domain", "true"],
		]);
		const other = { deployment: "other" };
		expect(await inShell(script(["a.example.com", "*.example.net"], {}, other), "all")).toMatchObject({ failed: true });
	});

	it("ends where the server does not say whether a rule is there", async () => {
		expect(await inShell(script(cases.exact), "nothing")).toEqual({ calls: [], failed: true });
	});
});

it("says that a name is one object for the rules of all deployments", () => {
	const { value } = checkPoint.render({ deployment: "eu", hosts: [planned("*.sentry.io")] }, {});
	expect(value?.notes?.join("\n")).toMatch(/rules of other deployments and groups over that name change with it/);
});
