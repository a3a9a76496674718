import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Does work in a folder that is gone when it is done. */
export async function inFolder<Result>(work: (folder: string) => Result | Promise<Result>): Promise<Result> {
	const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-"));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
