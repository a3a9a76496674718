import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { gcs } from "../../src/object-store/gcs.js";
import { expiryOf, type LifecycleRule } from "../../src/object-store/gcs-lifecycle.js";
import type { ObjectReader } from "../../src/object-store/object-reader.js";
import { formatProblem } from "../../src/problem.js";
import { closed, freePort, listening } from "../support/listening.js";

/** Answers as Google documents them, for what no server at hand refuses. */
const answers: Readonly<Record<string, readonly [status: number, reason: string, message: string]>> = {
	"DELETE /b/example/o/cowork%2Fretained": [
		403,
		"retentionPolicyNotMet",
		"Object 'example/cowork/retained' is subject to bucket's retention policy and cannot be deleted, overwritten or archived until 2027-01-31T00:00:00Z.",
	],
	"DELETE /b/example/o/cowork%2Fheld": [
		403,
		"objectUnderActiveHold",
		"Object 'example/cowork/held' is under active Temporary hold.",
	],
	"DELETE /b/example/o/cowork%2Fdenied": [
		403,
		"forbidden",
		"mdm@example.com does not have storage.objects.delete access.",
	],
	"GET /b/example/o/cowork%2Fdenied": [403, "forbidden", "mdm@example.com does not have storage.objects.get access."],
	"GET /b/example": [403, "forbidden", "mdm@example.com does not have storage.buckets.get access."],
	"GET /b/example/o": [403, "forbidden", "mdm@example.com does not have storage.objects.list access."],
	"GET /b/lent": [403, "forbidden", "mdm@example.com does not have storage.buckets.get access."],
	"GET /b/lent/o": [200, "", ""],
	"GET /b/missing/o/cowork%2Fany": [404, "notFound", "The specified bucket does not exist."],
	"GET /b/missing/o": [404, "notFound", "The specified bucket does not exist."],
	"GET /b/missing": [404, "notFound", "The specified bucket does not exist."],
};

describe("answers of Google", () => {
	const asked: string[] = [];
	const server = createServer(({ method, url = "" }, response) => {
		asked.push(url);
		const place = new URL(url, "http://server").pathname.replace(/^\/storage\/v1/, "");
		const [status, reason, message] = answers[`${method} ${place}`] ?? [404, "notFound", "No such object"];
		const error = { code: status, message, errors: [{ domain: "global", reason, message }] };
		response
			.writeHead(status, { "content-type": "application/json" })
			.end(JSON.stringify(status === 200 ? {} : { error }));
	});
	let url = "";

	beforeAll(async () => {
		url = await listening(server);
	});
	afterAll(() => closed(server));
	afterEach(() => vi.unstubAllEnvs());

	const open = async (bucket: string, endpoint = url): Promise<ObjectReader> => {
		const request = { deployment: "eu", base: "/", environment: { STORAGE_EMULATOR_HOST: endpoint } };
		return (await gcs({ bucket, prefix: "cowork", location: "EU" }, request)).general;
	};

	test("a server that the client's own variable names is asked in the paths of Google", async () => {
		vi.stubEnv("STORAGE_EMULATOR_HOST", url);
		asked.length = 0;
		await (await open("missing")).place();
		expect(asked).toEqual([expect.stringMatching(/^\/storage\/v1\/b\/missing(?:\?|$)/)]);
	});

	test("what a retention or a hold keeps is a warning, and what nobody may remove an error", async () => {
		const problems = await (await open("example")).remove(["retained", "held", "denied", "gone"]);
		expect(problems.map(({ code, path }) => [code, path])).toEqual([
			["object-retained", ["retained"]],
			["object-retained", ["held"]],
			["object-not-removed", ["denied"]],
		]);
		expect(problems.map(formatProblem)[0]).toMatch(
			/^warning: retained: stays for a time: .*until 2027-01-31T00:00:00Z$/,
		);
	});

	test("a refusal names the place and what credentials lack", async () => {
		const denied = (await open("example")).get("denied", 10);
		await expect(denied).rejects.toMatchObject({ name: "StoreFault", code: "store-denied" });
		await expect(denied).rejects.toThrow(
			/^cannot read gs:\/\/example\/cowork\/denied: mdm@example.com does not have storage.objects.get access; /,
		);
		await expect((await open("example")).place()).rejects.toMatchObject({ code: "store-denied" });
		expect(await (await open("lent")).place()).toEqual({ exists: true });
	});

	test("a bucket that is not there is no missing object", async () => {
		const missing = await open("missing");
		await expect(missing.get("any", 10)).rejects.toMatchObject({ code: "store-missing" });
		expect(await missing.place()).toEqual({ exists: false });
		expect(await (await open("example")).get("none", 10)).toBeUndefined();
	});

	test("a server that nobody runs is out of reach", { timeout: 60_000 }, async () => {
		const nobody = await open("example", `http://127.0.0.1:${await freePort()}`);
		await expect(nobody.get("any", 10)).rejects.toMatchObject({ code: "store-unreachable" });
	});

	test("the block's place is told in small letters, and secrets are read where they are", async () => {
		const request = { deployment: "eu", base: "/", environment: { STORAGE_EMULATOR_HOST: url } };
		const sensitive = { bucket: "example-secrets", readers: [] };
		const opened = await gcs({ bucket: "example", location: "EUR4", sensitive }, request);
		expect([opened.region, opened.general.title, opened.sensitive?.title]).toEqual([
			"eur4",
			"gs://example/",
			"gs://example-secrets/",
		]);
	});
});

// https://cloud.google.com/storage/docs/lifecycle#conditions
describe("rules of a bucket", () => {
	const object = { name: "cowork/eu/groups/pilot/x", timeCreated: "2026-11-01T06:30:00Z", storageClass: "STANDARD" };
	const rule = (condition: LifecycleRule["condition"], type = "Delete") => ({
		action: { type },
		...(condition && { condition }),
	});
	const expiry = (...rules: readonly LifecycleRule[]) => expiryOf(object, rules)?.toISOString();

	test.each<[string, LifecycleRule["condition"], string | undefined]>([
		["an age", { age: 30 }, "2026-12-01T06:30:00.000Z"],
		["an age, below another folder", { age: 30, matchesPrefix: ["logs/"] }, undefined],
		["an age, below one of its folders", { age: 30, matchesPrefix: ["logs/", "cowork/"] }, "2026-12-01T06:30:00.000Z"],
		["an age, with another ending", { age: 30, matchesSuffix: [".log"] }, undefined],
		["an age, of another class", { age: 30, matchesStorageClass: ["NEARLINE"] }, undefined],
		["an age of versions", { age: 30, isLive: false }, undefined],
		["days as a version", { daysSinceNoncurrentTime: 3 }, undefined],
		["newer versions", { numNewerVersions: 1 }, undefined],
		["no newer version", { numNewerVersions: 0, age: 2 }, "2026-11-03T06:30:00.000Z"],
		["a day before it was written", { createdBefore: "2026-11-01" }, undefined],
		["a day after it was written", { createdBefore: "2026-11-02" }, "2026-11-01T06:30:00.000Z"],
		["a time of its own that it has not", { daysSinceCustomTime: 1 }, undefined],
		["a time of its own before a day", { customTimeBefore: "2030-01-01" }, undefined],
		["nothing", undefined, "2026-11-01T06:30:00.000Z"],
	])("by %s", (_, condition, expected) => {
		expect(expiry(rule(condition))).toBe(expected);
	});

	test("the first of several counts, and what deletes nothing does not", () => {
		const rules = [rule({ age: 30 }), rule({ age: 10 }), rule({ age: 1 }, "SetStorageClass")];
		expect(expiry(...rules)).toBe("2026-11-11T06:30:00.000Z");
		expect(expiry()).toBeUndefined();
	});

	test("a time of its own that it has", () => {
		const timed = { ...object, customTime: "2026-11-20T00:00:00Z" };
		expect(expiryOf(timed, [rule({ daysSinceCustomTime: 5, age: 1 })])?.toISOString()).toBe("2026-11-25T00:00:00.000Z");
	});
});
