import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { coworkEvents, resourceAttributes, standardAttributes } from "../../../src/observability/catalogue.js";
import { claudeCodeEvents, metrics } from "../../../src/observability/claude-code-signals.js";
import { collectorHosts } from "../../../src/observability/collector-hosts.js";
import { triedRule } from "../../../src/observability/local/denied-rule.js";
import type { LocalAction } from "../../../src/observability/local/local-action.js";
import { localKitFiles } from "../../../src/observability/local/local-kit.js";
import { powershellVariables } from "../../../src/observability/local/powershell-script.js";
import { observabilityFiles } from "../../../src/observability/observability-files.js";
import { observedPart } from "../../../src/observability/observed-part.js";
import { phases } from "../../../src/observability/phase.js";
import { cached } from "../../support/cached.js";
import { inFolder } from "../../support/in-folder.js";
import { powershellParser } from "../../support/powershell.js";
import { program, run } from "../../support/programs.js";
import { observed, partOf } from "../observed.js";
import { intoFiles, realCollector } from "../programs/real-collector.js";

/** A deployment on one machine, whose groups refuse what a test can try, and what it cannot. */
const deployment = {
	...observed(
		{ phase: "local", attributes: { team: "platform" } },
		{
			pilot: {
				preset: "none",
				settings: { disabledBuiltinTools: ["WebSearch"], coworkEgressAllowedHosts: ["pypi.org", "*.example.com"] },
				claudeCode: {
					denyCredentialPaths: true,
					permissions: {
						deny: ["Bash(curl *)", "WebFetch(domain:paste.example.net)", "Bash(rm -rf $HOME)", "mcp__wiki__x"],
					},
					mcp: { servers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } } },
				},
			},
			plain: { preset: "none" },
		},
	),
};

function kitOf(input: unknown): ReadonlyMap<string, string> {
	const { deployment: parsed, configurations } = parseDeployment(input);
	const part = observedPart(parsed, configurations, collectorHosts);
	if (!part) throw new Error("the deployment has no observability");
	return new Map(localKitFiles(part).map(({ name, content }) => [name.replace("local/", ""), content]));
}

const kit = kitOf(deployment);

interface Expected {
	readonly canary: string;
	readonly actions: readonly (Omit<LocalAction, "session"> & { readonly byHand: boolean })[];
	readonly metrics: readonly string[];
}

const expected = (group: string): Expected => JSON.parse(kit.get(`${group}/expected.json`) ?? "");

test("the kit is there in the phase that is of one machine, and in no other", () => {
	const holds = [undefined, ...phases].filter((phase) =>
		observabilityFiles(partOf(phase === undefined ? {} : { phase })).some(({ name }) => name.startsWith("local/")),
	);
	expect(holds).toEqual(["local"]);
	expect([...kit.keys()]).toEqual([
		"README.md",
		"compose.yaml",
		"collector.yaml",
		"check.sh",
		"check.ps1",
		"check.jq",
		...["pilot", "plain"].flatMap((group) =>
			["claude-code.env", "actions.sh", "claude-code.ps1", "actions.ps1", "claude-desktop.json", "expected.json"].map(
				(file) => `${group}/${file}`,
			),
		),
	]);
});

test("a group gets scripts that its platforms run, and the page says how", () => {
	const groups = (platforms: readonly string[]) => ({ pilot: { preset: "none", platforms } });
	const scripts = (platforms: readonly string[]) => {
		const files = kitOf({ ...deployment, groups: groups(platforms) });
		const named = [...files.keys()].filter((name) => /\.(?:sh|ps1|env)$/.test(name)).sort();
		return { named, page: files.get("README.md") ?? "" };
	};
	const shell = scripts(["macos", "linux"]);
	expect(shell.named).toEqual(["check.sh", "pilot/actions.sh", "pilot/claude-code.env"]);
	expect(shell.page).toContain("sh pilot/actions.sh\nsh check.sh pilot\n");
	expect(shell.page).not.toMatch(/powershell|\.ps1/i);
	const windows = scripts(["windows"]);
	expect(windows.named).toEqual(["check.ps1", "pilot/actions.ps1", "pilot/claude-code.ps1"]);
	expect(windows.page).toContain(
		"powershell -ExecutionPolicy Bypass -File pilot\\actions.ps1\npowershell -ExecutionPolicy Bypass -File check.ps1 pilot\n",
	);
	expect(windows.page).not.toMatch(/\.sh\b|claude-code\.env/);
	expect(scripts(["windows", "macos"]).named).toHaveLength(6);
});

test("the container is of a version, reaches nobody but the machine, and holds no credential", () => {
	const { services } = parse(kit.get("compose.yaml") ?? "");
	const { collector } = services;
	expect(collector.image).toMatch(
		/^\$\{COWORK_IMAGE:-docker\.io\/otel\/opentelemetry-collector-contrib:\d+\.\d+\.\d+\}$/,
	);
	expect(kit.get("README.md")).toContain("Where the variable `COWORK_IMAGE` is set, such as to `name@sha256:...`");
	for (const port of collector.ports) expect(port).toMatch(/^127\.0\.0\.1:(\d+):\1$/);
	expect(collector).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
	const whole = [...kit.values()].join("\n");
	for (const name of ["COLLECTOR_TOKEN", "SIEM_TOKEN", "Bearer"]) expect(whole).not.toContain(name);
	expect(kit.get("collector.yaml")).not.toContain("0.0.0.0");
});

const composeReader = cached("compose-go-2.16.2", "cmd");

describe.skipIf(!existsSync(composeReader))("the reader of compose files, which .ci/run builds", () => {
	const read = (content: string) =>
		inFolder((folder) => {
			writeFileSync(path.join(folder, "compose.yaml"), content);
			return spawnSync(composeReader, ["-format", "json", "compose.yaml"], { cwd: folder, encoding: "utf8" });
		});

	test("takes the file, and finds what it says", async () => {
		const written = kit.get("compose.yaml") ?? "";
		const { status, stdout } = await read(written.replace(/\$\{COWORK_USER[^}]*\}/, "1000:1000"));
		expect(status).toBe(0);
		const { collector } = JSON.parse(stdout).services;
		expect(collector.image).toMatch(/^docker\.io\/otel\/opentelemetry-collector-contrib:\d+\.\d+\.\d+$/);
		expect(collector).toMatchObject({ user: "1000:1000", read_only: true, cap_drop: ["ALL"] });
		expect(
			collector.ports.map((port: { host_ip: string; published: string }) => [port.host_ip, port.published]),
		).toEqual([
			["127.0.0.1", "4317"],
			["127.0.0.1", "4318"],
			["127.0.0.1", "13133"],
		]);
		expect(collector.volumes.map(({ target, read_only: fixed }: Record<string, unknown>) => [target, fixed])).toEqual([
			["/etc/cowork/collector.yaml", true],
			["/received", undefined],
		]);
	});

	test("takes it for no user but one that is named, and no file that is none", async () => {
		const written = kit.get("compose.yaml") ?? "";
		expect((await read(written)).stderr).toContain("required variable COWORK_USER is missing a value");
		const { status, stderr } = await read(
			written.replace(/\$\{COWORK_USER[^}]*\}/, "1:1").replace("cap_drop", "cap_drops"),
		);
		expect([status, stderr]).toEqual([1, expect.stringContaining("cap_drops")]);
	});
});

test("both programs send to the machine, as their group, and capture no content", async () => {
	const shell = await inFolder((folder) => {
		writeFileSync(path.join(folder, "env"), kit.get("pilot/claude-code.env") ?? "");
		return run("sh", ["-c", 'set -a; . "$1"; env', "sh", path.join(folder, "env")]);
	});
	const variables = Object.fromEntries(shell.split("\n").map((line) => line.split(/=(.*)/)));
	const keys = JSON.parse(kit.get("pilot/claude-desktop.json") ?? "");
	expect(keys).toEqual({
		otlpEndpoint: "http://127.0.0.1:4318",
		otlpContentCapture: [],
		otlpResourceAttributes: { team: "platform", "cowork.deployment": "eu", "cowork.group": "pilot" },
	});
	expect(variables).toMatchObject({
		CLAUDE_CODE_ENABLE_TELEMETRY: "1",
		OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318",
		OTEL_RESOURCE_ATTRIBUTES: "team=platform,cowork.deployment=eu,cowork.group=pilot",
		OTEL_LOG_USER_PROMPTS: "0",
		OTEL_LOG_TOOL_DETAILS: "0",
	});
});

test("every rule that refuses is tried, or named with why not", () => {
	const titles = expected("pilot").actions.map(({ id, title }) => `${id}: ${title}`);
	expect(titles).toEqual([
		"safe-command: A command that is allowed runs",
		"refused-command: A command that a rule of the script refuses does not run",
		"cowork-session: In Cowork, ask for a file note.txt with the word cowork-local-canary in it",
		"denied-rule-1: Bash(curl *) refuses",
		"denied-rule-2: WebFetch(domain:paste.example.net) refuses",
		"denied-rule-5: Read(~/.aws/**) refuses",
		"denied-rule-6: Read(~/.ssh/**) refuses",
		"denied-rule-7: Read(~/.gnupg/**) refuses",
		"denied-rule-8: Read(~/.kube/**) refuses",
		"denied-rule-9: Read(~/.azure/**) refuses",
		"denied-rule-10: Read(~/.config/gcloud/**) refuses",
		"host-outside-cowork: In Cowork, ask to fetch https://example.net/ and nothing else from the web, which is outside of the group's list",
		"disabled-tool-WebSearch: In Cowork, ask for WebSearch, which the group does not have",
	]);
	const page = kit.get("README.md") ?? "";
	for (const rule of ["Bash(rm -rf $HOME)", "mcp__wiki__x", "Read(~/.npmrc)"])
		expect(page).toMatch(new RegExp(`^\\| .?${rule.replace(/[\\^$.*+?()[\]{}|_]/g, ".?.")}.? \\|`, "m"));
	expect(expected("plain").actions.map(({ id }) => id)).toEqual(["safe-command", "refused-command", "cowork-session"]);
});

test("no action does harm where nothing refuses it", () => {
	const script = kit.get("pilot/actions.sh") ?? "";
	expect(script).toContain("curl --help");
	expect(script).not.toContain("rm -rf $HOME");
	const read = [...script.matchAll(/ read (\S+?)'/g)].map(([, place = ""]) => path.basename(place));
	expect(new Set(read)).toEqual(new Set([expected("pilot").canary]));
	expect(read).toHaveLength(6);
});

test.each([
	["Bash(curl:*)", "curl --help"],
	["Bash(git push *)", "git push --help"],
	// Where options end at the first operand, as on macOS, this deletes.
	["Bash(rm -rf /Users/*)", undefined],
	["Bash(rm /etc *)", undefined],
	["Bash(bash -c reboot *)", undefined],
	["Bash(sudo reboot *)", undefined],
	["Bash(ssh db.example.com *)", undefined],
	["Bash(docker run image *)", undefined],
	["Read(/etc/**)", undefined],
	["Read(~ada/keys/**)", undefined],
	["constructor", undefined],
	["valueOf(x)", undefined],
])("of %s what is tried is %s", (rule, command) => {
	const { session } = [triedRule(rule)].flatMap((tried) => (typeof tried === "string" ? [] : [tried]))[0] ?? {};
	expect(session?.prompt.replace(/^.*: /, "")).toBe(command);
});

test("whatever is expected is an event of the catalogue with attributes that are no content", () => {
	const streams = { "claude-code": claudeCodeEvents, cowork: coworkEvents };
	for (const { expects, never, byHand } of ["pilot", "plain"].flatMap((group) => expected(group).actions))
		for (const { "event.name": name = "", ...attributes } of [...expects, ...never]) {
			const signal = streams[byHand ? "cowork" : "claude-code"][name];
			expect([name, signal !== undefined]).toEqual([name, true]);
			const known = [...standardAttributes, ...resourceAttributes, ...(signal?.attributes ?? [])];
			for (const attribute of Object.keys(attributes)) expect(known).toContain(attribute);
		}
	for (const name of expected("pilot").metrics) expect(Object.keys(metrics)).toContain(name);
});

test.skipIf(!program("shellcheck"))("shellcheck, which this needs, has nothing to say of the scripts", async () => {
	await inFolder((folder) => {
		for (const name of ["check.sh", "pilot/actions.sh"]) {
			const place = path.join(folder, path.basename(name));
			writeFileSync(place, kit.get(name) ?? "");
			expect(run("shellcheck", ["--shell=sh", "--severity=style", place])).toBe("");
		}
	});
});

const hostile = "Bash(echo 'a' \"$(touch pwned)\" `touch pwned` *)";

/** Stands in for Claude Code: notes what it is called with. */
const fakeClaude =
	'#!/bin/sh\nprintf \'%s\\n\' "$@" "stdin: $(cat)" "endpoint: $OTEL_EXPORTER_OTLP_ENDPOINT" "in: $PWD" "aws: $(ls "$HOME/.aws" 2>/dev/null)" "keys: $(ls keys/own 2>/dev/null)" >>"$CALLS"\n';

test("the script calls Claude Code once for each action, in a folder of its own, and notes the session", async () => {
	const permissions = { deny: [hostile, "WebFetch(domain:a.example.net)", "Read(~/.aws/**)", "Read(./keys/own/**)"] };
	const files = kitOf({ ...deployment, groups: { pilot: { preset: "none", claudeCode: { permissions } } } });
	await inFolder((folder) => {
		for (const place of ["bin", "pilot", "received"]) mkdirSync(path.join(folder, place));
		for (const [name, content] of files) if (name.startsWith("pilot/")) writeFileSync(path.join(folder, name), content);
		writeFileSync(path.join(folder, "bin", "claude"), fakeClaude, { mode: 0o755 });
		const [calls, home] = [path.join(folder, "calls"), path.join(folder, "home")];
		run("sh", [path.join(folder, "pilot", "actions.sh")], {
			PATH: `${path.join(folder, "bin")}:${process.env.PATH}`,
			CALLS: calls,
			HOME: home,
		});
		const noted = readFileSync(path.join(folder, "received", "pilot.tsv"), "utf8")
			.trimEnd()
			.split("\n");
		expect(noted.map((line) => line.split("\t")[0])).toEqual([
			"safe-command",
			"refused-command",
			"denied-rule-2",
			"denied-rule-3",
			"denied-rule-4",
		]);
		const said = readFileSync(calls, "utf8");
		for (const [, session] of noted.map((line) => line.split("\t")))
			expect(said).toContain(`--session-id\n${session}\n`);
		expect(said.match(/^endpoint: http:\/\/127\.0\.0\.1:4318$/gm)).toHaveLength(5);
		// Nothing but the rule keeps the file from being read, and it is gone afterwards.
		expect(said.match(/^aws: .*$/gm)).toEqual([
			"aws: ",
			"aws: ",
			"aws: ",
			"aws: cowork-local-canary",
			"aws: cowork-local-canary",
		]);
		expect(said.match(/^keys: .*$/gm)).toEqual(["keys: ", "keys: ", "keys: ", "keys: ", "keys: cowork-local-canary"]);
		expect(existsSync(path.join(folder, "keys"))).toBe(false);
		expect(existsSync(path.join(home, ".aws"))).toBe(false);
		expect(said).toContain("--allowedTools\nWebFetch(domain:a.example.net)\nstdin: This is a test of permissions.");
		expect(said).not.toContain("pwned");
		expect(said).not.toMatch(/^in: \/work/m);
	});
});

/** Texts between single quotes of a script, as PowerShell reads them, each with the command that it is given to. */
async function texts(script: string) {
	const parse = await powershellParser();
	const root = parse(script.replace(/^\ufeff/, ""));
	return root.descendantsOfType("command").map((command) => ({
		name: command?.descendantsOfType("command_name")[0]?.text,
		given: (command?.descendantsOfType("string_literal") ?? []).map((each) =>
			(each?.text ?? "").replace(/^'|'$/g, "").replace(/(['\u2018-\u201b])\1/g, "$1"),
		),
	}));
}

describe("the scripts for Windows, as a grammar of PowerShell reads them", () => {
	const rule = "Bash(echo 'a' \"$(touch pwned)\" \u2019; touch pwned; \u2018 *)";
	const permissions = {
		deny: [rule, "WebFetch(domain:a.example.net)", "Read(~/.aws/**)", "Read(//c/Secrets/**)", "Read(keys/**)"],
	};
	const platforms = ["windows"];
	const files = kitOf({ ...deployment, groups: { pilot: { preset: "none", platforms, claudeCode: { permissions } } } });

	test("do each action that a machine with a shell does, with the same words", async () => {
		const shell = kitOf({
			...deployment,
			groups: { pilot: { preset: "none", platforms: ["linux"], claudeCode: { permissions } } },
		});
		const run = (await texts(files.get("pilot/actions.ps1") ?? "")).filter(({ name }) => name === "Invoke-Action");
		const { actions }: Expected = JSON.parse(files.get("pilot/expected.json") ?? "");
		expect(files.get("pilot/expected.json")).toBe(shell.get("pilot/expected.json"));
		expect(run.map(({ given: [id] }) => id)).toEqual(actions.filter(({ byHand }) => !byHand).map(({ id }) => id));
		expect(run.map(({ given }) => given.at(-1))).toContain("WebFetch(domain:a.example.net)");
		for (const { given } of run) for (const text of given) expect(text).not.toContain("pwned");
	});

	test("put a note where a rule names a folder of the user or a drive", () => {
		const script = files.get("pilot/actions.ps1") ?? "";
		expect(script).toContain("Add-Note (Join-Path $HOME '.aws/cowork-local-canary')\r\n");
		expect(script).toContain("Add-Note 'C:/Secrets/cowork-local-canary'\r\n");
		expect(script).toContain("Add-Note (Join-Path $work 'keys/cowork-local-canary')\r\n");
	});

	test("are read whole, in the code page of every machine, and quote what a text has", async () => {
		for (const name of ["check.ps1", "pilot/actions.ps1", "pilot/claude-code.ps1"]) {
			const script = files.get(name) ?? "";
			expect(script.startsWith("\ufeff")).toBe(true);
			expect(script.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
			await texts(script);
		}
		const quoted = powershellVariables({ A: "it's \u2019 $env:PATH `n" });
		expect(quoted).toBe("\ufeff$env:A = 'it''s \u2019\u2019 $env:PATH `n'\r\n");
	});

	test("set the variables that a shell would read", () => {
		const shell = kit.get("pilot/claude-code.env") ?? "";
		const windows = kit.get("pilot/claude-code.ps1") ?? "";
		const names = [...shell.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
		expect([...windows.matchAll(/^\ufeff?\$env:([A-Z_]+) = /gm)].map(([, name]) => name)).toEqual(names);
		expect(windows).toContain("$env:OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:4318'\r\n");
	});
});

const collector = realCollector();
const whyNot = "whyNot" in collector ? collector.whyNot : undefined;

interface Attributes {
	readonly [name: string]: string;
}

const otlp = (attributes: Attributes) =>
	Object.entries(attributes).map(([key, stringValue]) => ({ key, value: { stringValue } }));

/** Records of programs on a machine of a group. */
function logs(records: readonly Attributes[], service = "claude-code", group = "pilot") {
	const resource = { "service.name": service, "cowork.deployment": "eu", "cowork.group": group };
	const logRecords = records.map((record) => ({
		body: { stringValue: `claude_code.${record["event.name"]}` },
		attributes: otlp({ "user.id": "ada", ...record }),
	}));
	return {
		path: "/v1/logs" as const,
		body: { resourceLogs: [{ resource: { attributes: otlp(resource) }, scopeLogs: [{ logRecords }] }] },
	};
}

function numbers(names: readonly string[]) {
	const resource = { "service.name": "claude-code", "cowork.deployment": "eu", "cowork.group": "pilot" };
	const points = (name: string) => ({
		name,
		sum: {
			aggregationTemporality: 1,
			isMonotonic: true,
			dataPoints: [{ asDouble: 1, timeUnixNano: "1764460800000000000" }],
		},
	});
	return {
		path: "/v1/metrics" as const,
		body: {
			resourceMetrics: [{ resource: { attributes: otlp(resource) }, scopeMetrics: [{ metrics: names.map(points) }] }],
		},
	};
}

describe.skipIf(whyNot !== undefined || !program("jq"))(`the collector and jq${whyNot ? ` (${whyNot})` : ""}`, () => {
	const { actions, metrics: numbered } = expected("pilot");
	const sessions = new Map(actions.filter(({ byHand }) => !byHand).map(({ id }) => [id, `session of ${id}`]));
	const ofSession = (id: string) => ({ "session.id": sessions.get(id) ?? "by hand" });

	/** What comes where everything is as it should be. */
	const sound = actions.flatMap(({ id, byHand, expects }) => {
		const records = expects.map(({ "service.name": _, ...record }): Attributes => ({ ...record, ...ofSession(id) }));
		return records.map((record) => ({ record, service: byHand ? "cowork" : "claude-code" }));
	});

	async function findings(
		records: readonly { readonly record: Attributes; readonly service: string }[],
		noted = sessions,
	) {
		if ("whyNot" in collector) return "";
		return inFolder(async (folder) => {
			mkdirSync(path.join(folder, "received"));
			mkdirSync(path.join(folder, "pilot"));
			for (const name of ["check.sh", "check.jq", "pilot/expected.json"])
				writeFileSync(path.join(folder, name), kit.get(name) ?? "");
			const statuses = await intoFiles(collector.path, kit.get("collector.yaml") ?? "", folder, [
				...records.map(({ record, service }) => logs([record], service)),
				numbers(numbered),
			]);
			expect(new Set(statuses)).toEqual(new Set([200]));
			const lines = [...noted].map((pair) => pair.join("\t"));
			writeFileSync(path.join(folder, "received", "pilot.tsv"), `${lines.join("\n")}\n`);
			return run("sh", ["-c", 'sh "$1" pilot || echo "ended with $?"', "sh", path.join(folder, "check.sh")]);
		});
	}

	test("every event that the kit expects is seen where it comes", async () => {
		expect(await findings(sound)).toBe("pilot: every expected event came, and none that should not\n");
	}, 60_000);

	test("a rule that does not refuse is told, and so is a tool that should not be there", async () => {
		const ran = (id: string, tool: string, service = "claude-code") => ({
			record: { "event.name": "tool_result", tool_name: tool, success: "true", ...ofSession(id) },
			service,
		});
		const wrong = [ran("denied-rule-1", "Bash"), ran("denied-rule-5", "Read"), ran("x", "WebSearch", "cowork")];
		expect((await findings([...sound, ...wrong])).split("\n")).toEqual([
			"denied-rule-1: an event with event.name tool_result, tool_name Bash, success true",
			"denied-rule-5: an event with event.name tool_result, tool_name Read, success true",
			"disabled-tool-WebSearch: an event with service.name cowork, event.name tool_result, tool_name WebSearch",
			"ended with 1",
			"",
		]);
	}, 60_000);

	test("what did not come is told, and an action that nobody ran", async () => {
		const without = sound.filter(
			({ record }) => record.decision !== "reject" && record["event.name"] !== "api_request",
		);
		const noted = new Map([...sessions].filter(([id]) => id !== "denied-rule-2"));
		expect((await findings(without, noted)).split("\n")).toEqual([
			"cowork-session: no event with service.name cowork, event.name api_request",
			"denied-rule-1: no event with event.name tool_decision, tool_name Bash, decision reject",
			"denied-rule-2: was not run",
			"refused-command: no event with event.name tool_decision, tool_name Bash, decision reject",
			"safe-command: no event with event.name api_request",
			"ended with 1",
			"",
		]);
	}, 60_000);

	test("content that the machine sends is told, although no sink would get it", async () => {
		const prompt = {
			"event.name": "user_prompt",
			prompt: `run echo ${expected("pilot").canary}`,
			...ofSession("safe-command"),
		};
		expect((await findings([...sound, { record: prompt, service: "claude-code" }])).split("\n")).toEqual([
			"the device sends content, in prompt",
			"ended with 1",
			"",
		]);
	}, 60_000);
});
