import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSecretText, placedReferences } from "../../src/configuration/check-secret-text.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { formatProblem } from "../../src/problem.js";
import { soundWith } from "../support/deployment.js";

/** Problems of each secret of a deployment, all of which are the same text. */
function problemsOf(deployment: Record<string, unknown>, text: string): string[] {
	const { configurations } = parseDeployment(deployment);
	return [...configurations.values()]
		.flatMap(placedReferences)
		.flatMap((placed) => checkSecretText(placed, text))
		.map(formatProblem);
}

const secret = { fromEnv: "THE_SECRET" };
const name = "environment variable THE_SECRET";
const signIn = (members: object) => ({ interactive: {}, ...members });
const gateway = (members: object) =>
	soundWith({ inference: { gateway: { baseUrl: "https://llm.example.com", signIn: signIn({}), ...members } } });
const settings = (members: object) => ({ ...gateway({}), settings: members });
const server = (members: object) => settings({ managedMcpServers: [{ name: "a", ...members }] });

const places: readonly (readonly [string, string, Record<string, unknown>])[] = [
	["a key", "inference.gateway.signIn.apiKey", gateway({ signIn: { apiKey: secret } })],
	["a header", "inference.gateway.headers.authorization", gateway({ headers: { authorization: secret } })],
	[
		"a header of the collector",
		'settings.otlpHeaders["x-team"]',
		settings({ otlpEndpoint: "https://otel.example.com", otlpHeaders: { "x-team": secret } }),
	],
	[
		"a variable of a program",
		"settings.managedMcpServers[0].env.TOKEN",
		server({ transport: "stdio", command: "/opt/a", env: { TOKEN: secret } }),
	],
	[
		"a key that the catalogue does not know",
		"extraSettings.futureKey",
		{ ...gateway({}), extraSettings: { futureKey: secret } },
	],
];

describe("a line break at the end is said, wherever the secret stands", () => {
	test.each(places)("%s", (_, place, deployment) => {
		for (const end of ["\n", "\r\n", "\n\n"]) {
			expect(problemsOf(deployment, `correct-horse${end}`)).toEqual([
				`${place}: ${name} ends with a line break, which nothing trims; set it without`,
			]);
		}
		expect(problemsOf(deployment, "correct-horse")).toEqual([]);
	});
});

test("a key of unknown meaning takes lines of text", () => {
	const deployment = { ...gateway({}), extraSettings: { futureKey: secret } };
	expect(problemsOf(deployment, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")).toEqual([]);
});

describe("what is refused as plain text is refused as a secret", () => {
	test.each<[string, Record<string, unknown>, string, string]>([
		[
			"a header in a header",
			gateway({ headers: { authorization: secret } }),
			"a\r\nx-admin: true",
			`inference.gateway.headers.authorization: ${name} has line breaks or control characters; expected one line of text`,
		],
		[
			"white space around a key",
			gateway({ signIn: { apiKey: secret } }),
			" correct-horse",
			`inference.gateway.signIn.apiKey: ${name} starts or ends with white space; remove it`,
		],
		[
			"what nobody filled in",
			gateway({ signIn: { apiKey: secret } }),
			"<your key>",
			`inference.gateway.signIn.apiKey: ${name} looks like an unresolved placeholder; write the real value`,
		],
		[
			"a relative command",
			server({ transport: "stdio", command: secret }),
			"../bin/server",
			`settings.managedMcpServers[0].command: ${name} has a .. in it; write the path without; and Claude Desktop drops the server`,
		],
		[
			"an address without encryption",
			settings({ banner: { enabled: true, text: "Internal", linkUrl: secret } }),
			"http://wiki.example.com",
			`settings.banner.linkUrl: ${name} is plain http; expected https`,
		],
		[
			"more text than a banner holds",
			settings({ banner: { enabled: true, text: secret } }),
			"x".repeat(201),
			`settings.banner.text: ${name} is 201 characters; expected at most 200 characters`,
		],
		[
			"a name that is there already",
			settings({
				managedMcpServers: [
					{ name: "wiki", transport: "http", url: "https://a.example.com" },
					{ name: secret, transport: "http", url: "https://b.example.com" },
				],
			}),
			"wiki",
			"settings.managedMcpServers[1].name",
		],
		[
			"a character that no profile carries",
			gateway({ signIn: { apiKey: secret } }),
			"a\u0007",
			`inference.gateway.signIn.apiKey: ${name} contains the character U+0007; no profile can carry it`,
		],
	])("%s", (_, deployment, text, expected) => {
		const problems = problemsOf(deployment, text);
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain(expected);
	});
});

test("what an MDM system may replace is warned about", () => {
	expect(problemsOf(gateway({ signIn: { apiKey: secret } }), "pa$word")).toEqual([
		`warning: inference.gateway.signIn.apiKey: ${name} has a variable such as {{NAME}}, $NAME or %NAME%, which some MDM systems replace on the way to a device`,
	]);
	expect(problemsOf({ ...gateway({}), extraSettings: { futureKey: secret } }, "pa$word")).toEqual([
		`warning: extraSettings.futureKey: ${name} has a variable such as {{NAME}}, $NAME or %NAME%, which some MDM systems replace on the way to a device`,
	]);
});

test("no message repeats a secret, whatever it is and wherever it stands", () => {
	const wide = fc.constantFrom(
		...places.map(([, , deployment]) => deployment),
		server({ transport: "stdio", command: secret }),
		server({ transport: "http", url: "https://a.example.com", oauth: { clientId: secret, scope: secret } }),
		settings({ banner: { enabled: true, text: "x", linkUrl: secret, textColor: secret } }),
	);
	const text = fc
		.tuple(
			fc.constantFrom("", " ", "http://", "https://", "/", "..\\", "~/", "<", "%"),
			fc.constantFrom("", "\n", "/..", " "),
		)
		.map(([before, after]) => `${before}correcthorsebattery${after}`);
	fc.assert(
		fc.property(wide, text, (deployment, value) => {
			expect(problemsOf(deployment, value).join("\n")).not.toContain("correcthorse");
		}),
		{ numRuns: 300 },
	);
});
