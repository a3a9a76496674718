import { expect, test } from "vitest";
import { shellWord } from "../../src/cli/shell-word.js";
import { run } from "../support/programs.js";

test.each(["deployment.yaml", "../eu/deployment.yaml", "C=1/a+b@2,c:d%e.yaml"])("%s needs no quotes", (file) => {
	expect(shellWord(file, "linux")).toBe(file);
});

test.each([
	"my file.yaml",
	"it's.yaml",
	'"a".yaml',
	"$" + "{HOME}.yaml",
	"`id`.yaml",
	"a\nb.yaml",
	"~a.yaml",
	"é;*.yaml",
	"",
])("a shell reads %j as it is", (file) => {
	expect(run("sh", ["-c", `printf %s ${shellWord(file, "linux")}`])).toBe(file);
});

test("a name that begins like an option is a path", () => {
	expect(shellWord("-x.yaml", "linux")).toBe("./-x.yaml");
});

test.each([
	["C:\\eu\\deployment.yaml", "C:\\eu\\deployment.yaml"],
	["C:\\My Files\\deployment.yaml", '"C:\\My Files\\deployment.yaml"'],
	["it's.yaml", '"it\'s.yaml"'],
])("on Windows %s is %s", (file, word) => {
	expect(shellWord(file, "win32")).toBe(word);
});
