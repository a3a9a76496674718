import { describe, expect, test } from "vitest";
import type { ObjectReader } from "../../src/object-store/object-reader.js";
import { formatProblem } from "../../src/problem.js";
import { startedServers } from "./servers.js";

const text = (content: Uint8Array | undefined) => content && Buffer.from(content).toString("utf8");

async function keysOf(reader: ObjectReader, prefix: string): Promise<string[]> {
	const keys: string[] = [];
	for await (const { key } of reader.list(prefix)) keys.push(key);
	return keys.sort();
}

/** The code of what a call throws, or what it gave. */
const codeOf = (work: Promise<unknown>) =>
	work.then(
		(value) => value,
		(fault: unknown) => (fault instanceof Error && "code" in fault ? fault.code : fault),
	);

describe.each(await startedServers())("$name", ({ name, server }) => {
	if (!server) {
		test.skip(`no server of ${name} on this machine`, () => undefined);
		return;
	}

	test("an object comes back byte for byte, with what was said of it where the store keeps that", async () => {
		const { general } = await server.open();
		const content = Uint8Array.from({ length: 256 }, (_, byte) => byte);
		const headers = {
			mediaType: "text/plain; charset=utf-16le",
			cacheControl: "private, max-age=31536000, immutable",
			disposition: 'attachment; filename="Claude.reg"',
		};
		await server.put("eu/one/Claude.reg", content, headers);
		const found = await general.get("eu/one/Claude.reg", 256);
		expect(found?.content).toBeInstanceOf(Uint8Array);
		expect([...(found?.content ?? [])]).toEqual([...content]);
		for (const header of server.keeps) expect(found?.[header]).toBe(headers[header]);
		expect(found?.modified?.getTime()).toBeGreaterThan(Date.now() - 60_000);
	});

	test("an empty object, and one whose key is no plain ASCII, are objects", async () => {
		const { general } = await server.open();
		await server.put("eu/names/leer", new Uint8Array());
		await server.put("eu/names/Größe + 100% #1?.json", Buffer.from("{}"));
		expect((await general.get("eu/names/leer", 0))?.content.length).toBe(0);
		expect(text((await general.get("eu/names/Größe + 100% #1?.json", 10))?.content)).toBe("{}");
		expect(await keysOf(general, "eu/names/")).toEqual(["eu/names/Größe + 100% #1?.json", "eu/names/leer"]);
	});

	test("where nothing stands, there is no object", async () => {
		const { general } = await server.open();
		expect(await general.get("eu/none/current.json", 10)).toBeUndefined();
		// A folder's key is none.
		await server.put("eu/some/current.json", Buffer.from("{}"));
		expect(await codeOf(general.get("eu/some", 10))).toBeOneOf([undefined, "store-fault"]);
	});

	test("of an object with more bytes than the limit, none are given", async () => {
		const { general } = await server.open();
		await server.put("eu/large", new Uint8Array(11));
		expect(await codeOf(general.get("eu/large", 10))).toBe("object-too-large");
		expect((await general.get("eu/large", 11))?.content.length).toBe(11);
	});

	test("a list holds what begins with a text, whole steps or not, and nothing else", async () => {
		const { general } = await server.open();
		const keys = ["eu/list/a", "eu/list/ab/c", "eu/list/b/a", "eu/listed", "us/list/a"];
		for (const key of keys) await server.put(key, Buffer.from(key));
		expect(await keysOf(general, "eu/list/")).toEqual(["eu/list/a", "eu/list/ab/c", "eu/list/b/a"]);
		expect(await keysOf(general, "eu/list/a")).toEqual(["eu/list/a", "eu/list/ab/c"]);
		expect(await keysOf(general, "eu/list")).toEqual(["eu/list/a", "eu/list/ab/c", "eu/list/b/a", "eu/listed"]);
		expect(await keysOf(general, "eu/lists/")).toEqual([]);
		for await (const entry of general.list("eu/list/ab/")) {
			expect(entry).toMatchObject({ key: "eu/list/ab/c", bytes: 12 });
			expect(entry.modified.getTime()).toBeGreaterThan(Date.now() - 60_000);
		}
	});

	// Another client writes each of the objects, which takes a busy machine a while.
	const patience = { timeout: 180_000 };
	test("a list of more than a page is whole, and one that nobody reads to its end ends", patience, async () => {
		const { general } = await server.open();
		const keys = Array.from({ length: 1_050 }, (_, index) => `eu/many/${String(index).padStart(4, "0")}`);
		for (let start = 0; start < keys.length; start += 50)
			await Promise.all(keys.slice(start, start + 50).map((key) => server.put(key, new Uint8Array(1))));
		expect(await keysOf(general, "eu/many/")).toEqual(keys);
		for await (const { key } of general.list("eu/many/")) {
			expect(keys).toContain(key);
			break;
		}
	});

	test("removes what it is told to, of which what is gone counts as removed", async () => {
		const { general } = await server.open();
		for (const key of ["eu/gone/a", "eu/gone/b", "eu/gone/c"]) await server.put(key, Buffer.from(key));
		const problems = await general.remove(["eu/gone/a", "eu/gone/c", "eu/gone/never"]);
		expect(problems.map(formatProblem)).toEqual([]);
		expect(await keysOf(general, "eu/gone/")).toEqual(["eu/gone/b"]);
		expect(await general.get("eu/gone/a", 100)).toBeUndefined();
		expect(await general.remove([])).toEqual([]);
	});

	test("tells whether the place is there", async () => {
		const opened = await server.open();
		expect(await opened.general.place()).toMatchObject({ exists: true });
		expect(opened.general.title).toMatch(/\/$/);
		const { general } = await server.openMissing();
		expect(await general.place()).toEqual({ exists: false });
		// A place that is missing holds nothing, or is told as missing: it is never an answer of another kind.
		expect(await codeOf(general.get("eu/any", 10))).toBeOneOf([undefined, "store-missing"]);
		expect([[], "store-missing"]).toContainEqual(await codeOf(keysOf(general, "eu/")));
	});
});
