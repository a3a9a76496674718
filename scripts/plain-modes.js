import { chmodSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Gives files the modes that a checkout under the usual umask has: an archive of them tells nothing of who packed it. */
export function plainModes(...places) {
	for (const place of places) {
		const isFolder = statSync(place).isDirectory();
		chmodSync(place, isFolder ? 0o755 : 0o644);
		if (isFolder) plainModes(...readdirSync(place).map((name) => path.join(place, name)));
	}
}
