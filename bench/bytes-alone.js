// Makes the bytes of a written bundle of values in memory, hashes and writes them elsewhere, and prints how long that took
// the processor: what compiling could take at the least. Takes the folder that was written, and another.
import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const [from, to] = process.argv.slice(2);
const files = readdirSync(from, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => {
		const file = path.join(entry.parentPath, entry.name);
		const text = readFileSync(file, "utf8");
		return {
			file: path.join(to, path.relative(from, file)),
			value: entry.name.endsWith(".json") ? JSON.parse(text) : text,
		};
	});

const before = process.cpuUsage();
const digests = files.map(({ file, value }) => {
	const text = typeof value === "string" ? value : JSON.stringify(value, undefined, "\t");
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
	return hash("sha256", text);
});
const { user, system } = process.cpuUsage(before);
if (digests.length === 0) throw new Error(`${from} has no files`);
process.stdout.write(String((user + system) / 1000));
