import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { program, run } from "./programs.js";
import { pythonHas, systemPython } from "./python.js";

const script = new URL("hive.py", import.meta.url).pathname;

/** Whether registry files can be merged into a hive here. */
export const canMerge = program("perl", ["-MWin::Hivex::Regedit", "-e0"]) && pythonHas("hivex");

/** Texts by the name of each value of type REG_SZ, without their terminators; another type is an error. */
export type RegistryValues = Readonly<Record<string, string>>;

/** A Windows machine's registry, as far as files of policies are merged into it; for the tests of one file. */
export function registries() {
	let folder = "";
	beforeAll(() => {
		folder = mkdtempSync(path.join(tmpdir(), "hives-"));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return {
		after: (files: readonly Uint8Array[], ...keys: readonly string[]) => machineIn(folder).after(files, ...keys),
	};
}

let count = 0;

function machineIn(folder: string) {
	const merge = (hive: string, bytes: Uint8Array) => {
		const source = path.join(folder, `${++count}.reg`);
		// The program takes UTF-8 with LF only.
		writeFileSync(source, new TextDecoder("utf-16le").decode(bytes).replaceAll("\r\n", "\n"));
		run("hivexregedit", ["--merge", "--prefix", "HKEY_LOCAL_MACHINE\\SOFTWARE", hive, source], {
			PERL_UNICODE: "SD",
		});
	};
	return {
		/** What stands below keys of `HKEY_LOCAL_MACHINE\SOFTWARE` once the files were merged one after the other. */
		after(files: readonly Uint8Array[], ...keys: readonly string[]): (RegistryValues | undefined)[] {
			const hive = path.join(folder, `${++count}.hive`);
			run(systemPython, [script, "new", hive]);
			for (const file of [policies, ...files]) merge(hive, file);
			return keys.map((key): RegistryValues | undefined => {
				const [found] = JSON.parse(run(systemPython, [script, "read", key, hive]));
				return found === null ? undefined : texts(found);
			});
		},
	};
}

/** What stands below a key of `HKEY_LOCAL_MACHINE\\SOFTWARE` after each of the files alone. */
export function mergedInto(key: string, files: readonly Uint8Array[]): (RegistryValues | undefined)[] {
	const folder = mkdtempSync(path.join(tmpdir(), "hives-"));
	try {
		const machine = machineIn(folder);
		return files.flatMap((file) => machine.after([file], key));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What every Windows has; the program does not create a key below one that is missing. */
const policies = new Uint8Array(
	Buffer.from(
		"\ufeffWindows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies]\r\n",
		"utf16le",
	),
);

const stringType = 1;

function texts(values: Readonly<Record<string, readonly [type: number, text: string]>>): RegistryValues {
	const entries = Object.entries(values).map(([name, [type, text]]) => {
		if (type !== stringType || !text.endsWith("\0")) throw new Error(`${name} is of type ${type}, or has no end`);
		return [name, text.slice(0, -1)];
	});
	return Object.fromEntries(entries);
}
