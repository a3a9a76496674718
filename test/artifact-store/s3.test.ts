import { describe, expect, test } from "vitest";
import { type S3StoreOptions, s3 } from "../../src/artifact-store/s3.js";
import type { StorePlan } from "../../src/artifact-store/store.js";
import { formatProblem } from "../../src/problem.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { storeOutcome, storePlan } from "./planned.js";

const key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const otherKey = "arn:aws:kms:eu-central-1:111122223333:key/abcd1234-34cd-56ef-12ab-ba0987654321";
const mdm = "arn:aws:iam::111122223333:role/device-management";
const sensitive = { bucket: "example-secret", kmsKeyArn: otherKey };

const plan = (options: S3StoreOptions, carriesSecrets = false) => storePlan(s3, options, { carriesSecrets });

const kindsOf = ({ resources }: StorePlan) =>
	resources.map(({ id, type }) => `${id}: ${type.replace("AWS::S3::", "")}`);
const propertiesOf = ({ resources }: StorePlan, id: string) => resources.find((each) => each.id === id)?.properties;

describe("what is created", () => {
	test("a bucket has its versions first and its policy last, one change after another", () => {
		const planned = plan({ bucket: "example-cowork" });
		expect(kindsOf(planned)).toEqual([
			"bucket: Bucket",
			"versioning: Bucket.VersioningConfiguration",
			"ownership: Bucket.OwnershipControls",
			"private: Bucket.PublicAccessBlockConfiguration",
			"encryption: Bucket.BucketEncryption",
			"policy: BucketPolicy",
		]);
		expect(planned.resources.map(({ after = [] }) => after)).toEqual([
			[],
			["bucket"],
			["versioning"],
			["ownership"],
			["private"],
			["encryption"],
		]);
		expect(planned.resources.every(({ kept }) => kept)).toBe(true);
		expect(planned.place).toEqual({
			properties: { bucket: "<late:bucket.bucket>" },
			location: "s3://<late:bucket.bucket>/",
		});
		expect(planned.sensitivePlace).toBeUndefined();
	});

	test("nothing of it has a class or an input that the provider calls deprecated", () => {
		const planned = plan({ bucket: "example-cowork", objectLock: { days: 7 }, sensitive, pointerHistoryDays: 30 });
		expect(planned.resources.filter(({ type }) => /V2|v2/.test(type))).toEqual([]);
		expect(propertiesOf(planned, "bucket")).toEqual({ bucket: "example-cowork", tags: {}, forceDestroy: false });
	});

	test("its policy lets nobody in over a plain connection, and those that are named read the deployment's folder", () => {
		const planned = plan({ bucket: "example-cowork", prefix: "claude", readers: [mdm] });
		const arn = "<late:bucket.arn>";
		const everything = { Effect: "Deny", Principal: "*", Action: ["s3:*"], Resource: [arn, `${arn}/*`] };
		expect(planned.policies).toEqual({
			"bucket-policy": {
				Version: "2012-10-17",
				Statement: [
					{
						Sid: "EncryptedConnectionsOnly",
						...everything,
						Condition: { Bool: { "aws:SecureTransport": "false" } },
					},
					{
						Sid: "ReadPublished",
						Effect: "Allow",
						Principal: { AWS: [mdm] },
						Action: ["s3:GetObject"],
						Resource: [`${arn}/claude/eu/*`],
					},
					{
						Sid: "ListPublished",
						Effect: "Allow",
						Principal: { AWS: [mdm] },
						Action: ["s3:ListBucket"],
						Resource: [arn],
						Condition: { StringLike: { "s3:prefix": ["claude/eu/", "claude/eu/*"] } },
					},
				],
			},
		});
	});

	test("what carries a secret has a bucket, a key and readers of its own", () => {
		const planned = plan({ bucket: "example-cowork", readers: [mdm], kmsKeyArn: key, sensitive }, true);
		expect(planned.sensitivePlace?.properties).toEqual({ bucket: "<late:sensitive-bucket.bucket>" });
		const encryptedBy = (id: string) => propertiesOf(planned, id)?.rules;
		const by = (kmsMasterKeyId: string) => [
			{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId }, bucketKeyEnabled: true },
		];
		expect([encryptedBy("encryption"), encryptedBy("sensitive-encryption")]).toEqual([by(key), by(otherKey)]);
		expect(JSON.stringify(planned.policies?.["sensitive-bucket-policy"])).not.toContain(mdm);
		expect(JSON.stringify(planned.policies?.["bucket-policy"])).toContain(mdm);
	});

	test("a secret is refused without a place for it, which need not be there for anything else", () => {
		const refused = storeOutcome(s3, { bucket: "example-cowork" }, { carriesSecrets: true });
		expect(refused.problems.map(({ code, path }) => [code, path])).toEqual([["no-sensitive-place", ["sensitive"]]]);
	});

	test("a region where content may not be is refused", () => {
		const residency = ["eu-central-1", "eu-west-1"];
		const outcome = (region?: string) =>
			storeOutcome(s3, { bucket: "example-cowork", ...(region !== undefined && { region }) }, { residency }).problems;
		expect(outcome("eu-west-1")).toEqual([]);
		expect(outcome("us-east-1").map(formatProblem)).toEqual([
			"region: is us-east-1, which the residency of the route's provision does not allow; take one of eu-central-1, eu-west-1",
		]);
		// The provider's region would decide otherwise, and nobody would see where that is.
		expect(outcome().map(formatProblem)).toEqual([
			"region: is missing, and the residency of the route's provision says where content may be; take one of eu-central-1, eu-west-1",
		]);
	});

	test("a lock holds what everybody reads, and no secret; nothing makes another bucket of it later", () => {
		const planned = plan({ bucket: "example-cowork", objectLock: { days: 30 }, sensitive });
		expect(kindsOf(planned).filter((kind) => kind.includes("Lock"))).toEqual(["lock: Bucket.ObjectLockConfiguration"]);
		expect(propertiesOf(planned, "lock")?.rule).toEqual({ defaultRetention: { mode: "GOVERNANCE", days: 30 } });
		expect(propertiesOf(planned, "bucket")).not.toHaveProperty("objectLockEnabled");
	});

	test("the one rule that deletes anything is for earlier versions of what is marked as a pointer", () => {
		const planned = plan({ bucket: "example-cowork", pointerHistoryDays: 90, sensitive });
		expect(planned.resources.filter(({ type }) => type.includes("Lifecycle")).map(({ id }) => id)).toEqual([
			"pointer-history",
		]);
		expect(propertiesOf(planned, "pointer-history")?.rules).toEqual([
			{
				id: "pointer-history",
				status: "Enabled",
				filter: { tag: { key: "pulumi-cowork", value: "pointer" } },
				noncurrentVersionExpiration: { noncurrentDays: 90 },
			},
		]);
	});

	test("records of both buckets go to one, apart there", () => {
		const planned = plan({ bucket: "example-cowork", sensitive, accessLogs: { bucket: "example-logs", prefix: "s3" } });
		const to = (id: string) => propertiesOf(planned, id);
		expect(to("access-logs")).toMatchObject({ targetBucket: "example-logs", targetPrefix: "s3/" });
		expect(to("sensitive-access-logs")).toMatchObject({ targetBucket: "example-logs", targetPrefix: "s3/sensitive/" });
	});

	test("a bucket that exists stays as it is", () => {
		const planned = plan({ bucket: "example-cowork", existing: true, region: "eu-central-1" });
		expect(planned).toEqual({
			lookUps: [],
			resources: [],
			policies: {},
			place: { properties: { bucket: "example-cowork", region: "eu-central-1" }, location: "s3://example-cowork/" },
			prefix: "",
			retain: true,
			outputs: { bucket: "example-cowork" },
		});
	});

	test("a bucket that is not to stay goes with all that is in it, whose objects no revision deletes before", () => {
		const planned = plan({ bucket: "example-cowork", retain: false });
		expect(planned.resources.some(({ kept }) => kept)).toBe(false);
		expect(propertiesOf(planned, "bucket")?.forceDestroy).toBe(true);
		expect(planned.retain).toBe(true);
	});
});

describe("what is wrong with a block", () => {
	const messages = (block: object) =>
		checkShape(s3.options, { bucket: "example-cowork", ...block }, { at: ["s3"] }).map(formatProblem);

	test.each<[string, object, readonly string[]]>([
		["nothing", { sensitive, kmsKeyArn: key, region: "eu-central-1", readers: [mdm] }, []],
		[
			"a bucket that exists is told how to be",
			{ existing: true, versioning: true, readers: [mdm] },
			["versioning", "readers"].map(
				(name) =>
					`s3.${name}: is for a bucket that is created, and this one exists; leave it out, and let the bucket's owner see to it`,
			),
		],
		[
			"the same of what carries a secret",
			{ sensitive: { ...sensitive, existing: true } },
			[
				"s3.sensitive.kmsKeyArn: is for a bucket that is created, and this one exists; leave it out, and let the bucket's owner see to it",
			],
		],
		[
			"a bucket that exists is to be deleted",
			{ existing: true, retain: false },
			[
				"s3.retain: is false, and nothing in a bucket that exists is deleted with the deployment; leave it out, and remove what nobody needs with pulumi-cowork prune",
			],
		],
		[
			"a lock without versions, of what is to be deleted",
			{ objectLock: { days: 7 }, versioning: false, retain: false },
			[
				"s3.versioning: is false, and versions are what objectLock keeps; leave it out",
				"s3.retain: is false, and nothing that objectLock keeps can be deleted with the deployment; leave it out",
			],
		],
		[
			"a lock that nobody undoes is warned of",
			{ objectLock: { mode: "COMPLIANCE", days: 365 } },
			[
				"warning: s3.objectLock.mode: keeps every version for 365 days against everybody, the account's root too, and can be made longer only; say GOVERNANCE to try it out",
			],
		],
		["a lock of no days", { objectLock: { days: 0 } }, ["s3.objectLock.days: is 0; expected at least 1"]],
		[
			"secrets stand beside the rest",
			{ kmsKeyArn: key, sensitive: { bucket: "example-cowork", kmsKeyArn: key } },
			[
				"s3.sensitive.bucket: is the bucket of what carries no secret; name another one",
				"s3.sensitive.kmsKeyArn: is the key of what carries no secret; make one that fewer may use",
			],
		],
		[
			"secrets have no key",
			{ sensitive: { bucket: "example-secret" } },
			[
				"s3.sensitive.kmsKeyArn: is missing; what carries a secret is encrypted with a key of its own, whose policy says who can read it",
			],
		],
		[
			"a bucket that records itself",
			{ sensitive, accessLogs: { bucket: "example-secret" } },
			["s3.accessLogs.bucket: is a bucket of this block itself; name another one"],
		],
		[
			"a key of another region",
			{ region: "eu-west-1", kmsKeyArn: key },
			["s3.kmsKeyArn: is a key of eu-central-1; S3 takes one of the bucket's region, which by region is eu-west-1"],
		],
		[
			"keys of two regions",
			{ kmsKeyArn: key.replace("eu-central-1", "us-east-1"), sensitive },
			[
				"s3.sensitive.kmsKeyArn: is a key of eu-central-1; S3 takes one of the bucket's region, which by kmsKeyArn is us-east-1",
			],
		],
		[
			"a reader of another partition",
			{ region: "us-gov-west-1", readers: [mdm, mdm.replace("aws", "aws-us-gov")] },
			["s3.readers[0]: is in partition aws, and region in aws-us-gov; nothing reaches from one to another"],
		],
		[
			"everybody reads",
			{ readers: ["*", "arn:aws:iam::111122223333:role/*", "arn:aws:sts::111122223333:assumed-role/a/b"] },
			[0, 1, 2].map(
				(index) =>
					`s3.readers[${index}]: is no ARN of a role, a user or an account; expected one such as arn:aws:iam::111122223333:role/device-management`,
			),
		],
		[
			"an alias of a key",
			{ kmsKeyArn: "arn:aws:kms:eu-central-1:111122223333:alias/cowork" },
			["s3.kmsKeyArn: is no ARN of a key; expected one such as arn:aws:kms:eu-central-1:111122223333:key/<id>"],
		],
	])("%s", (_, block, expected) => {
		expect(messages(block)).toEqual(expected);
	});

	test("what a program passes is seen by S3 alone", () => {
		const passed = { fromProgram: "publish.s3.bucket" };
		expect(
			messages({
				bucket: passed,
				kmsKeyArn: passed,
				readers: [passed],
				sensitive: { bucket: passed, kmsKeyArn: passed },
			}),
		).toEqual([]);
	});
});
