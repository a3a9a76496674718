import { expect, test } from "vitest";
import { problemsOf, soundWith } from "../support/deployment.js";

const group = (platforms: readonly string[]) => ({ preset: "none", platforms });
const warnings = (profiles: object, groups: object) =>
	problemsOf(soundWith({ profiles, groups })).filter((line) => line.includes("profile format"));

test("devices that no chosen format is for are told of, group by group", () => {
	const groups = { pilot: group(["macos", "windows", "linux"]), general: group(["macos"]) };
	expect(warnings({ mobileconfig: {} }, groups)).toEqual([
		"warning: groups.pilot.platforms: no chosen profile format is for Windows or Linux, so that these devices get no file; choose one under profiles, or list only the other platforms",
	]);
});

test.each([
	["nothing is chosen", {}],
	["a template alone is chosen, beside which the default ones are written", { jamfSchema: {} }],
	["each platform has one", { mobileconfig: {}, powershell: {}, linuxInstall: {} }],
])("all is well where %s", (_, profiles) => {
	expect(warnings(profiles, { pilot: group(["macos", "windows", "linux"]) })).toEqual([]);
});
