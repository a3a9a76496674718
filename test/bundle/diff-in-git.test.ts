import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { run } from "../support/programs.js";

const folder = temporaryFolder();
const page = readFileSync("docs/bundle.md", "utf8");
const [, attributes = ""] = /`([^`]+)` in `\.gitattributes`/.exec(page) ?? [];
const [, converter = ""] = /`git config diff\.utf16\.textconv "([^"]+)"`/.exec(page) ?? [];

test.each(["Claude.reg", "Claude.reg.redacted"])(
	"what docs/bundle.md says keeps the bytes of %s in Git, and shows what changed in it",
	(name) => {
		const work = path.join(folder(), name);
		mkdirSync(work);
		const git = (...args: string[]) =>
			run("git", ["-C", work, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args]);
		const write = (value: string) =>
			writeFileSync(path.join(work, name), `\ufeffWindows Registry Editor\r\n"key"="${value}"\r\n`, "utf16le");
		git("init", "--quiet");
		git("config", "core.autocrlf", "true");
		git("config", "diff.utf16.textconv", converter);
		writeFileSync(path.join(work, ".gitattributes"), `${attributes}\n`);
		write("before");
		const bytes = readFileSync(path.join(work, name));
		git("add", ".");
		git("commit", "--quiet", "--message", "first");
		write("after");
		const shown = git("diff");
		rmSync(path.join(work, name));
		git("checkout", "--", name);

		expect(shown).toMatch(/^-"key"="before"\r?$/m);
		expect(shown).toMatch(/^\+"key"="after"\r?$/m);
		expect(readFileSync(path.join(work, name))).toEqual(bytes);
	},
);
