import type { Finding } from "../../src/review/finding.js";
import { inOrder, type Review } from "../../src/review/review.js";

const found = (finding: Partial<Finding>): Finding => ({
	rule: "setting-changed",
	grade: "informs",
	deployment: "eu",
	groups: [],
	subject: "subject",
	change: "changed",
	says: "is another",
	because: "it neither opens nor closes anything that the catalogue knows of",
	...finding,
});

const groups = Array.from({ length: 8 }, (_, index) => `group-${index}`);

/** A review of two deployments with every grade, every change, and one to many groups. */
export const review: Review = {
	before: "git:main:deployments/eu.yaml",
	after: "deployments/eu.yaml",
	deployments: [
		{ name: "eu", groups },
		{ name: "us", groups: ["staff"] },
	],
	findings: inOrder([
		found({
			grade: "breaks",
			rule: "model-removed",
			groups: ["group-0"],
			subject: "claude-opus-4-8",
			change: "removed",
			says: "is no longer offered to people",
			because: "whoever works with it has to choose another",
		}),
		found({
			grade: "breaks",
			rule: "group-removed",
			deployment: "us",
			groups: ["staff"],
			subject: "staff",
			change: "removed",
			says: "is no group any more",
			because: "its devices are cut off",
		}),
		found({
			grade: "widens",
			rule: "host-opened",
			groups: ["group-0", "group-1"],
			subject: "api.example.com:443",
			change: "added",
			after: {
				host: "api.example.com",
				port: 443,
				reasons: [{ key: "managedMcpServers", feature: "connectors", because: "a connector stands there" }],
			},
			says: "opens for devices; without it connectors do not answer",
			because: "devices reach an address that they did not",
		}),
		found({
			grade: "loosens",
			rule: "setting-loosens",
			groups,
			subject: "coworkEgressAllowedHosts",
			before: ["docs.example.com", "registry.example.com"],
			after: ["docs.example.com", "registry.example.com", "*.example.net"],
			says: "lets the sandbox reach *.example.net",
			because: "programs in the sandbox reach what they did not",
			path: "groups.group-0.settings.coworkEgressAllowedHosts[2]",
			location: { file: "deployments/eu.yaml", line: 31, column: 9 },
		}),
		found({
			subject: "otlpHeaders",
			before: { secret: { fromEnv: "TOKEN" } },
			after: { secret: { fromConfig: "token" } },
		}),
		found({ subject: "disableAutoUpdates", groups: ["group-1"], before: true, change: "removed" }),
	]),
};
