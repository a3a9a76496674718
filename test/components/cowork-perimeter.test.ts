import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderPart } from "../../src/components/artifact-store/part-recipe.js";
import { receivedRecipe, type SentRecipe } from "../../src/components/artifact-store/sent-recipe.js";
import {
	CoworkDeployment,
	type CoworkDeploymentArgs,
	CoworkPerimeter,
	type CoworkPerimeterArgs,
	formatAddress,
	gateway,
	json,
	local,
	squid,
} from "../../src/entries/index.js";
import { registries } from "../../src/registries.js";
import { branch } from "../cli/deployments.js";
import { invoke } from "../cli/invoke.js";
import { tree } from "../files/trees.js";
import { quiet } from "../support/configuration.js";
import { type Registered, record } from "../support/pulumi.js";
import { portcullis, portcullisAdapter } from "../variants/portcullis.js";

// The one line that a new backend takes, for this file alone.
beforeAll(() => void Object.assign(registries.firewall, { portcullis }));

const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-"));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text = branch(name)) => {
	const file = path.join(folder, `${name}.yaml`);
	writeFileSync(file, text);
	return file;
};

const args = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	app: { installer: "offline" },
	settings: { ...quiet, isLocalDevMcpEnabled: false, otlpEndpoint: "https://otel.eu.example.com" },
	groups: { pilot: { preset: "none", platforms: ["macos"] } },
} satisfies CoworkDeploymentArgs;
const recipeIn = (resources: readonly Registered[], role: string) => {
	const files = resources.find(({ name }) => name === `perimeter-${role}-local`);
	return receivedRecipe(files?.inputs.part as SentRecipe);
};
const eu = (changes: Partial<CoworkDeploymentArgs> = {}) => new CoworkDeployment("eu", { ...args, ...changes });

/** A perimeter over the deployment of this program and others. */
function perimeter(more: Partial<CoworkPerimeterArgs> = {}, others: readonly string[] = [fileOf("us")]) {
	return record(() => new CoworkPerimeter("perimeter", { deployments: [eu(), ...others], ...more }));
}

/** What a perimeter is refused for; nothing of it may be registered. */
async function refusal(more: Partial<CoworkPerimeterArgs>, others?: readonly string[]): Promise<string[]> {
	const { result, resources } = await record(() => {
		const deployments = [eu(), ...(others ?? [fileOf("us")])];
		try {
			return new CoworkPerimeter("perimeter", { deployments, ...more });
		} catch (fault) {
			return fault instanceof Error ? fault.message : "";
		}
	});
	expect(resources.map(({ type }) => type)).not.toContain("pulumi-cowork:index:CoworkPerimeter");
	return String(result).split("\n");
}

const urn = "urn:pulumi:test::cowork::pulumi-cowork:index:CoworkPerimeter";

test("identity: its rules, its folder, one resource for the files and the manifest, below the component", async () => {
	const { urns } = await perimeter({
		firewall: [portcullisAdapter(), json()],
		publish: { stores: [local({ directory: "published" })] },
	});
	expect(urns.filter((each) => each.startsWith(urn))).toEqual([
		`${urn}$pulumi-nodejs:dynamic/pulumi-cowork:LocalFiles::perimeter-manifest-local`,
		`${urn}$pulumi-nodejs:dynamic/pulumi-cowork:LocalFiles::perimeter-perimeter-local`,
		`${urn}$pulumi-nodejs:dynamic/pulumi-cowork:LocalFolder::perimeter-local`,
		`${urn}$test:index:PortcullisRules::perimeter-portcullis`,
		`${urn}::perimeter`,
	]);
});

test("it is what any deployment needs, of the program or of a file, and names them at each host", async () => {
	const { result, resources, state } = await perimeter();
	expect(result.egress.hosts.map((host) => [formatAddress(host), host.deployments])).toEqual([
		["llm.example.com", { eu: ["pilot"], us: ["general", "pilot"] }],
		["otel.eu.example.com", { eu: ["pilot"] }],
		["otel.us.example.com", { us: ["pilot"] }],
	]);
	const component = resources.find(({ type }) => type === "pulumi-cowork:index:CoworkPerimeter");
	expect(component?.inputs).toEqual({
		perimeter: { name: "perimeter", deployments: ["eu", "us"], firewall: {}, publish: {} },
		hosts: {
			"llm.example.com": "inference",
			"otel.eu.example.com": "open-telemetry",
			"otel.us.example.com": "open-telemetry",
		},
	});
	expect(state.get(`${urn}::perimeter`)).toMatchObject({ summary: { takesOverDevice: true } });
});

test("a firewall with a component gets one rule set for all", async () => {
	const wall = pulumi.output("north");
	const { result, resources } = await perimeter({ name: "campus", firewall: [portcullisAdapter({ wall })] });
	const gates = resources.filter(({ type }) => type === "test:index:Gate");
	expect(gates.map(({ inputs }) => inputs.names)).toEqual([
		["llm.example.com", "otel.eu.example.com", "otel.us.example.com"],
	]);
	expect(gates.map(({ inputs }) => [inputs.name, inputs.wall])).toEqual([["cowork-campus", "north"]]);
	expect(Object.keys(result.firewall)).toEqual(["portcullis"]);
});

test("nothing depends on the order of the deployments", async () => {
	const [us, ap] = [fileOf("us"), fileOf("ap")];
	const publish = { stores: [local({ directory: "published" })] };
	const recorded = async (others: readonly string[]) => {
		const { resources } = await perimeter({ firewall: [squid({ dedicated: true })], publish }, others);
		return resources.filter(({ name }) => name.startsWith("perimeter"));
	};
	expect(await recorded([us, ap])).toEqual(await recorded([ap, us]));
});

test("rules are for the clients of all deployments", async () => {
	const file = fileOf("us", branch("us", { clients: "[10.30.0.0/16]" }));
	const { resources } = await record(() => {
		const groups = { pilot: { ...args.groups.pilot, clients: ["10.20.0.0/16"] } };
		const firewall = [squid()];
		const publish = { stores: [local({ directory: "published" })] };
		return new CoworkPerimeter("perimeter", { deployments: [eu({ groups }), file], firewall, publish });
	});
	expect(recipeIn(resources, "perimeter")).toMatchObject({
		perimeter: {
			identity: { deployment: "perimeter" },
			deployments: ["eu", "us"],
			firewall: { squid: { clients: ["10.20.0.0/16", "10.30.0.0/16"] } },
		},
	});
});

test("every problem is told at once, before anything of the perimeter is registered", async () => {
	const broken = fileOf("us", branch("us").replace("preset: none", "preset: nothing"));
	const lines = await refusal(
		{
			name: "EU",
			firewall: [squid({ scope: "perGroup" }), json(), json()],
			publish: { stores: [local({ directory: "" })] },
		},
		[broken, "no-such.yaml"],
	);
	expect(lines.sort()).toEqual([
		"deployments[2]: cannot read no-such.yaml: there is no such file; paths are relative to the root of the project",
		"firewall.json: is given twice; keep one",
		"firewall.squid.scope: is for the groups of one deployment; leave it out here, where one rule set serves all",
		`groups.general.preset (${broken}:19:14): unknown value "nothing"; expected one of standard, restricted, lockedDown, none`,
		"name: is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens",
		"publish.local.directory: is empty; give a value or leave it out",
	]);
});

const refused: [string, Partial<CoworkPerimeterArgs>, readonly string[], string][] = [
	["no deployment", { deployments: [] }, [], "deployments: is empty; expected at least one deployment"],
	[
		"two deployments of one name",
		{},
		[fileOf("eu")],
		"deployments: holds two deployments of the name eu; give each a name of its own",
	],
	[
		"the name of a deployment",
		{ name: "eu" },
		[],
		"name: is the name of the deployment eu, too; give the perimeter another",
	],
	[
		"what is no deployment",
		// As a program without types may.
		{ deployments: [7 as unknown as string] },
		[],
		"deployments[0]: is no deployment; expected a CoworkDeployment, or the path of a deployment file",
	],
	[
		"clients that only one deployment says",
		{ firewall: [squid()] },
		[fileOf("cn", branch("cn", { clients: "[10.30.0.0/16]" }))],
		"firewall.squid: has no clients of deployment eu, while cn says its own, so that one rule set for both would serve everybody; say clients of the block or of each group in both, or in neither",
	],
];

test.each(refused)("refused: %s", async (_, more, others, message) => {
	expect(await refusal(more, others)).toEqual([message]);
});

test("what a rule set widens is a warning of the perimeter", async () => {
	const wide = branch("us").replace(
		"sshHostAllowlist: []",
		'sshHostAllowlist: []\n  coworkEgressAllowedHosts: ["*.example.org"]',
	);
	const { warnings } = await perimeter({ firewall: [squid({ dedicated: true })] }, [fileOf("us", wide)]);
	expect(warnings).toEqual([
		expect.stringMatching(/^firewall\.squid: \*\.example\.org also matches example\.org \(widened\); /),
	]);
});

test("late addresses of a deployment are no hosts of the perimeter, and are told as that deployment's", async () => {
	const { result } = await record(() => {
		const late = eu();
		const notes = ["inferenceBedrockBaseUrl is known only once the cloud has created it; no host is listed for it"];
		const shared = { ...late.shared, egress: { ...late.shared.egress, notes } };
		return new CoworkPerimeter("perimeter", { deployments: [Object.assign(late, { shared }), fileOf("us")] });
	});
	expect(result.egress.notes[0]).toBe(
		"deployment eu: inferenceBedrockBaseUrl is known only once the cloud has created it; no host is listed for it",
	);
});

test("its files are those that the command writes for the same files and blocks", async () => {
	const firewall = "squid: { dedicated: true }, json: {}";
	const files = ["de", "fr"].map((name) => fileOf(name, branch(name, { firewall })));
	const out = path.join(folder, "out");
	expect((await invoke(["synth", ...files, "--out", out])).code).toBe(0);

	const { resources } = await record(
		() =>
			new CoworkPerimeter("perimeter", {
				deployments: files,
				firewall: [json(), squid({ dedicated: true })],
				publish: { stores: [local({ directory: "published" })] },
			}),
	);

	const rendered = await renderPart(recipeIn(resources, "perimeter"), {});
	const { "manifest.json": manifest = "", ...written } = tree(path.join(out, "perimeter"));
	expect(rendered.map(({ path }) => path).sort()).toEqual(Object.keys(written).filter((name) => name.includes(".")));
	for (const { path, content } of rendered) expect(Buffer.from(content).toString(), path).toBe(written[path]);
	expect(recipeIn(resources, "manifest")).toMatchObject({
		manifest: { inputDigest: JSON.parse(manifest).inputDigest },
	});
});
