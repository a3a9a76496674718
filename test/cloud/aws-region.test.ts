import { expect, test } from "vitest";
import { partitionOfRegion } from "../../src/cloud/aws-region.js";

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
test.each([
	["eu-central-1", "aws"],
	["us-east-1", "aws"],
	["mx-central-1", "aws"],
	["us-gov-west-1", "aws-us-gov"],
	["cn-north-1", "aws-cn"],
	["us-iso-east-1", "aws-iso"],
	["us-isob-east-1", "aws-iso-b"],
	["eu-isoe-west-1", "aws-iso-e"],
	["us-isof-south-1", "aws-iso-f"],
	["eusc-de-east-1", "aws-eusc"],
])("%s is in %s", (region, partition) => {
	expect(partitionOfRegion(region)).toBe(partition);
});
