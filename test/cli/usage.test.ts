import { expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { plain, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const withoutInput = "cannot read -: standard input is read as a deployment alone; name a file";
const hint = "(add --help for usage and examples)";

test.each([
	[
		["synth", "x.yaml"],
		["error: required option '--out <dir>' not specified", hint],
	],
	[
		["synth", "--out", "o"],
		["error: missing required argument 'files'", hint],
	],
	[
		["synth", "x.yaml", "y.yaml", "--out", "o"],
		["cannot read x.yaml: there is no such file", "cannot read y.yaml: there is no such file"],
	],
	[["synth", "-", "-", "--out", "o"], ["- is given twice; standard input can be read once"]],
	[["egress", "x.yaml", "y.yaml", "--group", "g"], ["--group is of one deployment; name one file, or leave it out"]],
	[
		["egress", "x.yaml", "y.yaml"],
		["cannot read x.yaml: there is no such file", "cannot read y.yaml: there is no such file"],
	],
	[["synth", "x.yaml", "--out", "o", "--strct"], /^error: unknown option '--strct'/],
	[["sinth"], ["error: unknown command 'sinth'", "(Did you mean synth?)", hint]],
	[
		["explain", "examples/quickstart/deployment.yaml", "otlpEndpoint"],
		["the deployment has several groups; add --group with one of finance, general, pilot"],
	],
	[["egress", "x.yaml", "--format", "xml"], /^error: option '--format <format>' argument 'xml' is invalid\./],
	[
		["synth", "index.ts", "--out", "o"],
		[
			"index.ts is a program, which `pulumi preview` checks before anything is registered; name a deployment file in YAML or JSON, or a stack's file with one",
		],
	],
	[["synth", "x.yaml", "--out", ""], ["--out is empty; name the folder that receives the bundle"]],
	[["synth", "no-such.yaml", "--out", "o"], ["cannot read no-such.yaml: there is no such file"]],
	[["synth", "test", "--out", "o"], ["cannot read test: it is a folder; name the file in it that is meant"]],
	[
		["synth", "package.json/x", "--out", "o"],
		["cannot read package.json/x: a part of this path is a file, not a folder"],
	],
	[["synth", "", "--out", "o"], ["cannot read a file without a name; see that a variable is not empty"]],
	[["synth", "x.yaml", "./x.yaml", "x.yaml", "--out", "o"], ["x.yaml is named twice; name it once"]],
	[["synth", `${"a".repeat(300)}.yaml`, "--out", "o"], /^cannot read a+\.yaml: its name is too long$/],
	[["import", "-", "--out", "none.yaml"], [withoutInput]],
	[["check", "examples/quickstart/deployment.yaml", "--policies", "-"], [withoutInput]],
	[
		["import", "test/golden/bundle/quickstart/groups/pilot/profiles/windows/Claude.reg", "--out", "none/eu.yaml"],
		["cannot write none/eu.yaml: its folder is not there, or takes no files; make it, or name another"],
	],
	[
		["init", "--out", "none/eu.yaml"],
		["cannot write none/eu.yaml: its folder is not there, or takes no files; make it, or name another"],
	],
	[
		["check", "examples/quickstart/deployment.yaml", "--rules", "none.js"],
		["cannot load rules of none.js: there is no such file"],
	],
	[
		["verify", "eu.yaml", "--group", "pilot", "Claude.reg"],
		["Claude.reg comes last; expected files of a device, and then the deployment file"],
	],
	[["keys", "--section", "Conections"], ['no section "Conections"; did you mean "Connection"?']],
	[["keys", "--provider", "bedrok"], ['no provider "bedrok"; did you mean "bedrock"?']],
])("wrong usage ends with 2 and is said once, on standard error: %j", async (args, notices) => {
	const said = await invoke(args);
	expect(said).toMatchObject({ code: 2, results: [] });
	if (notices instanceof RegExp) expect(said.notices[0]).toMatch(notices);
	else expect(said.notices).toEqual(notices);
});

test.skipIf(process.platform !== "linux")("a folder that takes no folders ends the command, on Linux", async () => {
	const { code, notices } = await invoke(["synth", "examples/quickstart/deployment.yaml", "--out", "/proc/none"]);
	expect(code).toBe(2);
	expect(notices.at(-1)).toMatch(/^cannot write \/proc\/none\/quickstart: its folder is not there, or takes no files/);
});

test.each([
	["explain", "otlpEndpoint"],
	["egress", undefined],
])("%s names the groups there are", async (command, key) => {
	const file = write(folder(), plain);
	const args = [command, file, ...(key ? [key] : []), "--group", "pilots"];
	expect(await invoke(args)).toEqual({ code: 2, results: [], notices: ['no group "pilots"; did you mean "pilot"?'] });
});

test("without arguments the usage is shown as an error", async () => {
	const { code, results, notices } = await invoke([]);
	expect({ code, results }).toEqual({ code: 2, results: [] });
	expect(notices[0]).toBe("Usage: pulumi-cowork [options] [command]");
});

test.each([
	[["--help"], "  $ pulumi-cowork synth deployment.yaml --out out"],
	[["synth", "--help"], "  $ GATEWAY_KEY=... pulumi-cowork synth deployment.yaml --out out --strict"],
	[["explain", "--help"], "  $ pulumi-cowork explain deployment.yaml --group general coworkEgressAllowedHosts"],
	[["keys", "--help"], "  $ pulumi-cowork keys --provider bedrock --section connection"],
	[["egress", "--help"], "  $ pulumi-cowork egress deployment.yaml --format csv > hosts.csv"],
	[["init", "--help"], "  $ pulumi-cowork init --route bedrock --name eu --group pilot"],
	[["presets", "--help"], "  $ pulumi-cowork presets lockedDown"],
	[["help", "synth"], "Exit codes: 0 written, 1 the deployment is invalid, 2 wrong usage or a missing file."],
])("help teaches by example, on standard output: %j", async (args, line) => {
	const { code, results, notices } = await invoke(args);
	expect({ code, notices }).toEqual({ code: 0, notices: [] });
	expect(results).toContain(line);
});

test("every example of the help has the form that its command takes", async () => {
	for (const command of ["synth", "explain", "keys", "egress"]) {
		const { results } = await invoke([command, "--help"]);
		const examples = results.filter((line) => line.startsWith("  $ "));
		expect(examples.length, command).toBeGreaterThan(0);
		for (const line of examples) {
			const words = line
				.replace(/^.*? pulumi-cowork /, "")
				.replace(/ > \S+$/, "")
				.split(" ");
			const { notices } = await invoke(words);
			// There is no such file, which is all that may be wrong.
			for (const notice of notices)
				expect(notice).toMatch(/^cannot read (deployment|eu|us)\.yaml: there is no such file$/);
		}
	}
});

test("--version is the version alone", async () => {
	expect(await invoke(["--version"])).toEqual({ code: 0, results: ["0.1.0"], notices: [] });
});
