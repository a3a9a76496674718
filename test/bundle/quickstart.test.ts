import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import { compileFile } from "./compiled.js";

const golden = path.resolve("test/golden/bundle");
const { bundle, allWarnings } = await compileFile("examples/quickstart/deployment.yaml");

describe("the bundle of the quickstart", () => {
	test("has no warnings and leaves nothing out", () => {
		expect([...allWarnings, ...bundle.omitted]).toEqual([]);
	});

	test.each(bundle.files.map((file) => [file.path, file.content] as const))("%s", async (file, content) => {
		const place = path.join(golden, bundle.deployment, file);
		if (isText(content)) await expect(Buffer.from(content).toString("utf8")).toMatchFileSnapshot(place);
		else expectBytes(content, place);
	});

	test("has no other files", () => {
		const standing = readdirSync(path.join(golden, bundle.deployment), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => path.relative(path.join(golden, bundle.deployment), path.join(entry.parentPath, entry.name)));
		expect(standing.sort()).toEqual(bundle.files.map((file) => file.path).sort());
	});
});

function isText(content: Uint8Array): boolean {
	return Buffer.from(Buffer.from(content).toString("utf8")).equals(content);
}

/** What toMatchFileSnapshot is for text, for bytes that are no UTF-8. */
function expectBytes(content: Uint8Array, file: string): void {
	const update = inject("updateSnapshot");
	if (update === "all" || (update === "new" && !existsSync(file))) {
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	expect(Buffer.from(content).equals(readFileSync(file)), `${file}; vitest -u accepts the new bytes`).toBe(true);
}
