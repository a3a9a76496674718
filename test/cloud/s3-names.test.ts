import { expect, test } from "vitest";
import { bucketName, keyPrefix } from "../../src/cloud/s3-names.js";
import { formatProblem } from "../../src/problem.js";
import { checkShape } from "../../src/shape/check-shape.js";
import type { Shape } from "../../src/shape/shape.js";

const messages = (shape: Shape, value: unknown) => checkShape(shape, value, { at: ["name"] }).map(formatProblem);

const noName = "name: is no name of a bucket; expected 3 to 63 lower-case letters, digits, dots and hyphens";
const reserved = "name: begins or ends as S3 keeps it for names of its own; choose another";

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
test.each([
	["example-cowork", []],
	["a.b.c", []],
	["a".repeat(63), []],
	["a".repeat(64), [noName]],
	["ab", [noName]],
	["Example", [noName]],
	["example_cowork", [noName]],
	["-example", [noName]],
	["example-", [noName]],
	["a..b", [noName]],
	["bucket/key", [noName]],
	["192.168.5.4", ["name: is an IP address, which no bucket is called"]],
	["xn--example", [reserved]],
	["sthree-example", [reserved]],
	["amzn-s3-demo-example", [reserved]],
	["example-s3alias", [reserved]],
	["example--ol-s3", [reserved]],
	["example.mrap", [reserved]],
	["example--x-s3", [reserved]],
	["example--table-s3", [reserved]],
])("of a bucket's name %s it says %j", (name, expected) => {
	expect(messages(bucketName, name)).toEqual(expected);
});

test.each(["a", "claude/cowork", "a.b/c_d/e'f"])("%s is a prefix", (prefix) => {
	expect(messages(keyPrefix, prefix)).toEqual([]);
});

test.each(["/a", "a/", "a//b", "a*", "a?", "$" + "{aws:username}", "a b"])("%s is no prefix", (prefix) => {
	const said = "name: is no prefix of keys; expected words with slashes between them, none at either end";
	expect(messages(keyPrefix, prefix)).toEqual([said]);
});
