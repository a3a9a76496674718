import { expect, test } from "vitest";
import { formatProblem } from "../../src/problem.js";
import { fleet } from "../../src/profiles/fleet.js";
import type { ProfileFormat } from "../../src/profiles/format.js";
import { intunePreferenceFile } from "../../src/profiles/intune-preference-file.js";
import { intuneRemediation } from "../../src/profiles/intune-remediation.js";
import { mobileconfig } from "../../src/profiles/mobileconfig.js";
import { powershell } from "../../src/profiles/powershell.js";
import { registryPol } from "../../src/profiles/registry-pol.js";
import { workspaceOne } from "../../src/profiles/workspace-one.js";
import { object } from "../../src/shape/build.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { firstExample, profileOf } from "./cases.js";

async function outcomeOf(format: ProfileFormat, text: string) {
	const { value, problems } = await format.render(profileOf(format, { unknownText: text }), firstExample(format));
	return { isWritten: value !== undefined, problems: problems.map(formatProblem) };
}

test.each<[string, ProfileFormat, number, boolean, RegExp]>([
	[
		"a configuration profile",
		mobileconfig,
		1_000_000,
		true,
		/^warning: .*would be 10\d{5} bytes in a custom profile of/,
	],
	["a preference file", intunePreferenceFile, 1_000_000, false, /would be 10\d{5} bytes in a custom profile of/],
	["a script", powershell, 204_800, true, /^warning: .*would be 20\d{4} bytes in a script of Microsoft Intune/],
	["a remediation", intuneRemediation, 204_800, false, /would be 20\d{4} bytes in a script of Microsoft Intune/],
])(
	"%s that Intune does not take is said, and refused where it is for Intune alone",
	async (_, format, size, isWritten, message) => {
		const over = await outcomeOf(format, "x".repeat(size));
		expect(over).toEqual({ isWritten, problems: expect.arrayContaining([expect.stringMatching(message)]) });
		expect(await outcomeOf(format, "x".repeat(size - 4_000))).toEqual({ isWritten: true, problems: [] });
	},
);

test("a value that an entry of Registry.pol does not hold is refused at its setting", async () => {
	expect(await outcomeOf(registryPol, "x".repeat(32_766))).toEqual({ isWritten: true, problems: [] });
	expect(await outcomeOf(registryPol, "x".repeat(32_767))).toEqual({
		isWritten: false,
		problems: ["unknownText: would be 65536 bytes in an entry of Registry.pol; expected at most 65535"],
	});
});

test("a lookup value of Workspace ONE is warned about, and JSON is none", async () => {
	expect((await outcomeOf(workspaceOne, "https://{EmailDomain}/x")).problems).toEqual([
		"warning: unknownText: has a lookup value such as {Name}, which Workspace ONE replaces on the way to a device",
	]);
	expect((await outcomeOf(workspaceOne, '{"a":{},"b":{"c":1}}')).problems).toEqual([]);
	expect((await outcomeOf(mobileconfig, "{EmailDomain}")).problems).toEqual([]);
});

test.each([
	["a variable", "$LABEL", "is no label that fleetctl reads as it is written"],
	["two lines", "a\nb", "is no label that fleetctl reads as it is written"],
	["nothing", "", "is empty"],
])("a label of Fleet is not %s", (_, label, message) => {
	const [problem, ...others] = checkShape(object(fleet.options), { label }, { at: [] });
	expect([problem?.path, problem?.message.startsWith(message), others]).toEqual([["label"], true, []]);
});
