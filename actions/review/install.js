// Takes the archive of the package from the registry and unpacks it. The command in it needs no other package, so that
// nothing is resolved and no script of any package runs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync } from "node:fs";
import path from "node:path";
import { tell } from "./tell.js";

const { VERSION, INTEGRITY, RUNNER_TEMP, GITHUB_OUTPUT } = process.env;
const own = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const version = VERSION || own.version;

try {
	if (!/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(version))
		throw new Error(`version is ${JSON.stringify(version)}; it has to be a whole one, such as ${own.version}`);
	const folder = mkdtempSync(path.join(RUNNER_TEMP, "pulumi-cowork-"));
	const packed = run("npm", "pack", `${own.name}@${version}`, "--json", "--pack-destination", folder);
	const archive = path.join(folder, JSON.parse(packed)[0].filename);
	const found = `sha512-${createHash("sha512").update(readFileSync(archive)).digest("base64")}`;
	if (INTEGRITY && INTEGRITY !== found)
		throw new Error(`the archive of ${own.name} ${version} has the digest ${found}; integrity names another`);
	run("tar", "-xzf", archive, "-C", folder);
	appendFileSync(GITHUB_OUTPUT, `command=node '${path.join(folder, "package", own.bin[own.name])}'\n`);
} catch (error) {
	tell("error", error.message);
	process.exitCode = 1;
}

/** Away from the checkout, whose .npmrc would name another registry: whoever opens the pull request writes it. */
function run(command, ...args) {
	const { status, stdout, stderr } = spawnSync(command, args, { cwd: RUNNER_TEMP, encoding: "utf8" });
	if (status !== 0) throw new Error(`${command} ${args[0]} fails: ${stderr}`);
	return stdout;
}
