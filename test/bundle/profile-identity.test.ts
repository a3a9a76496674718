import { expect, test } from "vitest";
import { compile, everyFormat, everySecret, twins } from "./compiled.js";

// Devices replace a profile by its identifiers: they follow from the deployment and the group, and from nothing else.

const everywhere = { preset: "standard", platforms: ["macos", "windows", "linux"] };
const deployment = {
	...twins,
	groups: { pilot: everywhere, general: everywhere },
	profiles: everyFormat,
};

/** A group's profiles by path, and the templates. */
async function profiles(input: object, group = "pilot") {
	const { bundle } = await compile(input, everySecret);
	const files = bundle.files.filter(
		({ path }) => path.startsWith(`groups/${group}/profiles/`) || path.startsWith("templates/"),
	);
	return Object.fromEntries(files.map(({ path, content }) => [path, Buffer.from(content).toString("latin1")]));
}

/** What identifies payloads, profiles and policies in a file. */
function identifiers(text: string): readonly string[] {
	const uuids = text.match(/[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}/g) ?? [];
	const names = text.match(/com\.example\.[A-Za-z0-9.-]+|(?:displayName|omaUri)": "[^"]*"|namespace=\\?"[^"]*"/g) ?? [];
	return [...new Set([...uuids, ...names])].sort();
}

test("another group's name and settings do not show in any file of a group", async () => {
	const { general: _, ...groups } = deployment.groups;
	const renamed = {
		...deployment,
		groups: { ...groups, everybody: { ...everywhere, settings: { chatTabEnabled: false } } },
	};
	expect(await profiles(renamed)).toEqual(await profiles(deployment));
	expect(Object.keys(await profiles(deployment)).length).toBeGreaterThan(Object.keys(everyFormat).length);
});

test("a revision of a group keeps every identifier", async () => {
	const revised = {
		...deployment,
		organization: { ...deployment.organization, name: "Another Corp" },
		groups: {
			...deployment.groups,
			pilot: { ...everywhere, preset: "lockedDown", settings: { chatTabEnabled: false } },
		},
	};
	const [before, after] = [await profiles(deployment), await profiles(revised)];
	expect(Object.keys(after)).toEqual(Object.keys(before));
	for (const [path, text] of Object.entries(before)) {
		const ofSettings = (each: string) => /Policy\/Config\//.test(each) || /^displayName": "[a-z]/.test(each);
		const kept = (whole: string) => identifiers(whole).filter((each) => !ofSettings(each));
		expect([path, kept(after[path] ?? "")]).toEqual([path, kept(text)]);
	}
});

test("no two groups share an identifier, save those of the app and its policies", async () => {
	const [pilot, general] = [await profiles(deployment), await profiles(deployment, "general")];
	for (const [path, text] of Object.entries(pilot).filter(([each]) =>
		each.startsWith("groups/pilot/profiles/macos/"),
	)) {
		const other = general[path.replaceAll("pilot", "general")] ?? "";
		const own = identifiers(text).filter((each) => /^[0-9A-F]{8}-/.test(each));
		expect([path, own.filter((each) => other.includes(each))]).toEqual([path, []]);
	}
});
