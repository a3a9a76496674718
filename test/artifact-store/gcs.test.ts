import { describe, expect, test } from "vitest";
import { type GcsStoreOptions, gcs } from "../../src/artifact-store/gcs.js";
import { formatPath } from "../../src/path.js";
import { isError, type Problem } from "../../src/problem.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { storeOutcome, storePlan } from "./planned.js";

const own = { bucket: "example-cowork", location: "europe-west3" };
const key = (location: string) => `projects/example-keys/locations/${location}/keyRings/cowork/cryptoKeys/artifacts`;
const readers = ["group:mdm@example.com"];

const told = (problems: readonly Problem[]) =>
	problems.map((each) => `${isError(each) ? "" : "warning "}${each.code} ${formatPath(each.path)}`);

/** What is wrong with a block, by its shape and then by its plan. */
function faults(options: object, carriesSecrets = false): string[] {
	const ofShape = checkShape(gcs.options, options, { at: [] });
	if (ofShape.length > 0) return told(ofShape);
	return told(storeOutcome(gcs, options as GcsStoreOptions, { carriesSecrets }).problems);
}

const planOf = (options: GcsStoreOptions) => storePlan(gcs, options);

// https://cloud.google.com/storage/docs/buckets#naming
describe("names of buckets", () => {
	test.each([
		"abc",
		"my-travel-maps",
		"0f75d593-8e7b-4418-a5ba-cb2970f0b91e",
		"test_1",
		"example.com",
		"9.9.9",
		"a".repeat(63),
		`${"a".repeat(63)}.${"b".repeat(63)}.example.com`,
	])("%s", (bucket) => {
		expect(faults({ ...own, bucket })).toEqual([]);
	});

	test.each([
		"ab",
		"My-Travel-Maps",
		"my_google_bucket",
		"g00gle-things",
		"goog-things",
		"test bucket",
		"-cowork",
		"cowork-",
		"a..b",
		"192.168.5.4",
		"a".repeat(64),
		`${"a".repeat(64)}.example.com`,
		"gs://cowork",
		"<late:other>",
	])("%s is none", (bucket) => {
		expect(faults({ ...own, bucket })).toEqual(["bucket-name bucket"]);
	});
});

test.each(["EU", "eu", "us", "asia", "EUR4", "eur8", "nam4", "asia1", "europe-west12", "US-CENTRAL1", "me-central2"])(
	"%s is a place for buckets",
	(location) => {
		const [bucket] = planOf({ ...own, location }).resources;
		expect(faults({ ...own, location })).toEqual([]);
		expect(bucket?.properties.location).toBe(location.toUpperCase());
	},
);

test.each(["global", "europe", "eu-central-1", "europe-west3-a", "germany", "eur6"])(
	"%s is no place for buckets",
	(location) => {
		expect(faults({ ...own, location })).toEqual(["bucket-location location"]);
	},
);

// https://cloud.google.com/iam/docs/principal-identifiers
describe("readers", () => {
	test.each([
		"user:ada@example.com",
		"group:mdm@example.com",
		"serviceAccount:mdm@example-net.iam.gserviceaccount.com",
		"serviceAccount:example-net.svc.id.goog@example.com",
		"domain:example.com",
		"principal://iam.googleapis.com/locations/global/workforcePools/example/subject/ada@example.com",
		"principalSet://iam.googleapis.com/locations/global/workforcePools/example/group/mdm",
		"principalSet://iam.googleapis.com/projects/123/locations/global/workloadIdentityPools/ci/attribute.repository/a",
	])("%s", (reader) => {
		expect(faults({ ...own, readers: [reader] })).toEqual([]);
	});

	test.each([
		["allUsers", "public-reader"],
		["allAuthenticatedUsers", "public-reader"],
		["ALLUSERS", "public-reader"],
		["user:allUsers", "member"],
		["mdm@example.com", "member"],
		["group:mdm", "member"],
		["projectViewer:example-net", "member"],
		["deleted:user:ada@example.com?uid=1", "member"],
		["domain:*", "member"],
		["principalSet://iam.googleapis.com/*", "member"],
		["user:ada@example.com,allUsers", "member"],
	])("%s is refused as %s", (reader, code) => {
		expect(faults({ ...own, readers: [reader] })).toEqual([`${code} readers[0]`]);
	});

	test.each(["domain:example.com", "principalSet://iam.googleapis.com/locations/global/workforcePools/example/*"])(
		"%s is too many for secrets",
		(reader) => {
			expect(faults({ ...own, readers: [reader] })).toEqual([]);
			expect(faults({ ...own, sensitive: { bucket: "example-secrets", readers: [reader] } })).toEqual([
				"wide-reader sensitive.readers[0]",
			]);
		},
	);

	test("read what the deployment publishes, and nothing beside it", () => {
		const { resources } = planOf({ bucket: "example-shared", existing: true, prefix: "a/b", readers });
		expect(resources.map(({ id }) => id)).toEqual(["reader.group:mdm@example.com"]);
		const whole = [
			'resource.name.startsWith("projects/_/buckets/example-shared/objects/a/b/eu/")',
			'api.getAttribute("storage.googleapis.com/objectListPrefix", "").startsWith("a/b/eu/")',
		];
		expect(resources[0]?.properties).toMatchObject({ condition: { expression: whole.join(" || ") } });
	});

	test("of a bucket for secrets are everybody who reads it", () => {
		const { resources } = planOf({ ...own, sensitive: { bucket: "example-secrets", readers } });
		expect(resources.find(({ id }) => id === "sensitive-readers")?.properties).toEqual({
			bucket: "<late:sensitive-bucket.name>",
			role: "roles/storage.legacyObjectReader",
			members: readers,
		});
	});
});

describe.each<[string, object, readonly string[]]>([
	["a bucket without a place", { bucket: "example-cowork" }, ["missing location"]],
	[
		"secrets in the bucket of everything else",
		{ ...own, sensitive: { bucket: own.bucket, readers } },
		["same-bucket sensitive.bucket"],
	],
	[
		"a bucket for secrets that every viewer reads",
		{ ...own, sensitive: { bucket: "example-secrets" } },
		["missing sensitive.readers"],
	],
	[
		"a bucket that exists, and how to create it",
		{ bucket: "example-cowork", existing: true, versioning: true, kmsKeyName: key("eu"), softDeleteDays: 7 },
		["of-existing versioning", "of-existing kmsKeyName", "of-existing softDeleteDays"],
	],
	[
		"a key for secrets in a bucket that exists",
		{ ...own, sensitive: { bucket: "example-secrets", existing: true, kmsKeyName: key("europe-west3") } },
		["of-existing sensitive.kmsKeyName"],
	],
	["a key of another place", { ...own, kmsKeyName: key("europe-west4") }, ["key-elsewhere kmsKeyName"]],
	["a key that serves everywhere", { ...own, kmsKeyName: key("global") }, ["key-elsewhere kmsKeyName"]],
	[
		"a key for secrets of another place",
		{ ...own, sensitive: { bucket: "example-secrets", readers, kmsKeyName: key("eu") } },
		["key-elsewhere sensitive.kmsKeyName"],
	],
	[
		"an account for no key",
		{ ...own, serviceAgent: "service-1@gs-project-accounts.iam.gserviceaccount.com" },
		["no-effect serviceAgent"],
	],
	["leave for no key", { ...own, grantKey: false }, ["no-effect grantKey"]],
	["3 days of soft delete", { ...own, softDeleteDays: 3 }, ["soft-delete-days softDeleteDays"]],
	[
		"retention without versions",
		{ ...own, retention: { days: 7 }, versioning: false },
		["pointers-retained retention"],
	],
	[
		"what goes with a bucket that stays",
		{ ...own, retain: false, sensitive: { bucket: "example-secrets", existing: true } },
		["of-existing retain"],
	],
	["retention of what goes", { ...own, retention: { days: 7 }, retain: false }, ["either-or retain"]],
	[
		"a lock that nobody acknowledged",
		{ ...own, retention: { days: 7, isLocked: true } },
		["lock-not-acknowledged retention.isLocked"],
	],
	[
		"a lock",
		{ ...own, retention: { days: 7, isLocked: true, lockAcknowledged: true } },
		["warning retention-locked retention.isLocked"],
	],
	[
		"an acknowledgement of no lock",
		{ ...own, retention: { days: 7, lockAcknowledged: true } },
		["no-effect retention.lockAcknowledged"],
	],
	["a prefix that climbs", { ...own, prefix: "../other" }, ["key-prefix prefix"]],
	["a prefix that ends in a slash", { ...own, prefix: "cowork/" }, ["key-prefix prefix"]],
])("%s", (_, options, expected) => {
	test("is told as that", () => {
		expect(faults(options)).toEqual(expected);
	});
});

test("a key of europe serves buckets of eu", () => {
	expect(faults({ ...own, location: "EU", kmsKeyName: key("europe") })).toEqual([]);
	expect(faults({ ...own, location: "EUR4", kmsKeyName: key("eur4") })).toEqual([]);
});

test("a bucket that exists takes one of its own beside it for secrets, with what that is created with", () => {
	const options = {
		bucket: "example-shared",
		existing: true,
		location: "eu",
		kmsKeyName: key("europe"),
		sensitive: { bucket: "example-secrets", readers },
	};
	expect(faults(options, true)).toEqual([]);
	expect(planOf(options).resources.map(({ id, after }) => [id, after])).toEqual([
		["sensitive-key-user", undefined],
		["sensitive-bucket", ["sensitive-key-user"]],
		["sensitive-readers", undefined],
	]);
});

test("secrets are refused without a place of their own", () => {
	expect(faults(own, true)).toEqual(["no-sensitive-place sensitive"]);
	expect(faults({ ...own, sensitive: { bucket: "example-secrets", readers } }, true)).toEqual([]);
});

test("what is told to go goes with everything in it, and what lets it be read stays", () => {
	const { resources } = planOf({ ...own, retain: false, kmsKeyName: key("europe-west3"), readers });
	expect(resources.map(({ id, kept = false }) => [id, kept])).toEqual([
		["key-user", true],
		["bucket", false],
		["reader.group:mdm@example.com", false],
	]);
	expect(resources[1]?.properties.forceDestroy).toBe(true);
});

test("what a program passes stands in no name", () => {
	const { resources } = planOf({ ...own, readers: ["<late:publish.gcs.readers[0]>"] });
	expect(resources[1]).toMatchObject({ id: "reader.0", properties: { member: "<late:publish.gcs.readers[0]>" } });
});

// https://cloud.google.com/storage/docs/locations: London and Zürich are no places of the Union.
test.each<[string, readonly string[], boolean]>([
	["europe-west3", ["eu"], true],
	["EU", ["eu"], true],
	["EU", ["europe-west3"], false],
	["eur4", ["eu"], true],
	["eur5", ["eu"], false],
	["eur8", ["eu"], false],
	["eur8", ["europe-west3", "europe-west6"], true],
	["nam4", ["us"], true],
	["us-central1", ["eu", "us"], true],
	["europe-west2", ["eu"], false],
	["asia", ["us"], false],
])("a bucket in %s, where content stays in %j: %s", (location, residency, isAllowed) => {
	const { value, problems } = storeOutcome(gcs, { ...own, location }, { residency });
	expect([value !== undefined, told(problems)]).toEqual([isAllowed, isAllowed ? [] : ["residency location"]]);
});

test("a bucket that exists says where it is, where content must stay somewhere", () => {
	const planned = (more: Partial<GcsStoreOptions>) => {
		const options = { bucket: "example-artifacts", existing: true, ...more };
		return told(storeOutcome(gcs, options, { residency: ["eu"] }).problems);
	};
	expect(planned({})).toEqual(["residency location"]);
	expect(planned({ location: "europe-west3" })).toEqual([]);
});
