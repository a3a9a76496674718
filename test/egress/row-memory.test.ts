import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDeployment } from "../../src/deployment/parse.js";
import { planDeployment } from "../../src/deployment/plan.js";
import { EgressContext } from "../../src/egress/context.js";
import { deriveEgress } from "../../src/egress/derive.js";
import { soundWith } from "../support/deployment.js";

/** Keys that rows ask for, alone and together, with values that open, close and name hosts. */
const settings = fc.record(
	{
		disableEssentialTelemetry: fc.boolean(),
		disableNonessentialTelemetry: fc.boolean(),
		disableNonessentialServices: fc.boolean(),
		disableAutoUpdates: fc.boolean(),
		isDesktopExtensionEnabled: fc.boolean(),
		userContentRendererUrl: fc.constantFrom("https://frame-a.example.com", "https://frame-b.example.com"),
		otlpEndpoint: fc.constantFrom("https://otel-a.example.com", "https://otel-b.example.com:4318"),
		coworkEgressAllowedHosts: fc.subarray(["a.example.com", "*.b.example.com", "c.example.net"]),
	},
	{ requiredKeys: [] },
);
const group = fc.record({
	preset: fc.constantFrom("none", "standard", "restricted", "lockedDown"),
	platforms: fc.constantFrom(["linux"], ["macos"], ["macos", "windows"]),
	settings,
});

test("groups that share what was worked out have the hosts that each would have alone", () => {
	fc.assert(
		fc.property(fc.array(group, { minLength: 2, maxLength: 12 }), fc.boolean(), (groups, gated) => {
			const { configurations, ...parsed } = parseDeployment(
				soundWith({
					groups: Object.fromEntries(groups.map((each, index) => [`group-${index}`, each])),
					app: gated ? { minimumVersion: "2.19675.0" } : {},
				}),
			);
			const together = planDeployment({ ...parsed, configurations }).groups;
			for (const [name, configuration] of configurations) {
				expect(together.get(name)?.egress).toEqual(deriveEgress(configuration));
			}
		}),
		{ numRuns: 60 },
	);
});

test("what is asked for after a piece of work is not its answer's", () => {
	const { configurations } = parseDeployment(soundWith({ settings: { otlpEndpoint: "https://otel.example.com" } }));
	const [configuration] = configurations.values();
	if (!configuration) throw new Error("the deployment has a group");
	const context = new EgressContext(configuration);
	const { asked } = context.recording(() => context.text("otlpEndpoint"));
	context.value("disableAutoUpdates");
	expect([...asked]).toEqual([["otlpEndpoint", "https://otel.example.com"]]);
});
