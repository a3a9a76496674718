import { describe, expect, test } from "vitest";
import {
	awsEndpointService,
	awsServiceHost,
	awsServiceHostWithoutFips,
	isAwsInferenceHost,
} from "../../src/inference/aws-hosts.js";
import { isGoogleInferenceHost, vertexHost } from "../../src/inference/google-hosts.js";

test.each([
	["runtime", "eu-central-1", "bedrock-runtime.eu-central-1.amazonaws.com"],
	["control", "eu-central-1", "bedrock.eu-central-1.amazonaws.com"],
	["sts", "eu-central-1", "sts.eu-central-1.amazonaws.com"],
	["mantle", "us-east-1", "bedrock-mantle.us-east-1.api.aws"],
	["runtime", "us-gov-west-1", "bedrock-runtime-fips.us-gov-west-1.amazonaws.com"],
	["control", "us-gov-west-1", "bedrock-fips.us-gov-west-1.amazonaws.com"],
	["sts", "us-gov-west-1", "sts.us-gov-west-1.amazonaws.com"],
] as const)("%s in %s is %s", (service, region, host) => {
	expect(awsServiceHost(service, region)).toBe(host);
	expect(awsEndpointService(service, region)).toBe(`com.amazonaws.${region}.${host.slice(0, host.indexOf("."))}`);
});

test("apps that do not know FIPS hosts call the others", () => {
	expect(awsServiceHostWithoutFips("runtime", "us-gov-west-1")).toBe("bedrock-runtime.us-gov-west-1.amazonaws.com");
});

describe("who answers inference", () => {
	test.each([
		"bedrock-runtime.eu-central-1.amazonaws.com",
		"bedrock-runtime-fips.us-gov-east-1.amazonaws.com",
		"bedrock-runtime.us-east-1.api.aws",
		"bedrock-mantle.us-east-1.api.aws",
		"vpce-0a1b2c-d3e4.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
		"vpce-0a1b2c-d3e4-eu-central-1a.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
	])("AWS at %s", (host) => {
		expect(isAwsInferenceHost(host)).toBe(true);
	});

	test.each([
		"bedrock.eu-central-1.amazonaws.com",
		"a1b2.execute-api.eu-central-1.amazonaws.com",
		"bedrock-runtime.example.com",
		"bedrock-runtime.eu-central-1.amazonaws.com.example.com",
		"x.bedrock-runtime.eu-central-1.amazonaws.com",
		"proxy.example.com",
	])("somebody else at %s", (host) => {
		expect(isAwsInferenceHost(host)).toBe(false);
	});

	test.each([
		vertexHost("global"),
		vertexHost("eu"),
		vertexHost("us"),
		vertexHost("europe-west1"),
		"aiplatform-claude.p.googleapis.com",
		"us-east5-aiplatform-claude.p.googleapis.com",
	])("Google at %s", (host) => {
		expect(isGoogleInferenceHost(host)).toBe(true);
	});

	test.each([
		"storage.googleapis.com",
		"aiplatform.example.com",
		"aiplatform.googleapis.com.example.com",
		"claude.p.googleapis.com",
		"my-service-abc.a.run.app",
	])("somebody else than Google at %s", (host) => {
		expect(isGoogleInferenceHost(host)).toBe(false);
	});
});
