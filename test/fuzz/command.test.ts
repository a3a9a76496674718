import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { keyNames } from "../../src/configuration/catalogue.js";
import { invoke } from "../cli/invoke.js";
import { files, names } from "./deployments.js";
import { fuzzing, timeout } from "./fuzzing.js";

const folder = mkdtempSync(path.join(tmpdir(), "fuzz-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = { GATEWAY_KEY: "k", KEY: "k", OTEL: "o\n", MCP: "<your key>" };

/** Every way to call the command with a file. */
const calls: fc.Arbitrary<(file: string) => readonly string[]> = fc.oneof(
	fc.constantFrom([], ["--strict"], ["--json"]).map((more) => (file: string) => {
		return ["synth", file, "--out", path.join(folder, "out"), ...more];
	}),
	fc
		.tuple(fc.constantFrom(...keyNames), fc.constantFrom("pilot", "general", "none"))
		.map(([key, group]) => (file: string) => ["explain", file, "--group", group, key]),
	fc.constantFrom("pilot", "general").map((group) => (file: string) => ["egress", file, "--group", group, "--json"]),
	names.map((word) => () => ["keys", "--", word]),
);

const frame = /^\s+at .*(?::\d+:\d+\)?|\(native\)|<anonymous>\)?)$/;

test("no file leaves the command with a stack trace, and none makes a terminal obey", { timeout }, async () => {
	await fc.assert(
		fc.asyncProperty(files, calls, async (text, call) => {
			const file = path.join(folder, "deployment.yaml");
			writeFileSync(file, text);
			const { code, notices, results } = await invoke(call(file), { environment });
			expect([0, 1, 2]).toContain(code);
			for (const line of [...notices, ...results]) {
				expect(line).not.toMatch(frame);
				expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
			}
			if (code !== 0) expect(notices.filter((line) => line !== "").length).toBeGreaterThan(0);
		}),
		fuzzing(200),
	);
});
