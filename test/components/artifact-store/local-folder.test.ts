import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sha256 } from "../../../src/bundle/bundle.js";
import * as folderOf from "../../../src/components/artifact-store/local-folder.js";
import { publishPart } from "../../../src/files/publish-part.js";

let root: string;
let folder: string;
let said: string[];

beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-"));
	folder = path.join(root, "eu");
	said = [];
	vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(root, { recursive: true, force: true });
});

const owner = "cowork/test/eu";
const stated = { folder: "eu", owner };

function check(olds: Parameters<typeof folderOf.check>[0] = {}) {
	return folderOf.check(olds, { root, ...stated });
}

/** A part that was published, and never listed by a manifest. */
function publish(publisher = { owner }) {
	const content = Buffer.from("secret");
	const file = { path: "groups/pilot/profile", content, sha256: sha256(content), sensitive: true };
	return publishPart(folder, { publisher, name: "group-pilot", files: [file], known: [] });
}

test("the project's root is in no state, and nothing is written before there is something to publish", async () => {
	const { inputs, failures } = await check();
	const { outs } = await folderOf.create(inputs);

	expect(failures).toEqual([]);
	expect(outs).toEqual(stated);
	expect(existsSync(folder)).toBe(false);
	expect(await folderOf.diff("", outs, inputs)).toEqual({ changes: false });
});

test.each<[string, () => void, string]>([
	["a link in the folder's place", () => symlinkSync(tmpdir(), folder), "eu is a link, which may lead anywhere"],
	[
		"a manifest that is somebody else's",
		() => {
			mkdirSync(folder);
			writeFileSync(path.join(folder, "manifest.json"), "{}");
		},
		"manifest.json is there already and is no file of this bundle",
	],
])("%s is refused in the preview", async (_, prepare, message) => {
	prepare();

	const { failures } = await check();

	expect(failures).toEqual([{ property: "folder", reason: expect.stringContaining(message) }]);
});

test("destroy removes what a run that was killed has left, and names what it leaves", async () => {
	await check();
	publish();
	mkdirSync(path.join(folder, ".pulumi-cowork/staged-1"), { recursive: true });
	writeFileSync(path.join(folder, ".pulumi-cowork/staged-1/0"), "secret");
	writeFileSync(path.join(folder, "notes.txt"), "somebody's");

	await folderOf.delete("", stated);

	expect(readdirSync(folder)).toEqual(["notes.txt"]);
	expect(said).toEqual(["eu/notes.txt is no file of this bundle, and stays\n"]);
});

test("destroy leaves what has come in the place of a file since, and a folder that another stack publishes to", async () => {
	await check();
	publish();
	writeFileSync(path.join(folder, "groups/pilot/profile"), "edited by hand");
	await folderOf.delete("", { folder: "eu", owner: "cowork/other/eu" });
	const kept = readdirSync(folder).sort();

	await folderOf.delete("", stated);

	expect(kept).toEqual([".owner.json", ".pulumi-cowork", "groups"]);
	expect(readdirSync(folder, { recursive: true }).sort()).toEqual(["groups", "groups/pilot", "groups/pilot/profile"]);
});

test("destroy does not go through a link", async () => {
	await check();
	publish();
	const elsewhere = path.join(root, "elsewhere");
	mkdirSync(path.join(elsewhere, "pilot"), { recursive: true });
	writeFileSync(path.join(elsewhere, "pilot/profile"), "secret");
	rmSync(path.join(folder, "groups"), { recursive: true });
	symlinkSync(elsewhere, path.join(folder, "groups"));

	await folderOf.delete("", stated);

	expect(readdirSync(path.join(elsewhere, "pilot"))).toEqual(["profile"]);
	expect(readdirSync(folder)).toEqual(["groups"]);
});

test("a stack that was renamed, and killed before it marked its folder anew, still gives it up", async () => {
	await check();
	publish({ owner: "cowork/before/eu" });
	const { outs } = await folderOf.update("", { folder: "eu", owner: "cowork/before/eu" }, stated);

	await folderOf.delete("", outs);

	expect(existsSync(folder)).toBe(false);
});

test("a program that tells where its project is leaves nothing of that in state", async () => {
	const told = await folderOf.read("id", { root, owner: "told/test/eu" });

	// A project of that name may be upward of a linked package: it is not this one.
	const outside = { folder: "eu", owner: "cowork/other/eu", outside: true } as const;
	await expect(folderOf.delete("", outside)).rejects.toThrow("run the same command with --run-program");
	expect(told).toEqual({ id: "id", props: { owner: "told/test/eu" }, inputs: { owner: "told/test/eu" } });
	await expect(folderOf.delete("", { folder: "eu", owner: "told/test/eu" })).resolves.toBeUndefined();
	await expect(folderOf.delete("", { folder: "eu", owner: "unknown/test/eu" })).rejects.toThrow(
		/^eu of project unknown cannot be found from .*, where its program lies; run the same command with --run-program$/,
	);
});
