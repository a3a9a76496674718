import { describe, expect, test } from "vitest";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { formatProblem, isError } from "../../../src/problem.js";
import { describeDeployment } from "../../../src/reading/describe/describe-deployment.js";
import { readCcwb } from "../../../src/reading/migrate/read-ccwb.js";
import { identityCenter } from "./ccwb-profiles.js";

const migrated = (document: object, name = "Acme.json") => {
	const { value = [], problems } = readCcwb([{ name, bytes: new TextEncoder().encode(JSON.stringify(document)) }]);
	const described = value.length === 0 ? undefined : describeDeployment(value, { name: "eu" });
	const all = [...problems, ...(described?.problems ?? [])];
	return {
		deployment: described?.value?.deployment,
		secrets: described?.value?.secrets.map(({ name: secret }) => secret),
		said: all.map(formatProblem),
		errors: all.filter(isError),
	};
};

test("sign-in by Identity Center keeps its words, the collector its address, and what has no equal is told", () => {
	const { deployment, secrets, said, errors } = migrated(identityCenter("token-of-the-collector"));
	expect(errors).toEqual([]);
	expect(deployment).toMatchObject({
		inference: {
			bedrock: {
				region: "eu-central-1",
				models: ["eu.anthropic.claude-sonnet-5"],
				signIn: {
					identityCenter: {
						startUrl: "https://acme.awsapps.com/start",
						region: "eu-west-1",
						accountId: "210987654321",
						roleName: "ClaudeUsers",
					},
				},
			},
		},
		groups: {
			acme: {
				settings: {
					otlpEndpoint: "https://otel.acme.example:443",
					otlpProtocol: "http/protobuf",
					otlpHeaders: { "X-Cowork-Token": { fromEnv: "OTLP_HEADERS_X_COWORK_TOKEN" } },
					deploymentDisplayName: "Acme",
					disableAutoUpdates: true,
				},
			},
		},
	});
	expect(secrets).toEqual(["OTLP_HEADERS_X_COWORK_TOKEN"]);
	const text = [JSON.stringify(deployment), ...said].join("\n");
	expect(text).not.toContain("token-of-the-collector");
	for (const member of ["quota_monitoring_enabled", "quota_limit_type", "tags"]) {
		expect(said).toContainEqual(expect.stringContaining(`${member}: has no equal in a deployment; it is left out`));
	}
	expect(() => parseDeployment(deployment)).not.toThrow();
});

describe("other ways to sign in", () => {
	test("a program of each user becomes one of the device, and that is told", () => {
		const { deployment, said } = migrated({
			aws_region: "us-west-2",
			provider_domain: "acme.okta.com",
			client_id: "0oa1",
		});
		expect(deployment).toMatchObject({
			inference: { bedrock: { models: ["us.anthropic.claude-sonnet-5"], signIn: { helper: { ttlSeconds: 3500 } } } },
		});
		expect(said.join("\n")).toContain("ran a program in each user's home, which settings cannot name");
		expect(said.join("\n")).toContain("provider_domain: has no equal");
	});

	test("a profile of the AWS configuration keeps its name", () => {
		const named = { aws_region: "us-west-2", auth_type: "none" };
		expect(migrated(named, "Work.json").deployment).toMatchObject({
			inference: { bedrock: { signIn: { profile: { name: "Work" } } } },
		});
	});
});

test("the configuration of a package is read in both of its forms", () => {
	const profile = { aws_region: "eu-west-1", auth_type: "none" };
	for (const document of [{ profiles: { Work: profile } }, { Work: profile }]) {
		expect(migrated(document, "config.json").deployment).toMatchObject({ groups: { work: {} } });
	}
});

test("what the profile leaves open has a stand-in that stays in the region's geography, each of them told", () => {
	const { deployment, said } = migrated({ auth_type: "idc", aws_region: "eu-central-1" });
	expect(deployment).toMatchObject({ inference: { bedrock: { models: ["eu.anthropic.claude-sonnet-5"] } } });
	for (const member of ["selected_model", "idc_start_url", "idc_account_id", "idc_permission_set_name"]) {
		expect(said).toContainEqual(expect.stringMatching(new RegExp(`${member}: is not in the profile`)));
	}
});

test("what is told of a profile is told by the name of its file, whatever it calls itself", () => {
	const { said } = migrated({ ...identityCenter("token"), name: "Another" });
	expect(said).toContainEqual(expect.stringMatching(/^warning: Acme\.quota_monitoring_enabled: has no equal/));
});

test("a credential in the place of a name is in nothing that is written or told", () => {
	const token = "sk-ant-api03-hunter2s3cr3tZ9hunter2";
	const extra = { [token]: "x", managedMcpServers: [{ name: token, transport: "http", url: "https://a.example.com" }] };
	const { deployment, said } = migrated({
		profiles: { [token]: { ...identityCenter("token"), cowork_3p_extra_keys: extra } },
	});
	expect(JSON.stringify(deployment)).toContain("https://a.example.com");
	expect([JSON.stringify(deployment), ...said].join("\n")).not.toContain("hunter2");
});

test.each([
	["no profile", { a: 1 }, /holds no profile of the guidance/],
	["no JSON", undefined, /line 1: is no JSON/],
])("refuses %s", (_, document, message) => {
	const bytes = new TextEncoder().encode(document === undefined ? "{" : JSON.stringify(document));
	const { value, problems } = readCcwb([{ name: "a.json", bytes }]);
	expect(value).toBeUndefined();
	expect(problems.map(formatProblem).join("\n")).toMatch(message);
});
