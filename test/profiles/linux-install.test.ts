import {
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { linuxInstall } from "../../src/profiles/linux-install.js";
import { program, run } from "../support/programs.js";
import { identity, profileCases, render } from "./cases.js";
import { hostileSettings } from "./hostile.js";

const folder = mkdtempSync(path.join(tmpdir(), "linux-"));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = profileCases["one-of-each-type"].settings;
const files = await render(linuxInstall, settings);
const [install, tasks, remove] = [...files, ...(linuxInstall.removals?.(identity, {}) ?? [])];
const scripts = [install, remove];

function place(name: string, content: Uint8Array | string | undefined): string {
	mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
	writeFileSync(path.join(folder, name), content ?? "");
	return path.join(folder, name);
}

let root = "";
beforeEach(() => {
	root = mkdtempSync(path.join(folder, "root-"));
});
const etc = () => path.join(root, "etc/claude-desktop");
const installed = () => path.join(etc(), "managed-settings.json");

/** Owner, group and mode, and whether it is a link. */
function stateOf(file: string) {
	const { uid, gid, mode } = lstatSync(file);
	return { uid, gid, mode: (mode & 0o777).toString(8), isLink: lstatSync(file).isSymbolicLink() };
}

const ways = [
	{
		way: "the script",
		needs: "to run as root",
		isHere: process.getuid?.() === 0,
		install: () => run("sh", [place("install.sh", install?.content)], { DESTDIR: root }),
	},
	{
		way: "the tasks of Ansible",
		needs: "ansible-playbook, and to run as root",
		isHere: process.getuid?.() === 0 && program("ansible-playbook"),
		install: () => {
			place("tasks.yml", tasks?.content);
			const play =
				"- hosts: localhost\n  gather_facts: false\n  tasks:\n    - ansible.builtin.include_tasks: tasks.yml\n";
			const extra = ["-i", "localhost,", "-c", "local", "-e", `claude_root=${root}`];
			return run("ansible-playbook", [...extra, place("play.yml", play)], { ANSIBLE_NOCOLOR: "1" });
		},
	},
];

for (const { way, needs, isHere, install: runInstall } of ways) {
	describe.skipIf(!isHere)(`${way}: needs ${needs}`, { timeout: 120_000 }, () => {
		test("installs what the app reads, twice the same", () => {
			runInstall();
			const once = readFileSync(installed(), "utf8");
			runInstall();
			expect(readFileSync(installed(), "utf8")).toBe(once);
			expect(JSON.parse(once)).toEqual(settings);
			expect(stateOf(installed())).toEqual({ uid: 0, gid: 0, mode: "644", isLink: false });
			expect(stateOf(etc())).toEqual({ uid: 0, gid: 0, mode: "755", isLink: false });
			expect(readdirSync(etc())).toEqual(["managed-settings.json"]);
		});

		test("mends a mode that the app refuses, and replaces a link rather than its target", () => {
			mkdirSync(etc(), { recursive: true, mode: 0o777 });
			writeFileSync(path.join(root, "target"), "untouched");
			symlinkSync(path.join(root, "target"), installed());
			runInstall();
			expect(stateOf(installed())).toEqual({ uid: 0, gid: 0, mode: "644", isLink: false });
			expect(stateOf(etc()).mode).toBe("755");
			expect(readFileSync(path.join(root, "target"), "utf8")).toBe("untouched");
		});

		test("refuses a folder that is a link", () => {
			mkdirSync(path.join(root, "elsewhere"));
			mkdirSync(path.join(root, "etc"));
			symlinkSync(path.join(root, "elsewhere"), etc());
			expect(runInstall).toThrow();
			expect(readdirSync(path.join(root, "elsewhere"))).toEqual([]);
		});
	});
}

describe.skipIf(process.getuid?.() !== 0)("removal: needs to run as root", () => {
	test("leaves nothing that the app reads, and is no error where nothing is", () => {
		run("sh", [place("install.sh", install?.content)], { DESTDIR: root });
		run("sh", [place("remove.sh", remove?.content)], { DESTDIR: root });
		expect(existsSync(installed())).toBe(false);
		run("sh", [place("remove.sh", remove?.content)], { DESTDIR: root });
	});
});

test.skipIf(process.getuid?.() !== 0 || !program("setpriv"))(
	"the script says why it must run as root: needs setpriv",
	() => {
		const script = new TextDecoder().decode(install?.content);
		expect(() => run("setpriv", ["--reuid=65534", "--clear-groups", "sh", "-c", script], { DESTDIR: root })).toThrow(
			/must run as root: Claude Desktop reads the settings only where root owns them/,
		);
	},
);

describe.skipIf(!program("shellcheck"))("shellcheck: needs it", () => {
	test("finds nothing in the scripts, whatever the settings", async () => {
		const hostile = await render(linuxInstall, hostileSettings["what languages give a meaning"] ?? {});
		const paths = [...scripts, hostile[0]].map((file, index) => place(`${index}.sh`, file?.content));
		expect(run("shellcheck", ["--shell=sh", "--severity=style", ...paths])).toBe("");
	});
});

describe.skipIf(!program("ansible-lint"))("ansible-lint: needs it", { timeout: 120_000 }, () => {
	test("finds nothing in the tasks, whatever the settings", async () => {
		const hostile = await render(linuxInstall, hostileSettings["what languages give a meaning"] ?? {});
		place("lint/tasks/main.yml", tasks?.content);
		place("lint/tasks/hostile.yml", hostile[1]?.content);
		const args = ["--offline", "--profile", "production", "--nocolor", "-q", "tasks/main.yml", "tasks/hostile.yml"];
		run("sh", ["-c", `cd '${path.join(folder, "lint")}' && exec ansible-lint ${args.join(" ")}`]);
	});
});
