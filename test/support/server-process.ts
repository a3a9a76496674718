import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Waits until a program says something of a form, such as where it listens. */
export function saying(child: ChildProcess, form: RegExp): Promise<RegExpExecArray> {
	let said = "";
	let found: RegExpExecArray | null = null;
	return new Promise((resolve, reject) => {
		const hear = (piece: Buffer) => {
			if (found) return;
			said += piece;
			found = form.exec(said);
			if (found) resolve(found);
		};
		// It goes on saying things there, and would stop if nobody took them.
		child.stdout?.on("data", hear);
		child.stderr?.on("data", hear);
		child.once("close", () => reject(new Error(`${child.spawnfile} ends before it says ${form}: ${said}`)));
		child.once("error", reject);
	});
}

/** Ends a program, of which nothing is left then. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const closed = once(child, "close");
	child.kill(signal);
	await closed;
}
