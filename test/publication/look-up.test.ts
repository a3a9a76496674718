import { createServer } from "node:http";
import path from "node:path";
import { expect, test } from "vitest";
import { formatProblem } from "../../src/problem.js";
import { type LookUpRequest, lookUp, skipped } from "../../src/publication/look-up.js";
import { plannedScopes } from "../../src/publication/planned-scopes.js";
import { inFolder } from "../support/in-folder.js";
import { closed, listening } from "../support/listening.js";
import { owner, pilot, revision, tree } from "./tree.js";

const held = revision(pilot, { "egress.txt": "llm.example.com\n*.example.org\n" });
const scopes = plannedScopes({
	name: "eu",
	publication: { rings: ["canary", "broad"] },
	groups: { pilot: { rings: { broad: { hold: held.digest } } } },
});

function look(fill: (store: ReturnType<typeof tree>) => void, more: Partial<LookUpRequest> = {}) {
	return inFolder(async (base) => {
		fill(tree(path.join(base, "published")));
		const blocks = { local: { directory: "published" } };
		const now = new Date("2026-11-29T12:00:00Z");
		const request = { deployment: "eu", blocks, scopes, owner, base, environment: {}, now, ...more };
		const { published, problems } = await lookUp(request);
		return { published, problems: problems.map((each) => formatProblem(each).replaceAll(base, "<base>")) };
	});
}

test("what stands in each store is found by its word, with the hosts of what is held", async () => {
	const { published, problems } = await look((store) => {
		store.putRevision(pilot, held);
		store.putPointer({ scope: pilot, ring: "canary", revision: held.digest });
	});
	expect(problems).toEqual([]);
	expect(Object.keys(published)).toEqual(["local"]);
	expect(published.local?.groups.pilot?.pointers.canary?.revision).toBe(held.digest);
	expect(published.local?.groups.pilot?.revisions[held.digest]?.addresses).toEqual([
		"llm.example.com",
		"*.example.org",
	]);
	expect(JSON.parse(JSON.stringify(published))).toEqual(published);
});

test("a hosts file that was altered to the same length is an error", async () => {
	const { problems } = await look((store) => {
		store.putRevision(pilot, held);
		store.put(`eu/groups/pilot/revisions/${held.digest}/egress.txt`, "evil.example.com\n*.exampl.org\n");
	});
	expect(problems).toEqual([
		`groups.pilot.rings.broad.hold: <base>/published/eu/groups/pilot/revisions/${held.digest}/manifest.json is not whole: egress.txt is altered since`,
	]);
});

test("a hold that was never published is an error at the hold, of every store", async () => {
	const { problems } = await look(() => undefined);
	expect(problems).toEqual([
		expect.stringMatching(/^groups\.pilot\.rings\.broad\.hold: was never published to <base>\/published\/, or is gone/),
	]);
});

test("a store of a program's own, and one whose block an output stands in, are told and not looked at", async () => {
	const blocks = {
		vault: { shelf: "a" },
		s3: { bucket: { fromProgram: "publish.s3.bucket" }, region: "eu-central-1" },
	};
	const rest =
		"nobody has verified what is published there, who else publishes there and in which region it is, and pointers do not say what they replace";
	expect(await look(() => undefined, { blocks })).toEqual({
		published: {},
		problems: [
			`warning: publish.vault: this package reads no such store, so that ${rest}`,
			`warning: publish.s3: its block holds an output of the program, so that ${rest}`,
		],
	});
	expect(skipped(["gcs"]).map(formatProblem)).toEqual([
		`warning: publish.gcs: PULUMI_COWORK_SKIP_LOOK_UP is set, so that ${rest}`,
	]);
});

test("a bucket for secrets in another region than the block says is an error", async () => {
	const server = createServer(({ method, url = "" }, response) => {
		const region = url.startsWith("/example-secrets") ? "us-east-1" : "eu-central-1";
		if (method === "HEAD") return response.writeHead(200, { "x-amz-bucket-region": region }).end();
		if (url.includes("list-type")) return response.writeHead(200).end("<ListBucketResult/>");
		return response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
	});
	try {
		const environment = {
			AWS_ENDPOINT_URL_S3: await listening(server),
			AWS_ACCESS_KEY_ID: "test",
			AWS_SECRET_ACCESS_KEY: "test",
		};
		const sensitive = { bucket: "example-secrets", existing: true };
		const blocks = { s3: { bucket: "example-cowork", region: "eu-central-1", sensitive } };
		const { problems } = await look(() => undefined, { blocks, environment, scopes: [] });
		expect(problems).toEqual([
			"publish.s3: says eu-central-1, and s3://example-secrets/ is in us-east-1; write the region that it is in, or choose another name",
		]);
	} finally {
		await closed(server);
	}
});

test("a store that gives no answer is an error that names the way on", async () => {
	const blocks = { s3: { bucket: "example-cowork", region: "eu-central-1" } };
	// Nothing listens on the port for discarding.
	const environment = {
		AWS_ENDPOINT_URL_S3: "http://127.0.0.1:9",
		AWS_ACCESS_KEY_ID: "test",
		AWS_SECRET_ACCESS_KEY: "secret-of-aws",
		AWS_MAX_ATTEMPTS: "1",
	};
	const { published, problems } = await look(() => undefined, { blocks, environment });
	expect(published).toEqual({});
	expect(problems).toEqual([
		expect.stringMatching(
			/^publish\.s3: cannot be looked at: .*; PULUMI_COWORK_SKIP_LOOK_UP=1 goes on without looking$/,
		),
	]);
	expect(problems.join()).not.toContain("secret-of-aws");
});
