import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { deploymentProgram } from "../support/deployment-program.js";
import { describeEngine, Project, type Stack, secretText, shippedPackage } from "../support/engine.js";

const perimeter = "eu-perimeter-local";
const pilot = "eu-group-pilot-local";
const finance = "eu-group-finance-local";
const manifest = "eu-manifest-local";

/** Files for devices that name the revision of a group's settings, and those that do not. */
const ofRevision = [
	"linux/INSTALL.md",
	"linux/check-claude-desktop.sh",
	"macos/INSTALL.md",
	"macos/check-claude-desktop.sh",
	"macos/jamf-extension-attribute.sh",
	"macos/osquery-pack.json",
	"windows/Check-ClaudeDesktop.ps1",
	"windows/Claude-compliance.json",
	"windows/Claude-compliance.ps1",
	"windows/INSTALL.md",
	"windows/osquery-pack.json",
];
const ofEveryRevision = ["linux/osquery-pack.json", "macos/santa-static-rules.plist", "windows/applocker.xml"];

/** One stack from its first preview to its end; every test goes on where the one before it stopped. */
describeEngine("a stack on the real engine", () => {
	const root = shippedPackage();
	let project: Project;
	let stack: Stack;
	const file = (name: string) => project.inside("published/eu", name);
	const managed = (group: string) => file(`groups/${group}/profiles/linux/managed-settings.json`);

	beforeAll(async () => {
		project = new Project(root(), "lifecycle");
		project.write("main.mjs", deploymentProgram());
		stack = await project.stack();
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });
	}, 60_000);

	test("a preview plans every resource and touches nothing", async () => {
		const { changes } = await stack.preview();

		expect(changes).toEqual([
			{ name: finance, op: "create" },
			{ name: pilot, op: "create" },
			{ name: manifest, op: "create" },
			{ name: perimeter, op: "create" },
		]);
		expect(existsSync(project.inside("published"))).toBe(false);
	});

	test("up publishes, files with a secret for their owner only, and needs no plugin", async () => {
		await stack.up();

		expect(tree(project.inside("published"))).toEqual(
			[
				"eu/.owner.json",
				"eu/DATA.md",
				"eu/deployment.json",
				"eu/egress.json",
				"eu/egress.txt",
				"eu/firewall/squid/squid.conf",
				"eu/manifest.json",
				...["finance", "pilot"].flatMap((group) => [
					...[...ofRevision, ...ofEveryRevision].map((name) => `eu/groups/${group}/device/${name}`),
					`eu/groups/${group}/HANDOVER.md`,
					`eu/groups/${group}/egress.json`,
					`eu/groups/${group}/egress.txt`,
					`eu/groups/${group}/firewall/squid/squid.conf`,
					`eu/groups/${group}/profiles/linux/managed-settings.json`,
					`eu/groups/${group}/profiles/macos/com.anthropic.claudefordesktop.eu.${group}.mobileconfig`,
					`eu/groups/${group}/profiles/macos/com.anthropic.claudefordesktop.plist`,
					`eu/groups/${group}/profiles/windows/Claude-remove.reg`,
					`eu/groups/${group}/profiles/windows/Claude.reg`,
					`eu/groups/${group}/settings.json`,
				]),
			].sort(),
		);
		expect(JSON.parse(readFileSync(managed("pilot"), "utf8"))).toMatchObject({ inferenceGatewayApiKey: secretText });
		expect(statSync(managed("pilot")).mode & 0o777).toBe(0o600);
		expect(
			JSON.parse(readFileSync(file("groups/pilot/settings.json"), "utf8")).settings.inferenceGatewayApiKey.value,
		).toEqual({ secret: { fromProgram: "inference.gateway.signIn.apiKey" } });
		expect(existsSync(project.inside("home/plugins"))).toBe(false);
	});

	test("the secret is in no output and nowhere in state but encrypted", async () => {
		const state = stack.state();
		const outputs = JSON.stringify(await stack.inner.outputs());

		expect(state).not.toContain(secretText);
		expect(state).toContain("ciphertext");
		expect(outputs).not.toContain(secretText);
		expect(outputs).toContain("managed-settings.json");
	});

	test("a second up changes nothing", async () => {
		const before = stamps(project.inside("published"));

		const { changes, text } = await stack.up();

		expect(changes).toEqual([]);
		expect(text).not.toContain(secretText);
		expect(stamps(project.inside("published"))).toEqual(before);
	});

	test("a setting of one group that opens no host touches that group's files only", async () => {
		const before = stamps(project.inside("published"));
		const groups =
			'{ pilot: { preset: "standard", settings: { autoUpdaterEnforcementHours: 48 } }, finance: { preset: "lockedDown" } }';
		project.write("main.mjs", deploymentProgram({ groups }));

		const { changes } = await stack.up();

		expect(changes).toEqual([
			{ name: pilot, op: "update" },
			{ name: manifest, op: "update" },
		]);
		expect(touched(before, stamps(project.inside("published")))).toEqual([
			"eu/groups/pilot/HANDOVER.md",
			...ofRevision.map((name) => `eu/groups/pilot/device/${name}`),
			"eu/groups/pilot/profiles/linux/managed-settings.json",
			"eu/groups/pilot/profiles/macos/com.anthropic.claudefordesktop.eu.pilot.mobileconfig",
			"eu/groups/pilot/profiles/macos/com.anthropic.claudefordesktop.plist",
			"eu/groups/pilot/profiles/windows/Claude.reg",
			"eu/groups/pilot/settings.json",
			"eu/manifest.json",
		]);
	});

	test("a setting of one group that opens a host touches that group and the perimeter", async () => {
		const groups =
			'{ pilot: { preset: "standard", settings: { otlpEndpoint: "https://otel.example.com" } }, finance: { preset: "lockedDown" } }';
		project.write("main.mjs", deploymentProgram({ groups }));

		const { changes } = await stack.up();

		expect(changes).toEqual([
			{ name: pilot, op: "update" },
			{ name: manifest, op: "update" },
			{ name: perimeter, op: "update" },
		]);
		expect(readFileSync(file("egress.txt"), "utf8")).toContain("otel.example.com\n");
	});

	test("up restores what was edited, deleted or opened to others", async () => {
		const before = contents(project.inside("published"));
		writeFileSync(file("egress.txt"), "evil.example.com\n");
		rmSync(file("groups/pilot"), { recursive: true });
		chmodSync(managed("finance"), 0o644);

		const { changes } = await stack.up();

		expect(changes.map(({ op }) => op)).toEqual(["update", "update", "update", "update"]);
		expect(contents(project.inside("published"))).toEqual(before);
		expect(statSync(managed("finance")).mode & 0o777).toBe(0o600);
	});

	test("up on a machine that has none of the files writes them all", async () => {
		const before = contents(project.inside("published"));
		rmSync(project.inside("published"), { recursive: true });

		await stack.up();

		expect(contents(project.inside("published"))).toEqual(before);
	});

	test("refresh records damage, and the next up repairs it", async () => {
		const before = contents(project.inside("published"));
		writeFileSync(file("groups/pilot/egress.txt"), "");
		rmSync(file("groups/finance/egress.txt"));

		await stack.refresh();
		const state = stack.state();
		const { changes } = await stack.up();

		expect(state).toContain('"sha256":"damaged"');
		expect(state).toContain('"sha256":"absent"');
		expect(changes).toEqual([
			{ name: finance, op: "update" },
			{ name: pilot, op: "update" },
			{ name: manifest, op: "update" },
		]);
		expect(contents(project.inside("published"))).toEqual(before);
	});

	test("the files of a renamed group go, and those of a renamed deployment move", async () => {
		const groups = '{ early: { preset: "standard" }, finance: { preset: "lockedDown" } }';
		project.write("main.mjs", deploymentProgram({ groups, rest: "" }).replace("settings: {},", 'name: "emea",'));

		const { changes } = await stack.up();

		expect(changes).toEqual([
			{ name: "eu-group-early-local", op: "create" },
			{ name: finance, op: "update" },
			{ name: pilot, op: "delete" },
			{ name: manifest, op: "update" },
			{ name: perimeter, op: "update" },
		]);
		expect(readdirSync(project.inside("published"))).toEqual(["emea"]);
		expect(readdirSync(project.inside("published/emea/groups")).sort()).toEqual(["early", "finance"]);
	});

	test("destroy removes what the stack published, edited or not, and nothing else", async () => {
		const folder = project.inside("published/emea");
		writeFileSync(path.join(folder, "egress.txt"), "edited\n");
		rmSync(path.join(folder, "egress.json"));
		writeFileSync(path.join(folder, "groups/notes.txt"), "somebody's\n");
		mkdirSync(path.join(folder, "groups/early/egress.txt.d"));

		const { text } = await stack.destroy();

		expect(tree(project.inside("published"))).toEqual(["emea/groups/notes.txt"]);
		expect(text).toContain("published/emea/groups/ is no file of this bundle, and stays");
		expect(JSON.parse(stack.state()).checkpoint.latest.resources ?? []).toEqual([]);
	});
});

/** Every file below a folder, sorted. */
function tree(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
		.sort();
}

function contents(folder: string): Record<string, string> {
	return Object.fromEntries(tree(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}

function stamps(folder: string): Record<string, number> {
	return Object.fromEntries(tree(folder).map((name) => [name, statSync(path.join(folder, name)).ino]));
}

/** Names of the files that were written anew. */
function touched(before: Record<string, number>, after: Record<string, number>): string[] {
	return Object.keys(after).filter((name) => before[name] !== after[name]);
}
