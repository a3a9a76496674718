import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { program, run } from "./programs.js";

/** Whether Wine's registry editor is here: an implementation apart from Microsoft's, and from ours. */
export const hasWine = program("wine", ["--version"]);

const policies = "HKLM\\SOFTWARE\\Policies";

/** What a registry holds, and the file that Wine exports of it. */
export interface WineExport {
	readonly values: Readonly<Record<string, string>>;
	readonly file: Uint8Array;
}

/** What Wine's registry holds below a key of `HKLM\SOFTWARE\Policies` after each of the files alone. */
export function wineAfter(key: string, files: readonly Uint8Array[]): readonly WineExport[] {
	const folder = mkdtempSync(path.join(tmpdir(), "wine-"));
	const environment = {
		WINEPREFIX: path.join(folder, "prefix"),
		WINEARCH: "win64",
		WINEDEBUG: "-all",
		WINEDLLOVERRIDES: "mscoree,mshtml=",
		DISPLAY: "",
	};
	const wine = (...args: readonly string[]) => run("wine", args, environment);
	try {
		wine("wineboot", "-i");
		const at = (name: string) => path.join(folder, name);
		for (const [index, file] of files.entries()) writeFileSync(at(`${index}.reg`), file);
		// `regedit /S` ends with 0 whatever it understood: only what it left tells.
		const steps = files.flatMap((_, index) => [
			`reg delete ${policies}\\${key} /f`,
			`regedit /S Z:${at(`${index}.reg`).replaceAll("/", "\\")}`,
			`reg export ${policies}\\${key} Z:${at(`${index}.out`).replaceAll("/", "\\")} /y`,
		]);
		writeFileSync(at("run.bat"), steps.map((step) => `${step}\r\n`).join(""));
		wine("cmd", "/c", `Z:${at("run.bat").replaceAll("/", "\\")}`);
		return files.map((_, index) => {
			const file = new Uint8Array(readFileSync(at(`${index}.out`)));
			return { values: exported(file), file };
		});
	} finally {
		// Ends with 1 where none runs any more.
		spawnSync("wineserver", ["-k"], { env: { ...process.env, ...environment }, stdio: "ignore" });
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}

const line = /^"((?:[^"\\]|\\.)*)"="((?:[^"\\]|\\.)*)"$/s;

function exported(bytes: Uint8Array): Readonly<Record<string, string>> {
	const [head, , key, ...lines] = new TextDecoder("utf-16le").decode(bytes).trimEnd().split("\r\n");
	if (!head?.startsWith("Windows Registry Editor") || !key?.startsWith("[HKEY_LOCAL_MACHINE")) {
		throw new Error(`unknown export: ${head}`);
	}
	const values = lines.map((each): [string, string] => {
		const [, name, text] = line.exec(each) ?? [];
		if (name === undefined || text === undefined) throw new Error(`unknown value: ${each.slice(0, 200)}`);
		return [unescaped(name), unescaped(text)];
	});
	return Object.fromEntries(values);
}

function unescaped(text: string): string {
	const meaning: Readonly<Record<string, string>> = { n: "\n", r: "\r", "0": "\0" };
	return text.replace(/\\(.)/gs, (_, character: string) => meaning[character] ?? character);
}
