import { expect, test } from "vitest";
import { parseDeployment } from "../../src/deployment/parse.js";
import { DeploymentError } from "../../src/problem.js";
import { soundWith } from "../support/deployment.js";

const provision = { residency: ["eu"] };
const people = { members: { googleGroup: "pilot@example.com" } };

function problems(inference: object, location: string): string[] {
	const gcs = { bucket: "example-cowork", location };
	const input = soundWith({ inference, groups: { pilot: { preset: "none", ...people } }, publish: { gcs } });
	try {
		parseDeployment(input);
		return [];
	} catch (fault) {
		if (!(fault instanceof DeploymentError)) throw fault;
		return fault.message.split("\n").filter((line) => line.startsWith("publish"));
	}
}

const vertex = {
	projectId: "example-net",
	region: "eu",
	models: ["claude-sonnet-5"],
	signIn: { google: { clientId: "1-a.apps.googleusercontent.com", clientSecret: { fromEnv: "CLIENT_SECRET" } } },
	provision,
};

test("a bucket is where the deployment says that content stays", () => {
	const secrets = "publish.gcs.sensitive: is missing";
	expect(problems({ vertex }, "europe-west3").map((line) => line.slice(0, secrets.length))).toEqual([secrets]);
	expect(problems({ vertex }, "us-central1").filter((line) => line.startsWith("publish.gcs.location"))).toEqual([
		"publish.gcs.location: is us-central1, which the residency of the route's provision does not allow; take a place within eu",
	]);
});

test("what another cloud calls places says nothing of buckets", () => {
	const bedrock = {
		region: "eu-central-1",
		models: ["anthropic.claude-sonnet-4-5-20250929-v1:0"],
		signIn: { bearerToken: { token: { fromEnv: "TOKEN" } } },
		provision: { residency: ["eu-central-1"] },
	};
	expect(problems({ bedrock }, "us-central1").filter((line) => line.startsWith("publish.gcs.location"))).toEqual([]);
});
