import { expect, test } from "vitest";
import { checkPolicies } from "../../src/policy/check-policies.js";
import { parsePolicies } from "../../src/policy/parse-policies.js";
import { sound } from "../support/deployment.js";
import { bedrock, careful, carefulCodeWith, carefulSetting, carefulWith, carefulWithout, reviewed } from "./careful.js";

const rules = {
	telemetry: "error",
	"session-retention": "error",
	"content-stays": "error",
	residency: { parameters: { regions: ["eu-*"] } },
	"allowed-models": { parameters: { models: ["*claude-sonnet-5"] } },
	"minimum-app": { parameters: { version: "2.16120.0" } },
	"minimum-code": { parameters: { version: "2.1.238" } },
};
const lockedDown = (settings: object) => carefulWith({ groups: { general: { preset: "lockedDown", settings } } });

/** One edit of a deployment that every rule holds for, and the rules that it is against: these, and no others. */
const edits: Readonly<Record<string, readonly [object, readonly string[]]>> = {
	"no edit": [careful, []],
	"the open web in the sandbox": [
		lockedDown({ coworkEgressAllowedHosts: ["*"] }),
		["open-sandbox", "tighten-only", "wildcard-hosts"],
	],
	"one host in the sandbox": [lockedDown({ coworkEgressAllowedHosts: ["a.example.com"] }), ["tighten-only"]],
	"a gateway with a key": [
		carefulWith({ inference: sound.inference }),
		["content-stays", "residency", "static-secret"],
	],
	"another region": [
		carefulWith({
			inference: { bedrock: { ...bedrock, region: "us-east-1", models: ["us.anthropic.claude-sonnet-5"] } },
		}),
		["residency"],
	],
	"a global profile": [
		carefulWith({ inference: { bedrock: { ...bedrock, models: ["global.anthropic.claude-sonnet-5"] } } }),
		["residency"],
	],
	"another model": [
		carefulWith({ inference: { bedrock: { ...bedrock, models: ["eu.anthropic.claude-haiku-4-5-20251001-v1:0"] } } }),
		["allowed-models"],
	],
	"product analytics": [lockedDown({ disableNonessentialTelemetry: false }), ["telemetry", "tighten-only"]],
	"content to a collector": [
		carefulSetting({ otlpEndpoint: "https://otel.example.com", otlpContentCapture: ["userPrompts"] }),
		["content-capture", "content-stays"],
	],
	"a collector by http": [carefulSetting({ otlpEndpoint: "http://otel.example.com" }), ["encrypted-transport"]],
	"extensions of anybody": [lockedDown({ isDesktopExtensionEnabled: true }), ["tighten-only", "unsigned-extensions"]],
	"local servers": [lockedDown({ isLocalDevMcpEnabled: true }), ["own-servers", "tighten-only"]],
	"prompts that can be switched off": [carefulWithout("disableBypassPermissionsMode"), ["permission-prompts"]],
	"Claude Code, as careful": [carefulCodeWith({ settings: { requiredMinimumVersion: "2.1.238" } }), []],
	"every prompt of a shell gone": [
		carefulCodeWith({ settings: { requiredMinimumVersion: "2.1.238" }, permissions: { allow: ["Bash"] } }),
		["code-prompts"],
	],
	"hooks of anybody": [
		carefulCodeWith({ settings: { requiredMinimumVersion: "2.1.238", allowManagedHooksOnly: false } }),
		["code-hooks"],
	],
	"an older Claude Code": [carefulCodeWith({}), ["minimum-code"]],
	"places of credentials that are open again": [
		carefulCodeWith({ settings: { requiredMinimumVersion: "2.1.238" }, denyCredentialPaths: false }),
		["code-credential-paths"],
	],
	"sessions that stay": [carefulWithout("chatSessionRetentionDays"), ["session-retention"]],
	"every folder": [lockedDown({ allowedWorkspaceFolders: [{ path: "~" }] }), ["tighten-only", "workspace-folders"]],
	"no id of its own": [carefulWith({ organization: { name: "Example Corp" } }), ["own-organization-id"]],
	"an older fleet": [carefulWith({ app: { minimumVersion: "2.7032.0" } }), ["minimum-app"]],
	"a group for emergencies": [carefulWith({ groups: { emergency: { preset: "lockedDown" } } }), ["break-glass"]],
	"a rule set that opens more": [
		carefulWith({ firewall: { squid: { dedicated: true, accept: ["widened"] } } }),
		["exact-rule-sets"],
	],
};

test.each(Object.entries(edits))(
	"%s is against the rules that it is against, and no others",
	async (_, [input, ids]) => {
		const { value } = parsePolicies({ policies: { sets: ["recommended"], rules } });
		if (!value) throw new Error("the policies are refused");
		const { violations } = checkPolicies(value, [await reviewed(input)], { today: "2027-01-15" });
		expect([...new Set(violations.map(({ rule }) => rule.id))].sort()).toEqual(ids);
	},
);
