import { homedir } from "node:os";
import path from "node:path";

/** Where `.ci/run` puts what only tests need. */
export function cached(...steps: readonly string[]): string {
	return path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), ".cache"), "pulumi-cowork", ...steps);
}
