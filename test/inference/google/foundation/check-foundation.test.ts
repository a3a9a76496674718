import { describe, expect, it } from "vitest";
import { checkFoundation } from "../../../../src/inference/google/foundation/check-foundation.js";
import type { VertexFoundationOptions } from "../../../../src/inference/google/foundation/options.js";
import { formatProblem } from "../../../../src/problem.js";
import { least, models, perimeter, whole, workforce } from "./foundation.js";

const problems = (options: object) => checkFoundation(options as VertexFoundationOptions).map(formatProblem);
const lock = "nobody can ever undo, Google included; say lockAcknowledged: true where that is meant, or leave it out";
const noLevel =
	"perimeter: has no access level, so that every device beyond the perimeter's own networks is refused; give networks or accessLevels";

describe("what is wrong with a foundation", () => {
	it.each<[object, string[]]>([
		[whole, []],
		[
			{ projectId: "210987654321" },
			["projectId: is a project's number; write the project's id, which people can tell apart"],
		],
		[
			{ ...least, audit: { bucket: { retentionDays: 365, isLocked: true } } },
			[`audit.bucket.isLocked: locks 365 days of retention, which ${lock}`],
		],
		[
			{ ...least, audit: { bucket: { retentionDays: 365, lockAcknowledged: true } } },
			["audit.bucket.lockAcknowledged: acknowledges a lock that isLocked does not ask for; leave it out"],
		],
		[{ ...least, perimeter }, ["projectNumber: is missing; perimeters know a project by its number"]],
		[{ ...whole, perimeter: { accessPolicy: "accessPolicies/1" } }, [`warning: ${noLevel}`]],
		[{ ...whole, perimeter: { accessPolicy: "accessPolicies/1", mode: "enforced" } }, [noLevel]],
		[
			{ ...whole, perimeter: { ...perimeter, networks: ["203.0.113.0/24", "10.20.0.0/16", "fd00::/8"] } },
			[1, 2].map(
				(index) =>
					`perimeter.networks[${index}]: is no public network, and Google sees devices by their public addresses alone; write those that they leave your network by`,
			),
		],
		[
			{ ...whole, allowedModels: { models: models.slice(0, 1) } },
			[
				"warning: allowedModels.models: has no claude-sonnet-5, which models enables: every call of it would answer 403; list it here, or enable it no more",
			],
		],
		[{ ...whole, allowedModels: { models: models.slice(0, 1), dryRun: true } }, []],
		[
			{
				...whole,
				perimeter: { ...perimeter, existing: "accessPolicies/1/servicePerimeters/corporate" },
			},
			[
				"perimeter.networks: is of a perimeter that is created, and this one exists; leave it out",
				"perimeter.existing: is not of accessPolicies/987654321; name one of it",
			],
		],
		[
			{ ...least, models },
			[
				"warning: models: are enabled only once a person with roles/consumerprocurement.entitlementManager has answered Anthropic's questions and accepted the terms at https://console.cloud.google.com/vertex-ai/model-garden?project=example-cowork; do that, and list terms in settled",
			],
		],
		[
			{ ...least, workforce },
			[
				"warning: workforce.provider: needs what only a person can do: (1) register client cowork at https://login.example.com as a public client with PKCE and without a secret; (2) give it the redirect URI http://127.0.0.1/callback, or with a port where signIn.workforce.oidc says redirectPort; (3) let it ask for openid and offline_access, and have its ID tokens carry what groups and attributes speak of; (4) list identityProvider in settled",
			],
		],
		[
			{ ...least, workforce: { ...workforce, poolId: "gcp-people" } },
			[
				"workforce.poolId: is no id of a workforce pool; expected 6 to 63 lower-case letters, digits and inner hyphens, not beginning with gcp-",
			],
		],
		[
			{
				...least,
				workforce: { ...workforce, provider: { ...workforce.provider, condition: "'<late:audit-bucket.id>' != ''" } },
				settled: ["identityProvider"],
			},
			[
				"workforce.provider.condition: holds <late: and a name in angle brackets, which plans read as their own; write it in another way",
			],
		],
		[
			{ ...least, services: ["aiplatform"] },
			["services[0]: is no API of Google; expected one such as compute.googleapis.com"],
		],
		[
			{ ...least, allowedModels: { models: ["claude-*"] } },
			["allowedModels.models[0]: is no publisher id; expected one such as claude-sonnet-5"],
		],
	])("%j", (options, expected) => {
		expect(problems(options)).toEqual(expected);
	});

	it("more models than Google takes in a policy", () => {
		const many = Array.from({ length: 500 }, (_, index) => `claude-opus-${index}`);
		expect(problems({ ...least, allowedModels: { models: many } })).toEqual([
			"allowedModels.models: lists 501 models, and Google takes 500 in a policy; list fewer",
		]);
	});

	it("models that share what they are sent, until that is acknowledged", () => {
		const options = { ...least, allowedModels: { models: ["claude-fable-5"] } };
		const [problem, ...more] = problems(options);
		expect(problem).toMatch(
			/^allowedModels\.models: claude-fable-5 answers 403 until .* and say dataSharing: anthropic, or leave the model out$/,
		);
		expect(more).toEqual([]);
		expect(problems({ ...options, dataSharing: "anthropic" })).toEqual([]);
	});
});
