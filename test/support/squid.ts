import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder } from "./in-folder.js";
import { runInNamespaces, whyNoNamespaces } from "./namespaces.js";
import { program } from "./programs.js";

export interface SquidProbe {
	/** `CONNECT` opens a tunnel; anything else asks for `http://<target>/`. */
	readonly method: "CONNECT" | "POST";
	/** `api.example.com:443`. */
	readonly target: string;
	/** Address of the client. @default "127.0.0.1" */
	readonly from?: string;
	/** Who the client says it is; nobody where absent. */
	readonly user?: string;
}

export interface SquidLive {
	/** Rules to prove, without the settings that a running proxy needs. */
	readonly rules: string;
	/** Names that resolve to this machine. */
	readonly names: readonly string[];
	/** IP addresses that this machine answers on, besides the loopback. */
	readonly addresses: readonly string[];
	/** Ports on which something answers. */
	readonly ports: readonly number[];
	readonly probes: readonly SquidProbe[];
}

/** Why Squid cannot check a file here, or undefined. */
export const whyNoSquid: string | undefined = program("squid", ["-v"]) ? undefined : "squid is not installed";

/** Why Squid cannot run in a network of its own here, or undefined. */
export const whyNoLiveSquid: string | undefined = whyNoSquid ?? whyNoNamespaces();

/** What `squid -k parse` says about a rule set: its exit status and the lines that complain. */
export function parseWithSquid(rules: string): Promise<{ status: number | null; complaints: string[] }> {
	return inSquidsFolder((folder) => {
		const file = join(folder, "squid.conf");
		writeFileSync(file, settings(folder) + rules);
		const { status, stderr } = spawnSync("squid", ["-k", "parse", "-f", file], { encoding: "utf8", timeout: 60_000 });
		return { status, complaints: stderr.split("\n").filter((line) => /WARNING|ERROR|FATAL|Bungled/.test(line)) };
	});
}

/** The status that a running Squid answers to each probe. */
export function askSquid(live: SquidLive): Promise<number[]> {
	return inSquidsFolder(async (folder) => {
		writeFileSync(join(folder, "squid.conf"), settings(folder) + live.rules);
		writeFileSync(join(folder, "hosts"), live.names.map((name) => `127.0.0.1 ${name}\n`).join(""));
		writeFileSync(join(folder, "live.json"), JSON.stringify(live));
		const script = fileURLToPath(new URL("squid-live.mjs", import.meta.url));
		return JSON.parse(await runInNamespaces(script, folder, 50_000));
	});
}

/** Settings that every Squid needs; the rest is the rule set under test. */
function settings(folder: string): string {
	return [
		"http_port 127.0.0.1:3128",
		`pid_filename ${folder}/squid.pid`,
		`cache_log ${folder}/cache.log`,
		"access_log none",
		`coredump_dir ${folder}`,
		`hosts_file ${folder}/hosts`,
		"cache deny all",
		"shutdown_lifetime 0 seconds",
		"",
	].join("\n");
}

/** A folder that Squid's own user can write to. */
function inSquidsFolder<Result>(work: (folder: string) => Result | Promise<Result>): Promise<Result> {
	return inFolder((folder) => {
		chmodSync(folder, 0o777);
		writeFileSync(join(folder, "hosts"), "");
		return work(folder);
	});
}
