import { expect, it } from "vitest";
import { json } from "../../src/firewall/json.js";
import { planned, rulesOf } from "./cases.js";

it("writes hosts in order with what asks for them, once each and without prose", () => {
	const [reason] = planned("x.example.com").reasons;
	const twice = [
		{ ...reason, because: "error reports" },
		{ ...reason, because: "performance traces" },
		{ ...reason, feature: "auto-updates", key: null, requirement: "required" as const },
	];
	const hosts = [planned("otel.example.com:4318"), Object.assign(planned("*.sentry.io"), { reasons: twice })];
	const { value } = json.render({ deployment: "eu", hosts }, {});
	expect(value?.effects).toEqual([]);
	expect(value?.files).toEqual([
		{
			name: "rules.json",
			mediaType: "application/json",
			content: `{
  "schemaVersion": 1,
  "allow": [
    {
      "host": "sentry.io",
      "match": "subdomains",
      "port": 443,
      "protocol": "tcp",
      "reasons": [
        {
          "feature": "auto-updates",
          "key": null,
          "requirement": "required"
        },
        {
          "feature": "essential-telemetry",
          "key": "disableEssentialTelemetry",
          "requirement": "optional"
        }
      ]
    },
    {
      "host": "otel.example.com",
      "match": "exact",
      "port": 4318,
      "protocol": "tcp",
      "reasons": [
        {
          "feature": "essential-telemetry",
          "key": "disableEssentialTelemetry",
          "requirement": "optional"
        }
      ]
    }
  ]
}
`,
		},
	]);
});

it("is an empty list for an empty plan", () => {
	expect(rulesOf(json, []).files[0]?.content).toBe('{\n  "schemaVersion": 1,\n  "allow": []\n}\n');
});
