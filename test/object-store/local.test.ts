import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { local } from "../../src/object-store/local.js";
import { temporaryFolder } from "../support/command.js";
import { run } from "../support/programs.js";

const base = temporaryFolder();
const open = (directory = "published") => local({ directory }, { deployment: "eu", base: base(), environment: {} });

beforeAll(() => {
	mkdirSync(path.join(base(), "published/eu"), { recursive: true });
	mkdirSync(path.join(base(), "elsewhere"));
	writeFileSync(path.join(base(), "secret"), "out of reach");
	writeFileSync(path.join(base(), "elsewhere/current.json"), "out of reach");
	writeFileSync(path.join(base(), "published/eu/here"), "here");
	symlinkSync(path.join(base(), "secret"), path.join(base(), "published/eu/link"));
	symlinkSync(path.join(base(), "elsewhere"), path.join(base(), "published/eu/linked"));
	symlinkSync(path.join(base(), "published"), path.join(base(), "alias"));
	run("mkfifo", [path.join(base(), "published/eu/pipe")]);
});

async function keysOf(prefix: string): Promise<string[]> {
	const keys: string[] = [];
	for await (const { key } of (await open()).general.list(prefix)) keys.push(key);
	return keys.sort();
}

test.each(["../secret", "eu/../../secret", "/etc/passwd", "eu//here", "eu/./here", "", "eu\\here", "eu/\0"])(
	"a key that leads elsewhere is refused: %j",
	async (key) => {
		const { general } = await open();
		await expect(general.get(key, 100)).rejects.toMatchObject({ name: "StoreFault", code: "store-fault" });
		expect(await general.remove([key])).toMatchObject([{ severity: "error", code: "object-not-removed", path: [key] }]);
	},
);

test("a list does not leave the folder either", async () => {
	await expect(keysOf("../")).rejects.toMatchObject({ code: "store-fault" });
	await expect(keysOf("eu/../../")).rejects.toMatchObject({ code: "store-fault" });
	await expect(keysOf("eu/linked/")).rejects.toMatchObject({ code: "store-fault" });
	expect(await keysOf("")).toEqual(["eu/here"]);
});

test("links, pipes and folders are none of the files that are published", async () => {
	const { general } = await open();
	await expect(general.get("eu/link", 100)).rejects.toThrow("is a link, which is not followed");
	await expect(general.get("eu/linked/current.json", 100)).rejects.toThrow("is a link, which may lead anywhere");
	await expect(general.get("eu/pipe", 100)).rejects.toThrow("is no file");
	expect(await general.remove(["eu/linked/current.json", "eu"])).toMatchObject([
		{ code: "object-not-removed", path: ["eu/linked/current.json"] },
		{ code: "object-not-removed", path: ["eu"] },
	]);
});

test("the folder itself may be a link", async () => {
	const { general } = await open("alias");
	expect(Buffer.from((await general.get("eu/here", 100))?.content ?? []).toString()).toBe("here");
});

test.skipIf(process.getuid?.() === 0)("what nobody may read is told as that", async () => {
	writeFileSync(path.join(base(), "published/eu/closed"), "closed");
	chmodSync(path.join(base(), "published/eu/closed"), 0);
	await expect((await open()).general.get("eu/closed", 100)).rejects.toMatchObject({ code: "store-denied" });
});
