import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedStore } from "../../src/object-store/object-reader.js";
import { s3 } from "../../src/object-store/s3.js";
import { formatProblem } from "../../src/problem.js";
import { closed, listening } from "../support/listening.js";
import { type Moto, motoRegion, startMoto, whyNoMoto } from "../support/moto.js";

type Environment = Readonly<Record<string, string | undefined>>;

function open(environment: Environment, options: Partial<Parameters<typeof s3>[0]> = {}): Promise<OpenedStore> {
	return s3({ bucket: "example-cowork", ...options }, { deployment: "eu", base: ".", environment });
}

const fault = (work: Promise<unknown>) =>
	work.then(
		(value) => ({ value }),
		({ code, message }) => ({ code, message }),
	);

test("every request names the account that has to own the bucket, and one of another owner is not read", async () => {
	const asked: (readonly [string | undefined, unknown])[] = [];
	const server = createServer(({ method, headers }, response) => {
		asked.push([method, headers["x-amz-expected-bucket-owner"]]);
		response.writeHead(403).end("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
	});
	try {
		const environment = {
			AWS_ENDPOINT_URL_S3: await listening(server),
			AWS_ACCESS_KEY_ID: "test",
			AWS_SECRET_ACCESS_KEY: "test",
		};
		const { general } = await open(environment, { region: motoRegion, expectedBucketOwner: "111122223333" });
		const list = async () => {
			for await (const _ of general.list("eu/")) break;
		};
		const works = [general.place(), general.get("eu/index.html", 1), list()];
		for (const each of await Promise.all(works.map(fault))) {
			expect(each).toMatchObject({ code: "store-denied", message: expect.stringContaining("expectedBucketOwner") });
		}
		expect((await general.remove(["eu/index.html"])).map(({ code }) => code)).toEqual(["object-not-removed"]);
		expect(new Set(asked.map(([, owner]) => owner))).toEqual(new Set(["111122223333"]));
		expect(asked).toHaveLength(4);
	} finally {
		await closed(server);
	}
});

describe.skipIf(whyNoMoto)("a bucket of a server that speaks as S3", () => {
	let moto: Moto;
	const LocationConstraint = motoRegion;
	beforeAll(async () => {
		moto = await startMoto();
		await moto.boto("create_bucket", { Bucket: "example-cowork", CreateBucketConfiguration: { LocationConstraint } });
		const VersioningConfiguration = { Status: "Enabled" };
		await moto.boto("put_bucket_versioning", { Bucket: "example-cowork", VersioningConfiguration });
	});
	afterAll(() => moto?.stop());

	const put = (Bucket: string, Key: string, more: object = {}) =>
		moto.boto("put_object", { Bucket, Key, Body: { base64: "eA==" }, ...more });
	const versions = async (Bucket: string) => {
		const { Versions = [], DeleteMarkers = [] } = await moto.boto<{ Versions?: object[]; DeleteMarkers?: object[] }>(
			"list_object_versions",
			{ Bucket },
		);
		return [Versions.length, DeleteMarkers.length];
	};

	test("keys stand below the prefix, and the place has its region", async () => {
		await put("example-cowork", "claude/cowork/eu/index.html");
		const { general, region } = await open(moto.environment, { prefix: "claude/cowork" });
		expect(general.title).toBe("s3://example-cowork/claude/cowork/");
		expect(Buffer.from((await general.get("eu/index.html", 1))?.content ?? "").toString()).toBe("x");
		const keys: string[] = [];
		for await (const { key } of general.list("eu/")) keys.push(key);
		expect(keys).toEqual(["eu/index.html"]);
		expect(region).toBeUndefined();
		expect(await general.place()).toEqual({ exists: true, region: motoRegion });
	});

	test("what carries a secret is read from a bucket of its own", async () => {
		await moto.boto("create_bucket", { Bucket: "example-secret", CreateBucketConfiguration: { LocationConstraint } });
		await put("example-secret", "eu/a.reg");
		const opened = await open(moto.environment, { sensitive: { bucket: "example-secret" }, region: motoRegion });
		expect(opened.region).toBe(motoRegion);
		expect(await opened.sensitive?.get("eu/a.reg", 1)).toMatchObject({ content: new Uint8Array([120]) });
		expect(await opened.general.get("eu/a.reg", 1)).toBeUndefined();
	});

	test("every version of what is removed goes, and none of what stands beside it", async () => {
		for (let count = 0; count < 3; count += 1) await put("example-cowork", "old/revision/manifest.json");
		await put("example-cowork", "old/revision/manifest.json.sig");
		await moto.boto("delete_object", { Bucket: "example-cowork", Key: "old/revision/manifest.json" });
		const before = await versions("example-cowork");
		const { general } = await open(moto.environment);
		expect(await general.remove(["old/revision/manifest.json"])).toEqual([]);
		expect(await versions("example-cowork")).toEqual([(before[0] ?? 0) - 3, (before[1] ?? 0) - 1]);
		expect(await general.get("old/revision/manifest.json.sig", 1)).toBeDefined();
	});

	test("what a lock or a hold keeps stays, and says until when", async () => {
		const Bucket = "example-locked";
		const CreateBucketConfiguration = { LocationConstraint };
		await moto.boto("create_bucket", { Bucket, CreateBucketConfiguration, ObjectLockEnabledForBucket: true });
		const until = "2099-12-31T00:00:00Z";
		const ChecksumAlgorithm = "SHA256";
		await put(Bucket, "a/locked", {
			ObjectLockMode: "COMPLIANCE",
			ObjectLockRetainUntilDate: until,
			ChecksumAlgorithm,
		});
		await put(Bucket, "a/held", { ObjectLockLegalHoldStatus: "ON", ChecksumAlgorithm });
		await put(Bucket, "a/free", { ChecksumAlgorithm });
		const { general } = await open(moto.environment, { bucket: Bucket });
		const problems = await general.remove(["a/free", "a/held", "a/locked"]);
		expect(problems.map(({ code }) => code)).toEqual(["object-retained", "object-retained"]);
		expect(problems.map(formatProblem).sort()).toEqual([
			'warning: ["a/held"]: stays: a legal hold keeps it',
			'warning: ["a/locked"]: stays: its lock ends on 2099-12-31',
		]);
		expect(await versions(Bucket)).toEqual([2, 0]);
	});

	test("a bucket that is not there is told as such", async () => {
		const { general } = await open(moto.environment, { bucket: "example-nowhere" });
		const said = { code: "store-missing", message: "cannot read s3://example-nowhere/a: there is no such bucket" };
		expect(await fault(general.get("a", 1))).toEqual(said);
		expect((await general.remove(["a"])).map(formatProblem)).toEqual([
			"a: stays: cannot read s3://example-nowhere/: there is no such bucket",
		]);
	});
});

describe("a server that answers as S3 would", () => {
	let server: Server;
	let answer: { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };
	let environment: Environment;
	beforeAll(async () => {
		server = createServer((_, response) => {
			response.writeHead(answer.status, { "content-type": "application/xml", ...answer.headers });
			response.end(answer.body);
		});
		environment = {
			AWS_ENDPOINT_URL_S3: await listening(server),
			AWS_ACCESS_KEY_ID: "key",
			AWS_SECRET_ACCESS_KEY: "secret",
			AWS_REGION: "eu-central-1",
		};
	});
	afterAll(() => closed(server));

	test("an object that a rule of the bucket removes has a date", async () => {
		const expiry = 'expiry-date="Fri, 23 Dec 2027 00:00:00 GMT", rule-id="tidy"';
		answer = { status: 200, headers: { "x-amz-expiration": expiry }, body: "x" };
		const found = await (await open(environment)).general.get("a", 1);
		expect(found?.expires).toEqual(new Date("2027-12-23T00:00:00Z"));
	});

	test("of an answer that does not say how long it is no more is read than asked for", async () => {
		answer = { status: 200, headers: { "transfer-encoding": "chunked" }, body: "x".repeat(11) };
		const { general } = await open(environment);
		expect(await fault(general.get("a", 10))).toMatchObject({ code: "object-too-large" });
		expect((await general.get("a", 11))?.content.length).toBe(11);
	});

	test.each([
		[403, "AccessDenied", "store-denied"],
		[403, "SignatureDoesNotMatch", "store-denied"],
		[400, "ExpiredToken", "store-denied"],
		[404, "NoSuchBucket", "store-missing"],
		[400, "InvalidRequest", "store-fault"],
	])("%s %s is %s", async (status, code, expected) => {
		answer = { status, body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>` };
		const { general } = await open(environment);
		expect(await fault(general.get("a", 1))).toMatchObject({ code: expected });
		expect(await fault(general.list("a")[Symbol.asyncIterator]().next())).toMatchObject({ code: expected });
	});

	test("without a server nobody answers", async () => {
		const { general } = await open({ ...environment, AWS_ENDPOINT_URL_S3: "http://127.0.0.1:9" });
		expect(await fault(general.get("a", 1))).toMatchObject({ code: "store-unreachable" });
		expect(await fault(general.place())).toMatchObject({ code: "store-unreachable" });
	});
});
