import { expect, test } from "vitest";
import { parseImage, privateRepository } from "../../../src/observability/ecs/image.js";

const digest = `sha256:${"ab".repeat(32)}`;

/** https://github.com/distribution/reference: the first part is a host only with a dot, a colon, or as localhost. */
test.each([
	[
		"otel/opentelemetry-collector-contrib:0.160.0",
		"docker.io",
		"otel/opentelemetry-collector-contrib",
		"0.160.0",
		undefined,
	],
	["nginx", "docker.io", "library/nginx", undefined, undefined],
	["registry.example.com:5000/team/collector", "registry.example.com:5000", "team/collector", undefined, undefined],
	[`ghcr.io/a/b:1@${digest}`, "ghcr.io", "a/b", "1", digest],
	[`localhost/b@${digest}`, "localhost", "b", undefined, digest],
])("%s", (text, registry, repository, tag, of) => {
	expect(parseImage(text)).toEqual({ registry, repository, ...(tag && { tag }), ...(of && { digest: of }) });
});

test.each(["", "a@sha256:12", "registry.example.com/"])("%s is none", (text) => {
	expect(parseImage(text)).toBeUndefined();
});

test("a repository of Amazon ECR tells its account and region", () => {
	expect(privateRepository("111122223333.dkr.ecr.eu-west-1.amazonaws.com/otel/collector:1")).toEqual({
		accountId: "111122223333",
		region: "eu-west-1",
		name: "otel/collector",
	});
	expect(privateRepository("public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0")).toBeUndefined();
});
