import { spawn } from "node:child_process";
import path from "node:path";
import { program } from "./programs.js";

/** Of its own, so that nothing outlives a test that is stopped, or touches this machine. */
const own = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--"];

/** Why scripts cannot run in networks of their own here, or undefined. */
export function whyNoNamespaces(): string | undefined {
	if (!program("ip", ["-V"])) return "ip is not installed";
	return program("unshare", [...own, "true"]) ? undefined : "namespaces of its own need root";
}

/** What a script prints in namespaces of its own, given a folder. Throws with what it says on stderr where it fails. */
export function runInNamespaces(script: string, folder: string, timeout: number): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn("unshare", [...own, process.execPath, script, folder], { timeout });
		let printed = "";
		let complaints = "";
		child.stdout.on("data", (data) => {
			printed += data;
		});
		child.stderr.on("data", (data) => {
			complaints += data;
		});
		child.on("error", reject).on("close", (status) => {
			if (status === 0) resolve(printed);
			else reject(new Error(`${path.basename(script)} fails: ${complaints}`));
		});
	});
}
