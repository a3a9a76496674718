import { expect, test } from "vitest";
import { groupsWithSilentCommandLine } from "../../src/observability/command-line.js";
import { compile } from "../bundle/compiled.js";
import { observed, partOf } from "./observed.js";

const groups = {
	desktop: { preset: "none" },
	both: { preset: "none", claudeCode: {} },
};

test("the command line of a group without settings of Claude Code sends nothing, once devices send at all", () => {
	expect(groupsWithSilentCommandLine(partOf({}, groups))).toEqual(["desktop"]);
	expect(groupsWithSilentCommandLine(partOf({ phase: "managed" }, groups))).toEqual(["desktop"]);
	expect(groupsWithSilentCommandLine(partOf({ phase: "local" }, groups))).toEqual([]);
});

test("the pages of detections and of data say so, and say nothing where every group has them", async () => {
	const { text } = await compile(observed({}, groups));
	const said = "Claude Code on the command line of desktop sends nothing, so that no detection sees what is done there";
	for (const page of ["observability/rules/README.md", "DATA.md"]) expect(text(page)).toContain(said);
	const whole = await compile(observed({}, { both: groups.both }));
	for (const page of ["observability/rules/README.md", "DATA.md"])
		expect(whole.text(page)).not.toContain("on the command line of");
});
