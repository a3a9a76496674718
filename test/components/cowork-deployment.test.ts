import * as pulumi from "@pulumi/pulumi";
import { expect, test, vi } from "vitest";
import { CoworkDeployment, type CoworkDeploymentArgs, gateway, hosts, local, squid } from "../../src/entries/index.js";
import { type Circumstances, isSecret, record } from "../support/pulumi.js";

const secret = "correct-horse-battery-staple";

const args = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	groups: { pilot: { preset: "standard" }, finance: { preset: "lockedDown" } },
	firewall: [squid({ dedicated: true, accept: ["widened"] })],
	publish: { stores: [local({ directory: "published" })] },
} satisfies CoworkDeploymentArgs;

const guardUrn = "urn:pulumi:test::cowork::pulumi-nodejs:dynamic/pulumi-cowork:IdentityGuard::cowork-identities";

function deploy(changes: Partial<CoworkDeploymentArgs> = {}, circumstances: Circumstances = {}) {
	return record(() => new CoworkDeployment("eu", { ...args, ...changes }), circumstances);
}

test("identity: the folder, one resource per group, the perimeter and the manifest, below the component", async () => {
	const { urns } = await deploy();

	const child = "urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment$pulumi-nodejs:dynamic/pulumi-cowork";
	expect(urns).toEqual([
		`${child}:LocalFiles::eu-group-finance-local`,
		`${child}:LocalFiles::eu-group-pilot-local`,
		`${child}:LocalFiles::eu-manifest-local`,
		`${child}:LocalFiles::eu-perimeter-local`,
		`${child}:LocalFolder::eu-local`,
		"urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment::eu",
		guardUrn,
	]);
});

test("without a store nothing but the component and the program's guard is registered", async () => {
	const { urns, result } = await deploy({ publish: { stores: [] } });

	expect(urns).toEqual(["urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment::eu", guardUrn]);
	expect(result.groups.pilot?.egress.hosts.map(({ host }) => host)).toContain("llm.example.com");
});

test("a credential that no file of a group carries need not be there, and is not kept", async () => {
	const inference = gateway({
		baseUrl: "https://llm.example.com",
		models: ["claude-sonnet-5"],
		signIn: { apiKey: secret },
	});
	const pilot = {
		preset: "none",
		delivery: "bootstrap",
		settings: { bootstrapUrl: "https://llm.example.com/bootstrap" },
	} as const;
	const served = await deploy({ inference, groups: { pilot } });
	const told = await deploy({ inference, groups: { pilot }, profiles: { bootstrapResponse: { secrets: true } } });

	const holdsKey = ({ resources }: typeof served) => JSON.stringify(resources).includes(secret);
	expect([holdsKey(served), holdsKey(told)]).toEqual([false, true]);
});

test("the component gets the deployment as plain data, adapters by their words", async () => {
	const { resources } = await deploy();

	const component = resources.find(({ type }) => type === "pulumi-cowork:index:CoworkDeployment");
	expect(component?.inputs.deployment).toMatchObject({
		inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } },
		firewall: { squid: { dedicated: true, accept: ["widened"] } },
		publish: { local: { directory: "published" } },
	});
	expect(JSON.parse(JSON.stringify(component?.inputs))).toEqual(component?.inputs);
});

test("state holds each host once, by its address, and no whole plan per group", async () => {
	const { state, resources } = await deploy();

	const outputs = state.get("urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment::eu");
	expect(outputs).toMatchObject({ published: { local: "published/eu" }, summary: { takesOverDevice: true } });
	expect(JSON.stringify(outputs)).not.toMatch(/because|llm\.example\.com|claude\.ai/);
	const component = resources.find(({ type }) => type === "pulumi-cowork:index:CoworkDeployment");
	expect(component?.inputs.hosts).toMatchObject({
		"llm.example.com": "inference",
		"*.sentry.io": "essential-telemetry",
	});
	const groups = JSON.stringify([...state].filter(([urn]) => urn.includes("-group-")));
	expect(groups).not.toContain("because");
});

const secrets: [string, Partial<CoworkDeploymentArgs>, string][] = [
	[
		"an output of a sign-in",
		{ inference: gateway({ baseUrl: "https://llm.example.com", signIn: { apiKey: pulumi.secret(secret) } }) },
		"fromProgram inference.gateway.signIn.apiKey",
	],
	[
		"an output that nobody called a secret",
		{ inference: gateway({ baseUrl: "https://llm.example.com", signIn: { apiKey: pulumi.output(secret) } }) },
		"fromProgram inference.gateway.signIn.apiKey",
	],
	[
		"a text of a sign-in",
		{ inference: gateway({ baseUrl: "https://llm.example.com", signIn: { apiKey: secret } }) },
		"fromProgram inference.gateway.signIn.apiKey",
	],
	[
		"a text of a group's own sign-in",
		{
			inference: gateway({ baseUrl: "https://llm.example.com", signIn: { apiKey: pulumi.secret("another") } }),
			groups: { pilot: { preset: "none", inference: { signIn: { apiKey: secret } } } },
		},
		"fromProgram groups.pilot.inference.signIn.apiKey",
	],
	[
		"a text in a header that speaks of authorization",
		{ settings: { otlpEndpoint: "https://otel.example.com", otlpHeaders: { authorization: secret } } },
		"fromProgram settings.otlpHeaders.authorization",
	],
	[
		"a promise deep inside a setting of a group",
		{
			groups: {
				pilot: {
					preset: "none",
					settings: { otlpEndpoint: "https://otel.example.com", otlpHeaders: { "x-team": Promise.resolve(secret) } },
				},
			},
		},
		'fromProgram groups.pilot.settings.otlpHeaders["x-team"]',
	],
];

test.each(secrets)("a secret stands in no input but as one: %s", async (_, changes, name) => {
	const { resources } = await deploy(changes);

	const pilot = resources.find((each) => each.name === "eu-group-pilot-local");
	const { secrets: wrapped, ...rest } = pilot?.inputs ?? {};
	expect(isSecret(wrapped)).toBe(true);
	expect(wrapped).toHaveProperty(["value", name], secret);
	const others = resources.filter((each) => !each.name.includes("-group-")).map(({ inputs }) => inputs);
	expect(JSON.stringify([rest, ...others])).not.toContain(secret);
});

test("secrets of the environment and of the configuration are found by their references", async () => {
	process.env.COWORK_TEST_KEY = secret;
	const headers = { authorization: { fromEnv: "COWORK_TEST_KEY" }, cookie: { fromConfig: "other:key" } };
	// As stack configuration has them; the types of a program ask for outputs.
	const settings = { otlpEndpoint: "https://otel.example.com", otlpHeaders: headers } as unknown as object;
	const { resources } = await deploy({ settings }, { config: { "other:key": "configured" } });
	delete process.env.COWORK_TEST_KEY;

	const pilot = resources.find((each) => each.name === "eu-group-pilot-local");
	expect(pilot?.inputs.secrets).toHaveProperty("value", {
		"fromEnv COWORK_TEST_KEY": secret,
		"fromConfig other:key": "configured",
	});
});

test("a credential that the configuration holds in clear is warned about, and is a secret from there on", async () => {
	vi.stubEnv("PULUMI_CONFIG_SECRET_KEYS", JSON.stringify(["other:key"]));
	const headers = { authorization: { fromConfig: "plain" }, cookie: { fromConfig: "other:key" } };
	// As stack configuration has them; the types of a program ask for outputs.
	const settings = { otlpEndpoint: "https://otel.example.com", otlpHeaders: headers } as unknown as object;
	const config = { "cowork:plain": secret, "other:key": "configured" };
	const { resources, warnings } = await deploy({ settings }, { config });
	vi.unstubAllEnvs();

	expect(warnings.filter((each) => each.includes("in clear"))).toEqual([
		"settings.otlpHeaders.authorization: configuration key plain holds its value in clear; run pulumi config set --secret plain and rotate the credential",
	]);
	expect(resources.filter(({ inputs }) => isSecret(inputs.secrets))).toHaveLength(2);
});

const refused: [string, Partial<CoworkDeploymentArgs>, string][] = [
	[
		"an empty credential",
		apiKey(""),
		"the secret that the program passes at inference.gateway.signIn.apiKey is not set; expected a text or an output of one",
	],
	[
		"a credential that no profile can carry",
		apiKey(`${secret}\u0007`),
		"the secret that the program passes at inference.gateway.signIn.apiKey contains the character U+0007; no profile can carry it",
	],
	[
		"a credential with the line break of the file it was in",
		apiKey(`${secret}\n`),
		"the secret that the program passes at inference.gateway.signIn.apiKey ends with a line break, which nothing trims; set it without",
	],
	[
		"a configuration secret that is not set",
		apiKey({ fromConfig: "gatewayKey" } as unknown as string),
		"Pulumi configuration secret gatewayKey is not set; run pulumi config set --secret gatewayKey",
	],
	[
		"an environment variable that is not set",
		apiKey({ fromEnv: "COWORK_TEST_ABSENT" } as unknown as string),
		"environment variable COWORK_TEST_ABSENT is not set; set it where pulumi runs",
	],
];

test.each(refused)("refused before anything is registered: %s", async (_, changes, message) => {
	const { result, resources } = await record(() => thrownBy(() => new CoworkDeployment("eu", { ...args, ...changes })));

	expect(result).toBeInstanceOf(pulumi.RunError);
	expect(String(result)).toBe(`Error: inference.gateway.signIn.apiKey: ${message}`);
	expect(resources).toEqual([]);
});

test("every problem of an invalid deployment is told at once, and none of a secret's text", async () => {
	const groups = {
		Pilot: { preset: "nune" },
		other: { preset: "none", settings: { otlpEndpoint: pulumi.secret("x") } },
	};
	const changes = {
		groups,
		firewall: [squid(), hosts(), squid({ dedicated: true, accept: ["widened"] })],
	} as unknown as Partial<CoworkDeploymentArgs>;
	const { result, resources } = await record(() => thrownBy(() => new CoworkDeployment("eu", { ...args, ...changes })));

	expect(String(result).replace("Error: ", "").split("\n").sort()).toEqual([
		"firewall.squid: is given twice; keep one",
		'groups.Pilot.preset: unknown value "nune"; expected one of standard, restricted, lockedDown, none',
		"groups.Pilot: is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens",
		"groups.other.settings.otlpEndpoint: is no secret; write the value itself",
	]);
	expect(resources).toEqual([]);
});

test("an invalid deployment ends with its errors alone, and its warnings are logged as warnings", async () => {
	const changes = { groups: { Pilot: { preset: "standard" } } } as unknown as Partial<CoworkDeploymentArgs>;
	const { result, warnings } = await record(() => thrownBy(() => new CoworkDeployment("eu", { ...args, ...changes })));

	expect(String(result)).toMatch(/^Error: groups\.Pilot: is no valid name; [^\n]*$/);
	expect(warnings).toEqual(["groups.Pilot.preset: preset standard expects otlpEndpoint; give it in settings"]);
	expect(result).toHaveProperty("problems.length", 2);
});

test("warnings reach Pulumi's log with their paths", async () => {
	const { warnings } = await deploy({ organization: { name: "Example Corp" } });

	expect(warnings).toContain(
		"organization.uuid: is missing; devices would share the app's built-in placeholder, and changing it later orphans their local data",
	);
});

test("what a rule set widens is a warning too, of all hosts together", async () => {
	const { warnings } = await deploy({ firewall: [squid()] });

	expect(warnings.filter((each) => each.startsWith("firewall."))).toContain(
		"firewall.squid: each of 3 hosts also matches the name itself (widened): *.claudemcpcontent.com, *.gstatic.com, *.gvt1.com; say accept: [widened] where that is meant, or leaveTo with the word of a block that is exact",
	);
});

function apiKey(key: pulumi.Input<string>): Partial<CoworkDeploymentArgs> {
	return { inference: gateway({ baseUrl: "https://llm.example.com", signIn: { apiKey: key } }) };
}

function thrownBy(work: () => unknown): unknown {
	try {
		work();
	} catch (fault) {
		return fault;
	}
	throw new Error("nothing was thrown");
}
