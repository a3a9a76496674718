import { execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, cpSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { ProfileFormat } from "../../src/profiles/format.js";
import { profileFormats, profileTemplates } from "../../src/profiles/index.js";
import { shippedCommand, temporaryFolder, withoutProgress } from "../support/command.js";
import { program } from "../support/programs.js";
import { broken, plain, withSecret, write } from "./deployments.js";

const folder = temporaryFolder();
const { main, run } = shippedCommand();
const quickstart = path.resolve("examples/quickstart/deployment.yaml");

/** The content of every file below a folder. */
function contents(directory: string): Record<string, string> {
	const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return Object.fromEntries(
		files.map((entry) => {
			const place = path.join(entry.parentPath, entry.name);
			return [path.relative(directory, place), readFileSync(place, "latin1")];
		}),
	);
}

test("results go to standard output, problems to standard error, and the exit code tells which it was", () => {
	const cwd = folder();
	write(cwd, plain, "plain.yaml");
	write(cwd, broken, "broken.yaml");
	const written = run(["synth", "plain.yaml", "--out", "out"], {}, { cwd });
	expect(written).toMatchObject({ status: 0, stderr: "" });
	expect(written.stdout.split("\n")[0]).toBe("eu: written to out/eu");
	const invalid = run(["synth", "broken.yaml", "--out", "out"], {}, { cwd });
	expect(invalid).toMatchObject({ status: 1, stdout: "" });
	expect(invalid.stderr.trimEnd().split("\n")).toHaveLength(4);
	expect(run(["synth", "plain.yaml"], {}, { cwd })).toEqual({
		status: 2,
		stdout: "",
		stderr: "error: required option '--out <dir>' not specified\n(add --help for usage and examples)\n",
	});
	expect(run(["synth", "gone.yaml", "--out", "out"], {}, { cwd })).toEqual({
		status: 2,
		stdout: "",
		stderr: "cannot read gone.yaml: there is no such file\n",
	});
	expect(run(["--help"], {}, { cwd })).toMatchObject({ status: 0, stderr: "" });
});

test("a bundle does not depend on time zone, language, or where it is compiled", () => {
	const byMdm = Object.entries<ProfileFormat>(profileFormats).filter(([, { delivery }]) => delivery !== "bootstrap");
	const words = [...byMdm.map(([word]) => word), ...Object.keys(profileTemplates)];
	const everyFormat = `${readFileSync(quickstart, "utf8")}\nprofiles:\n${words.map((word) => `  ${word}: {}\n`).join("")}`;
	const reference = path.join(folder(), "reference");
	expect(run(["synth", write(folder(), everyFormat, "every-format.yaml"), "--out", reference]).status).toBe(0);
	for (const [zone, locale] of [
		["Pacific/Kiritimati", "tr_TR.UTF-8"],
		["America/St_Johns", "C"],
		["Asia/Kolkata", "ja_JP.eucJP"],
	] as const) {
		const cwd = path.join(folder(), locale);
		const copy = write(cwd, everyFormat, "other-name.yaml");
		const environment = { TZ: zone, LANG: locale, LC_ALL: locale, LANGUAGE: locale };
		expect(run(["synth", copy, "--out", "out"], environment, { cwd }).status).toBe(0);
		expect(contents(path.join(cwd, "out")), `${zone} ${locale}`).toEqual(contents(reference));
	}
});

test("the same deployment in JSON gives the same bundle", async () => {
	const { parse } = await import("yaml");
	const file = write(folder(), JSON.stringify(parse(readFileSync(quickstart, "utf8"))), "deployment.json");
	for (const [from, to] of [
		[file, "of-json"],
		[quickstart, "of-yaml"],
	] as const)
		expect(run(["synth", from, "--out", path.join(folder(), to)]).status).toBe(0);
	expect(contents(path.join(folder(), "of-json"))).toEqual(contents(path.join(folder(), "of-yaml")));
});

test("a deployment may come by standard input, beside one of a file", () => {
	const cwd = path.join(folder(), "input");
	write(cwd, plain);
	const input = plain.replace("name: eu", "name: us");
	const { status, stdout, stderr } = run(["synth", "deployment.yaml", "-", "--out", "out"], {}, { cwd, input });
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	expect(stdout).toContain("perimeter of eu, us: written to out/perimeter");
	write(cwd, input, "us.yaml");
	expect(run(["synth", "us.yaml", "--out", "alone"], {}, { cwd }).status).toBe(0);
	expect(contents(path.join(cwd, "out/us"))).toEqual(contents(path.join(cwd, "alone/us")));
});

test.each([
	["nothing", "", "is empty; expected an object"],
	["what is no UTF-8", Buffer.from([0xff, 0x0a]), "is not UTF-8 text here; save the file as UTF-8"],
	[
		"more than a file may have",
		"#".repeat(16 * 1024 * 1024 + 1),
		"is larger than 16 MB (16777216 bytes); split it and extend the parts",
	],
])("standard input that is %s is a problem of its first line", (_, input, message) => {
	expect(run(["synth", "-", "--out", path.join(folder(), "none")], {}, { input })).toEqual({
		status: 1,
		stdout: "",
		stderr: `deployment (standard input:1:1): ${message}\n`,
	});
});

describe("a secret", () => {
	const key = "sk-very-secret-0815";

	test("of the environment stands in profiles alone, with mode 0600", () => {
		const out = path.join(folder(), "secret");
		const file = write(folder(), withSecret.replace("[linux]", "[linux, macos, windows]"), "secret.yaml");
		const { status, stdout, stderr } = run(["synth", file, "--out", out], { GATEWAY_KEY: key });
		expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
		expect(stdout).not.toContain(key);
		const carrying = Object.entries(contents(out)).filter(
			([, text]) => text.includes(key) || text.replaceAll("\0", "").includes(key),
		);
		expect(carrying.map(([name]) => name).sort()).toEqual([
			"eu/groups/pilot/profiles/linux/managed-settings.json",
			"eu/groups/pilot/profiles/macos/com.anthropic.claudefordesktop.plist",
			"eu/groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig",
			"eu/groups/pilot/profiles/windows/Claude.reg",
		]);
		if (process.platform === "win32") return;
		for (const [name] of carrying) expect((statSync(path.join(out, name)).mode & 0o777).toString(8)).toBe("600");
	});

	test("that is written down is an error that does not repeat it", () => {
		const file = write(folder(), withSecret.replace("{ fromEnv: GATEWAY_KEY }", key), "plain-secret.yaml");
		const { status, stdout, stderr } = run(["synth", file, "--out", path.join(folder(), "none")]);
		expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
		expect(stderr).toContain("inference.gateway.signIn.apiKey");
		expect(stderr).not.toContain("sk-");
		for (const command of ["explain", "egress"]) {
			const args = [command, file, "--group", "pilot", ...(command === "explain" ? ["inferenceGatewayApiKey"] : [])];
			expect(run(args).stderr).not.toContain("sk-");
		}
	});
});

test("colours are off where standard output is no terminal, and with NO_COLOR", () => {
	const out = path.join(folder(), "colours");
	for (const environment of [{}, { NO_COLOR: "1" }, { TERM: "dumb" }])
		expect(run(["synth", quickstart, "--out", out], environment).stdout).not.toContain("\u001b[");
});

/** Runs the command on a terminal of its own, which util-linux's script provides. */
function onTerminal(environment: Readonly<Record<string, string>>): string {
	const line = `${process.execPath} ${main()} synth ${quickstart} --out ${path.join(folder(), "terminal")}`;
	const env = { PATH: process.env.PATH ?? "", TERM: "xterm", ...environment };
	return execFileSync("script", ["-qec", line, "/dev/null"], { encoding: "utf8", env });
}

// The script of macOS and the BSDs takes other arguments, and knows no --version.
test.skipIf(!program("script"))("colours are on on a terminal, unless NO_COLOR says otherwise (needs script)", () => {
	expect(onTerminal({})).toContain("\u001b[1mquickstart\u001b[22m");
	expect(onTerminal({ NO_COLOR: "1" })).not.toContain("\u001b[");
});

test.each([
	["stdout", ["synth", quickstart, "--out", "out"], 0],
	["stderr", ["synth", quickstart], 2],
] as const)("a reader of %s that has seen enough is no failure", async (stream, args, expected) => {
	const child = spawn(process.execPath, [main(), ...args], { cwd: folder() });
	child[stream].destroy();
	const other = stream === "stdout" ? child.stderr : child.stdout;
	let said = "";
	other.on("data", (chunk) => {
		said += chunk;
	});
	const code = await new Promise((resolve) => child.on("close", resolve));
	expect({ code, said: withoutProgress(said) }).toEqual({ code: expected, said: "" });
});

test("a long result arrives whole through a pipe", () => {
	const keys: unknown = JSON.parse(run(["keys", "--json"]).stdout);
	expect(keys).toHaveLength(141);
});

test("what a deployment does not use is not loaded", () => {
	const copy = path.join(folder(), "command");
	cpSync(path.dirname(main()), copy, { recursive: true });
	const unused = ["squid", "fleet", "vertex", "claude-code", "catalogue", "redact", "sign", "reg-reader", "trust"];
	for (const name of [...unused, "synth-together", "observability"]) rmSync(path.join(copy, `${name}.js`));
	const cwd = folder();
	const compile = (more: string) => {
		const file = write(cwd, `${plain}profiles: { managedSettings: {} }\n${more}`, "few.yaml");
		const args = [path.join(copy, "main.js"), "synth", file, "--out", path.join(cwd, "few")];
		return spawnSync(process.execPath, args, { encoding: "utf8", cwd });
	};
	const { status, stderr } = compile("firewall: { json: {} }\n");
	// On a busy machine the command tells how far it is.
	const problems = stderr.split("\n").filter((line) => line !== "" && !line.startsWith("compiling "));
	expect({ status, problems }).toEqual({ status: 0, problems: [] });
	expect(compile("firewall: { squid: {} }\n").stderr).toContain("squid.js");
	expect(compile("claudeCode: {}\n").stderr).toContain("claude-code.js");
	expect(compile("observability: {}\n").stderr).toContain("observability.js");
});

test("the licences of what the command was built with are beside it", () => {
	const licences = readFileSync(path.join(path.dirname(main()), "licences.txt"), "utf8");
	for (const name of ["commander", "yaml", "tldts", "uuid", "ipaddr.js", "cli-table3", "picocolors"])
		expect(licences).toMatch(new RegExp(`^${name}$`, "m"));
});

describe.skipIf(!existsSync("/dev/full"))("a result that cannot be printed: needs /dev/full", () => {
	const toFull = (args: readonly string[]) => {
		const full = openSync("/dev/full", "w");
		const { status, stderr } = spawnSync(process.execPath, [main(), ...args], {
			cwd: folder(),
			encoding: "utf8",
			stdio: ["ignore", full, "pipe"],
		});
		closeSync(full);
		return { status, stderr: withoutProgress(stderr) };
	};

	test("is told, and that the bundle was written all the same", () => {
		write(folder(), plain, "full.yaml");
		const synth = ["synth", "full.yaml", "--out", "full"];
		const cannot = "cannot print the result: no space is left on the device";

		expect(toFull(synth)).toEqual({ status: 2, stderr: `${cannot}; full/eu was written all the same\n` });
		expect(existsSync(path.join(folder(), "full/eu/manifest.json"))).toBe(true);
		expect(toFull(synth)).toEqual({ status: 2, stderr: `${cannot}; full/eu was up to date all the same\n` });
		expect(toFull(["keys"])).toEqual({ status: 2, stderr: `${cannot}\n` });
	});
});

describe.skipIf(process.platform === "win32")("modes", () => {
	test.each([
		["022", "644", "755"],
		["077", "600", "700"],
		["027", "640", "750"],
		["000", "644", "755"],
	])("umask %s narrows them, and widens none", (umask, file, directory) => {
		write(folder(), withSecret, "modes.yaml");
		const out = `umask-${umask}`;
		const script = 'umask "$1"; shift; exec "$@"';
		const args = ["-c", script, "sh", umask, process.execPath, main(), "synth", "modes.yaml", "--out", out];
		const env = { PATH: process.env.PATH ?? "", GATEWAY_KEY: "k" };
		execFileSync("sh", args, { cwd: folder(), env, stdio: "ignore" });
		const modeOf = (...steps: string[]) => (statSync(path.join(folder(), out, ...steps)).mode & 0o777).toString(8);

		expect(modeOf("eu/egress.txt")).toBe(file);
		expect(modeOf("eu/manifest.json")).toBe(file);
		expect(["", "eu", "eu/groups", "eu/groups/pilot"].map((each) => modeOf(each))).toEqual(Array(4).fill(directory));
		expect(modeOf("eu/groups/pilot/profiles/linux/managed-settings.json")).toBe("600");
	});
});
