import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { type Ask, converse } from "../../src/cli/converse.js";
import { CommandExit } from "../../src/cli/exit.js";

const questions = ["one? ", "two? ", "three? "];

/** Asks three questions of somebody who types this, by keys of a terminal. */
async function typing(...keys: readonly string[]) {
	const input = new PassThrough();
	const output = new PassThrough();
	const asked: string[] = [];
	const answers: string[] = [];
	const talk = async (ask: Ask) => {
		for (const question of questions) {
			const answer = ask(question);
			asked.push(question);
			answers.push(await answer);
		}
		return "done";
	};
	for (const key of keys) input.write(key);
	const ended = await converse(talk, { input, output }).catch((fault: unknown) => fault);
	return { ended, asked, answers, shown: String(output.read()) };
}

test("each question has its answer", async () => {
	const { ended, answers, shown } = await typing("a\r", "b\r", "c\r");
	expect({ ended, answers }).toEqual({ ended: "done", answers: ["a", "b", "c"] });
	for (const question of questions) expect(shown).toContain(question);
});

test("lines that are pasted together each answer a question", async () => {
	const { ended, answers } = await typing("a\nb\n\n");
	expect({ ended, answers }).toEqual({ ended: "done", answers: ["a", "b", ""] });
});

test.each([
	["Ctrl-C", "\u0003"],
	["Ctrl-D", "\u0004"],
])("%s ends the command in one line, without a trace", async (_, key) => {
	const { ended, asked, answers } = await typing("a\r", key);
	expect(asked).toEqual(["one? ", "two? "]);
	expect(answers).toEqual(["a"]);
	expect(ended).toEqual(new CommandExit(2, "left before the last answer; nothing was written"));
});

test("lines that were pasted before somebody left are answers all the same", async () => {
	const { ended, answers } = await typing("a\nb\n", "\u0004");
	expect(answers).toEqual(["a", "b"]);
	expect(ended).toBeInstanceOf(CommandExit);
});
