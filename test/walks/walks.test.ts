import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { describeEngine, Project, secretText } from "../support/engine.js";
import { installedPackage } from "../support/packed.js";
import { run } from "../support/programs.js";

// Each walk is what somebody in that role types who has the package and its README, in an empty folder and in order.
const folder = installedPackage();
const home = () => path.join(folder(), "node_modules/pulumi-cowork");
const file = (...steps: string[]) => path.join(folder(), ...steps);
const text = (...steps: string[]) => readFileSync(file(...steps), "utf8");

/** What the README says below a heading, up to the next. */
function section(heading: string): string {
	const readme = readFileSync(path.join(home(), "README.md"), "utf8");
	const [, after = ""] = readme.split(`\n${heading}\n`);
	return after.split(/^#+ /m)[0] ?? "";
}

/** Code of a section, as the README has it. */
function code(heading: string, language: string): string {
	const found = [...section(heading).matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))];
	expect(found.length).toBeGreaterThan(0);
	return found.map(([, block = ""]) => block).join("");
}

/** Types a section's commands, of which none may fail; what npm would install is there. */
function walk(heading: string): string {
	return typed(code(heading, "sh").replace(/^npm install .*\n/gm, ""));
}

function typed(commands: string): string {
	return run("sh", ["-euc", `cd "$1"; ${commands}`, "sh", folder()]);
}

/** Compiles the program of a project. */
function compile(project: string, program: string, more: object = {}): void {
	const usual = { strict: true, module: "nodenext", target: "es2022", types: ["node"], skipLibCheck: true };
	const settings = { compilerOptions: { ...usual, ...more }, files: [program] };
	writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify(settings));
	run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", project]);
}

beforeAll(() => {
	const command = path.join(home(), "dist/cli/main.js");
	mkdirSync(file("node_modules/.bin"));
	symlinkSync(command, file("node_modules/.bin/pulumi-cowork"));
	chmodSync(command, 0o755);
	writeFileSync(file("package.json"), '{ "private": true }\n');
	walk("## Start");
}, 300_000);

describe("with the README alone", { timeout: 120_000 }, () => {
	test("an endpoint engineer knows each file, holds a device against it, and reads one back", () => {
		const said = walk("### Endpoint engineer");
		const handover = text("out/eu/groups/pilot/HANDOVER.md");
		const profiles = [
			"macos/com.example.cowork.eu.pilot.mobileconfig",
			"windows/Claude.reg",
			"linux/managed-settings.json",
		];
		for (const each of profiles) {
			expect(existsSync(file("out/eu/groups/pilot/profiles", each))).toBe(true);
			expect(handover).toContain(path.basename(each));
		}
		expect(said).toContain("pilot: the device has what the deployment says");
		expect(text("before.yaml")).toContain("https://llm.example.com");
		typed("npx pulumi-cowork synth before.yaml --out again");
		expect(text("again/before/groups/pilot/profiles/linux/managed-settings.json")).toContain("llm.example.com");
	});

	test("a network engineer has every host with a reason, as a change request and as a table", () => {
		walk("### Network engineer");
		const hosts = text("out/eu/egress.txt").trim().split("\n");
		const request = text("request.md");
		expect(hosts.length).toBeGreaterThan(10);
		for (const host of hosts) expect(request).toContain(host.replace(/:\d+$/, ""));
		// One line above them names the columns.
		expect(text("pilot.csv").trim().split(/\r?\n/).length).toBeGreaterThan(hosts.length);
	});

	test("a security reviewer sees who receives data, every setting's layer, and what the deployment does", () => {
		const said = walk("### Security reviewer");
		expect(text("out/eu/DATA.md")).toMatch(/otel\.example\.com/);
		expect(said).toMatch(/autoUpdaterEnforcementHours.*preset/);
		expect(said).toMatch(/otlpEndpoint/);
		expect(JSON.parse(text("reviewed/eu/manifest.json"))).toMatchObject({ redacted: true });
	});

	test("a developer's program is checked by the compiler and runs", () => {
		const project = file("developer");
		mkdirSync(project);
		writeFileSync(path.join(project, "package.json"), '{ "type": "module", "private": true }\n');
		writeFileSync(path.join(project, "compile.ts"), code("### TypeScript developer", "ts"));
		compile(project, "compile.ts");
		const said = run(process.execPath, [path.join(project, "compile.js")]);
		expect(said).toMatch(/^groups\/pilot\/profiles\/windows\/Claude\.reg \d+$/m);
	});
});

describeEngine("with the README alone, too", () => {
	test("a platform engineer sees what is created, and deploys the program", async () => {
		walk("### Platform engineer");
		const project = new Project(folder(), "platform");
		project.write("bin/index.js");
		writeFileSync(project.inside("package.json"), '{ "name": "platform", "type": "module" }\n');
		writeFileSync(project.inside("index.ts"), code("### Platform engineer", "ts"));
		compile(project.folder, "index.ts", { outDir: "bin" });
		const stack = await project.stack();
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });
		const { outputs } = await stack.up();
		const published = readFileSync(project.inside("published/eu/groups/pilot/profiles/windows/Claude.reg"), "utf16le");
		await stack.destroy();
		expect(outputs.hosts?.value).toContain("llm.example.com");
		expect(published).toContain(secretText);
	});
});
