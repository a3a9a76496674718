import { describe, expect, test } from "vitest";
import { parseDeployment } from "../../src/deployment/parse.js";
import { formatPath } from "../../src/path.js";
import { DeploymentError, error } from "../../src/problem.js";
import { problemsOf, problemsOfFiles, sound, soundWith } from "../support/deployment.js";

const groups = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { preset: "none" }]));

test("a sound deployment has its defaults and no warnings", () => {
	const { deployment, warnings } = parseDeployment(sound);
	expect(warnings).toEqual([]);
	expect(deployment.organization.identifier).toBe("com.anthropic.claudefordesktop");
	expect(deployment.groups.pilot?.platforms).toEqual(["macos", "windows", "linux"]);
});

test("members that are undefined count as absent", () => {
	expect(
		problemsOf(soundWith({ app: undefined, settings: { otlpEndpoint: undefined, otlpHeaders: undefined } })),
	).toEqual([]);
});

test("an error carries every problem, and its text is theirs", () => {
	const parse = () =>
		parseDeployment(soundWith({ name: "EU", settings: { coworkEgressAllowedHosts: ["*"], nothing: 1 } }));
	expect(parse).toThrow(DeploymentError);
	expect(parse).toThrow(
		[
			"name: is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens",
			"settings.nothing: unknown key; a key newer than this catalogue goes into extraSettings",
			'warning: settings.coworkEgressAllowedHosts[0]: "*" turns filtering off: the agent may reach every host that the perimeter allows; name the hosts',
		].join("\n"),
	);
});

test("all problems at once, path first, with the place in the file", () => {
	const text = `name: EU
organization:
  name: <your organization>
  identifier: com
app: { minimumVersion: 1.26832 }
inference:
  gateway:
    baseUrl: https://llm.example.com
    models: [gpt-4]
    signIn: { apiKey: sk-1234567890 }
settings:
  otlpHeaders: { authorization: sk-1234567890 }
  disableAutoUpdates: "yes"
groups:
  pilot:
    preset: strict
    settings:
      disableAutoUpdate: true
firewall: { squidd: {} }
`;
	const problems = problemsOfFiles({ "eu.yaml": text });
	expect(problems).toEqual([
		"name (eu.yaml:1:1): is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens",
		"organization.identifier (eu.yaml:4:3): is no reverse-DNS identifier; expected at least two labels of letters, digits and hyphens, such as com.example.cowork",
		"app.minimumVersion (eu.yaml:5:8): is a number; expected text, so write it in quotes",
		'groups.pilot.preset (eu.yaml:16:5): unknown value "strict"; expected one of standard, restricted, lockedDown, none',
		'firewall.squidd (eu.yaml:19:13): unknown firewall backend; did you mean "squid"?',
		"inference.gateway.signIn.apiKey (eu.yaml:10:15): is a secret in plain text; use { fromEnv: NAME } or { fromConfig: key }",
		"inference.gateway.models[0] (eu.yaml:9:14): does not look like an Anthropic model; expected claude, sonnet, opus, haiku, fable, mythos or anthropic in the id",
		"organization.name (eu.yaml:3:3): looks like an unresolved placeholder; write the real value",
		"settings.otlpHeaders.authorization (eu.yaml:12:18): is a secret in plain text; use { fromEnv: NAME } or { fromConfig: key }",
		"settings.disableAutoUpdates (eu.yaml:13:3): is text; expected true or false",
		'groups.pilot.settings.disableAutoUpdate (eu.yaml:18:7): unknown key; did you mean "disableAutoUpdates"?',
		"warning: organization.uuid (eu.yaml:2:1): is missing; devices would share the app's built-in placeholder, and changing it later orphans their local data",
		"warning: settings.otlpHeaders (eu.yaml:12:3): needs otlpEndpoint, without which nothing is exported; add that or remove this",
	]);
	expect(problems.join("\n")).not.toContain("1234567890");
});

describe("several files", () => {
	test("a problem names the file that holds the value", () => {
		const base = "organization: { name: Example, uuid: 6f1c1b0e }\nsettings: { disableAutoUpdates: 1 }\n";
		const over = `extends: base.yaml\nname: eu\ninference: ${JSON.stringify(sound.inference)}\ngroups: { pilot: { preset: nun } }\n`;
		expect(problemsOfFiles({ "eu.yaml": over, "base.yaml": base })).toEqual([
			'groups.pilot.preset (eu.yaml:4:20): unknown value "nun"; expected one of standard, restricted, lockedDown, none',
			"organization.uuid (base.yaml:1:32): is no UUID; expected one such as 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11",
			"settings.disableAutoUpdates (base.yaml:2:13): is 1; expected true or false",
		]);
	});

	test("what a missing file may hold is not called missing", () => {
		expect(problemsOfFiles({ "eu.yaml": "extends: base.yaml\nname: EU\nsettings: { otlpProtocol: grpc }\n" })).toEqual([
			"extends (eu.yaml:1:1): cannot read base.yaml; paths are relative to the file that extends",
			"name (eu.yaml:2:1): is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens",
		]);
	});

	test("nor what stands in a file that does not parse", () => {
		const problem = "(base.yaml:1:4): does not parse: plain text cannot start with this character; put it in quotes";
		expect(problemsOfFiles({ "eu.yaml": "extends: base.yaml\nname: eu\n", "base.yaml": "a: @x\n" })).toEqual([
			`deployment ${problem}`,
		]);
		expect(problemsOfFiles({ "base.yaml": "a: @x\n" })).toEqual([`deployment ${problem}`]);
	});

	test("a member that is written twice hides nothing else", () => {
		expect(
			problemsOfFiles({
				"eu.yaml": `name: eu\nname: eu\norganization: ${JSON.stringify(sound.organization)}\ngroups: {}\n`,
			}),
		).toEqual([
			"name (eu.yaml:2:1): is written twice; keep one",
			"groups (eu.yaml:4:1): is empty; expected at least one group",
			"inference (eu.yaml:1:1): is missing; needs exactly one route of gateway, anthropic, bedrock, mantle, vertex, foundry",
		]);
	});
});

describe("one problem, one line", () => {
	test("what all groups share is said once", () => {
		expect(problemsOf(soundWith({ groups: groups("a", "b", "c"), settings: { otlpTracesEnabled: true } }))).toEqual([
			"warning: settings.otlpTracesEnabled: needs otlpEndpoint, without which nothing is exported; add that or remove this",
		]);
	});

	test("what differs by group is said of each", () => {
		const strict = { preset: "restricted", settings: { coworkEgressAllowedHosts: ["a.example.com"] } };
		const settings = { otlpEndpoint: "https://otel.example.com", isLocalDevMcpEnabled: true };
		expect(problemsOf(soundWith({ groups: { b: strict, a: strict }, settings }))).toEqual([
			"warning: settings.isLocalDevMcpEnabled: loosens preset restricted of group a: isLocalDevMcpEnabled is false there and true here",
			"warning: settings.isLocalDevMcpEnabled: loosens preset restricted of group b: isLocalDevMcpEnabled is false there and true here",
		]);
	});

	test("a value that is wrong is not warned about as well", () => {
		expect(problemsOf(soundWith({ extraSettings: { otlpEndpoint: "x", "not a name": 1 } }))).toEqual([
			"extraSettings.otlpEndpoint: is a key the catalogue knows; move it to settings, where it is checked",
			'extraSettings["not a name"]: is no name of a setting; expected a letter, then up to 254 letters, digits, dots, dashes or underscores',
		]);
	});

	test("a value that is wrong in itself is not called wrong for profiles as well", () => {
		expect(problemsOf(soundWith({ settings: { deploymentDisplayName: null, disableAutoUpdates: null } }))).toEqual([
			"settings.deploymentDisplayName: is empty; expected text",
			"settings.disableAutoUpdates: is empty; expected true or false",
		]);
		const banner = { enabled: true, text: "a\u0007" };
		expect(problemsOf(soundWith({ settings: { banner } }))).toEqual([
			"settings.banner.text: has line breaks or control characters; expected one line of text",
		]);
		expect(problemsOf(soundWith({ extraSettings: { future: "a\u0007" } }))).toEqual([
			"extraSettings.future: contains the character U+0007; no profile can carry it",
		]);
	});
});

describe("who deploys", () => {
	const organization = (members: Record<string, unknown>) =>
		soundWith({ organization: { name: "Example", ...members } });
	const uuid = "b7c9e2d4-1a5f-4c38-9e60-2f8d7a6b5c41";
	const copied =
		"is the id of the examples, which others copied too, so that devices share data; make one with uuidgen";
	const example = "6F1C1B0E-4C7A-4F0E-9B57-2A3A5A0B7C11";
	const missing =
		"warning: organization.uuid: is missing; devices would share the app's built-in placeholder, and changing it later orphans their local data";
	test.each([
		[organization({}), [missing]],
		[organization({ uuid }), []],
		[organization({ uuid: uuid.toUpperCase() }), []],
		[organization({ uuid: example }), [`warning: organization.uuid: ${copied}`]],
		[
			soundWith({ organization: { name: "Example" }, settings: { deploymentOrganizationUuid: example } }),
			[`warning: settings.deploymentOrganizationUuid: ${copied}`],
		],
		[organization({ uuid: example, name: "Example Corp" }), []],
		[organization({ uuid: `{${uuid}}` }), ["organization.uuid: has braces; write the UUID without them"]],
		[
			organization({ uuid: "example" }),
			["organization.uuid: is no UUID; expected one such as 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11"],
		],
		[organization({ uuid: null }), ["organization.uuid: is empty; expected text"]],
		[organization({ uuid: { fromEnv: "UUID" } }), ["organization.uuid: is no secret; write the value itself"]],
		[
			organization({ uuid: "00000000-0000-4000-8000-000000000001" }),
			[
				"warning: organization.uuid: is the app's built-in placeholder, which other organizations share; make one with uuidgen",
			],
		],
		[soundWith({ organization: { name: "Example" }, settings: { deploymentOrganizationUuid: uuid } }), []],
		[
			soundWith({
				organization: { name: "Example" },
				groups: { a: { preset: "none", settings: { deploymentOrganizationUuid: uuid } }, b: { preset: "none" } },
			}),
			[missing],
		],
		[
			organization({ uuid, name: "YOUR_COMPANY" }),
			["organization.name: looks like an unresolved placeholder; write the real value"],
		],
	])("%j", (input, problems) => {
		expect(problemsOf(input)).toEqual(problems);
	});
});

test("a group of the identity provider that nobody has filled in", () => {
	expect(problemsOf(soundWith({ groups: { pilot: { preset: "none", members: { googleGroup: "<group>" } } } }))).toEqual(
		["groups.pilot.members.googleGroup: looks like an unresolved placeholder; write the real value"],
	);
});

describe("a group's own inference", () => {
	const withInference = (inference: unknown) => soundWith({ groups: { pilot: { preset: "none", inference } } });
	test.each([
		[{ models: ["claude-haiku-5"] }, []],
		[{ signIn: { apiKey: { fromConfig: "pilotKey" } } }, []],
		[
			{ models: ["gpt-4"] },
			[
				"groups.pilot.inference.models[0]: does not look like an Anthropic model; expected claude, sonnet, opus, haiku, fable, mythos or anthropic in the id",
			],
		],
		[
			{ signIn: { interactive: {} } },
			[
				"groups.pilot.inference.signIn: signs in with interactive; a group signs in as its deployment does, with apiKey",
			],
		],
		[
			{ baseUrl: "https://b.example.com" },
			[
				"groups.pilot.inference.baseUrl: is one for the whole deployment; write a deployment of its own for these people, whose file extends this one",
			],
		],
		[null, ["groups.pilot.inference: is empty; expected an object"]],
	])("%j", (inference, problems) => {
		expect(problemsOf(withInference(inference))).toEqual(problems);
	});

	test("a rule names the place that holds for the group", () => {
		const input = soundWith({
			settings: { modelDiscoveryEnabled: false },
			groups: { a: { preset: "none", inference: { models: ["sonnet"] } }, b: { preset: "none" } },
		});
		expect(problemsOf(input)).toEqual([
			"warning: groups.a.inference.models[0]: is an alias, which resolves only where the app asks the provider for its models; give the full model id",
		]);
	});
});

describe("a wrong model of a deployment that provisions", () => {
	const signIn = { bearerToken: {} };
	const withModel = (model: string) =>
		soundWith({ inference: { bedrock: { region: "us-east-1", models: [model], signIn, provision: {} } } });

	test.each([
		"sonnet",
		"sonnet-5",
		"gpt-4",
		"anthropic.claude-sonnet-5",
		"eu.anthropic.claude-sonnet-5",
		"us.anthropic.claude-sonet-5",
		"arn:aws:s3:::x",
		"arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-5",
	])("%s is one problem", (model) => {
		const problems = problemsOf(withModel(model)).filter((line) => !line.includes("family"));
		expect(problems).toEqual([expect.stringMatching(/^inference\.bedrock\.models\[0\]: /)]);
	});
});

describe("what a program may pass", () => {
	test("no functions and instances", () => {
		expect(problemsOf(soundWith({ settings: { otlpEndpoint: new URL("https://otel.example.com") } }))).toEqual([
			"settings.otlpEndpoint: is an instance of a class; expected plain data: text, numbers, true, false, lists and objects",
		]);
	});

	test("a merge is refused once, as the merge that it is", () => {
		const file = `name: eu
organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11 }
inference: { gateway: { baseUrl: https://llm.example.com, models: [claude-sonnet-5], signIn: { interactive: {} } } }
groups:
  general: &general { preset: none }
  pilot:
    <<: *general
    preset: none
`;
		expect(problemsOfFiles({ "eu.yaml": file })).toEqual([
			'groups.pilot["<<"] (eu.yaml:7:5): is a merge, which deployments do not have; share settings with extends',
		]);
	});

	test("secrets of the program only where the program says so", () => {
		const inference = { gateway: { ...sound.inference.gateway, signIn: { apiKey: { fromProgram: "apiKey" } } } };
		expect(problemsOf(soundWith({ inference }))).toEqual([
			"inference.gateway.signIn.apiKey: fromProgram is for programs; expected { fromEnv: NAME } or { fromConfig: key }",
		]);
		expect(
			problemsOf(soundWith({ inference }), { takeCredential: (_, path) => ({ fromProgram: formatPath(path) }) }),
		).toEqual([]);
	});

	test("problems that it found itself", () => {
		const found = [error("problem", ["settings"], "is odd")];
		expect(problemsOf(soundWith({ settings: {} }), { found })).toEqual(["settings: is odd"]);
		expect(problemsOf(undefined, { found: [error("problem", [], "is gone")] })).toEqual(["deployment: is gone"]);
	});
});

test.each([undefined, null, [], "eu", 3])("%j is no deployment", (input) => {
	expect(problemsOf(input)).toHaveLength(1);
	expect(problemsOf(input)[0]).toMatch(/^deployment: is .+; expected an object$/);
});

describe("a credential in plain text where none belongs", () => {
	const token = "sk-ant-api03-hunter2s3cr3tZ9";
	const helper = {
		gateway: { baseUrl: "https://llm.example.com", signIn: { helper: { path: "/opt/key", args: ["--key", token] } } },
	};

	test.each<[string, object, string]>([
		["the name of the deployment", { settings: { deploymentDisplayName: token } }, "settings.deploymentDisplayName"],
		["instructions", { settings: { organizationInstructions: `use ${token}` } }, "settings.organizationInstructions"],
		[
			"a setting of a group",
			{ groups: { a: { preset: "none", settings: { banner: { enabled: true, text: token } } } } },
			"groups.a.settings.banner.text",
		],
		["what nobody knows", { extraSettings: { futureThing: { list: [token] } } }, "extraSettings.futureThing.list[0]"],
		["arguments of a helper", { inference: helper }, "inference.gateway.signIn.helper.args[1]"],
		["the organization", { organization: { ...sound.organization, name: token } }, "organization.name"],
	])("in %s is warned about, and not repeated", (_, changes, path) => {
		const { warnings } = parseDeployment({ ...sound, ...changes });
		const found = warnings.filter(({ code }) => code === "likely-secret");
		expect(found.map((each) => formatPath(each.path))).toEqual([path]);
		expect(JSON.stringify(warnings)).not.toContain("hunter2");
	});

	test("in a command of Claude Code is an error", () => {
		const claudeCode = { settings: { apiKeyHelper: `echo ${token}` } };
		expect(problemsOf({ ...sound, claudeCode })).toEqual([
			expect.stringMatching(/^claudeCode\.settings\.apiKeyHelper: is a credential; managed settings stand in clear/),
		]);
	});

	test("is said once where a secret belongs", () => {
		const settings = {
			otlpEndpoint: "https://otel.example.com",
			otlpHeaders: { authorization: token, "x-team": token },
		};
		const said = problemsOf({ ...sound, settings });
		expect(said.filter((line) => line.includes("otlpHeaders"))).toHaveLength(2);
	});
});
