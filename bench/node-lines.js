// Lines of Node that are installed: the one that runs, those that BENCH_NODES names, and the newest of each line that a
// version manager has.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

const program = process.platform === "win32" ? "node.exe" : "bin/node";
/** Where managers keep versions, and where in a version's folder its files are. */
const managers = [
	{ folder: process.env.NVM_DIR && path.join(process.env.NVM_DIR, "versions/node"), inside: "" },
	{ folder: ".nvm/versions/node", inside: "" },
	{ folder: process.env.FNM_DIR && path.join(process.env.FNM_DIR, "node-versions"), inside: "installation" },
	{ folder: ".local/share/fnm/node-versions", inside: "installation" },
	{ folder: ".volta/tools/image/node", inside: "" },
	{ folder: ".asdf/installs/nodejs", inside: "" },
	{ folder: ".local/share/mise/installs/node", inside: "" },
];

/** One program for each line, the running one first; they are looked for once. */
export function nodeLines() {
	found ??= findLines();
	return found;
}

let found;

function findLines() {
	// Paths with `:` between them, `;` on Windows.
	const named = (process.env.BENCH_NODES ?? "").split(path.delimiter).filter((node) => node !== "");
	const lines = new Map();
	for (const node of [process.execPath, ...named, ...managed()]) {
		const line = lineOf(node);
		if (line === undefined && named.includes(node)) throw new Error(`BENCH_NODES names ${node}, which is no Node`);
		if (line !== undefined && !lines.has(line)) lines.set(line, node);
	}
	return [...lines].map(([line, node]) => ({ line, node }));
}

function lineOf(node) {
	const { status, stdout } = spawnSync(node, ["-p", "process.versions.node.split('.')[0]"], { encoding: "utf8" });
	return status === 0 ? stdout.trim() : undefined;
}

/** Newest first; a line that the package is not for is none. */
function managed() {
	const versions = managers.flatMap(({ folder, inside }) => {
		const place = folder && path.resolve(homedir(), folder);
		if (!place || !existsSync(place)) return [];
		return readdirSync(place).map((version) => ({ version, node: path.join(place, version, inside, program) }));
	});
	const newest = versions.sort((a, b) => b.version.localeCompare(a.version, undefined, { numeric: true }));
	return newest.filter(({ version }) => Number.parseInt(version.replace(/^v/, ""), 10) >= 20).map(({ node }) => node);
}
