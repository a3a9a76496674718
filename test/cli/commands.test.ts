import { Command } from "commander";
import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands/index.js";
import { processOutput } from "../../src/cli/output.js";
import { invoke } from "./invoke.js";

const output = processOutput();

test.each(Object.entries(commands))("%s is the word of its command", (word, { declare }) => {
	expect(declare(new Command(), output).name()).toBe(word);
});

test.each(Object.keys(commands))("%s says the same of itself, asked either way", async (word) => {
	const [alone, ofAll] = [await invoke([word, "--help"]), await invoke(["help", word])];
	expect(alone.code).toBe(0);
	expect(alone.results[0]).toContain(`pulumi-cowork ${word}`);
	expect(alone).toEqual(ofAll);
});
