import { expect, test } from "vitest";
import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { formatProblem } from "../../src/problem.js";
import { registries as shipped } from "../../src/registries.js";
import { warehouse } from "../variants/warehouse.js";

const registries = { ...shipped, stores: { ...shipped.stores, warehouse } };
const hold = "a".repeat(64);
const local = { directory: "./published" };

function written(publish: object, pilot: object = {}, signIn: object = { interactive: {} }) {
	return {
		name: "eu",
		organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
		inference: { gateway: { baseUrl: "https://llm.example.com", signIn } },
		groups: { pilot: { preset: "none", ...pilot } },
		publish,
	};
}

function problemsOf(...args: Parameters<typeof written>): string[] {
	try {
		return parseDeployment(written(...args), { registries }).warnings.map(formatProblem);
	} catch (fault) {
		if (fault instanceof Error && "problems" in fault) return String(fault.message).split("\n");
		throw fault;
	}
}

test("rings, their holds and the key to sign with are kept apart from the stores", () => {
	const publish = {
		local,
		rings: ["canary", "broad"],
		sign: { key: { fromEnv: "KEY" } },
		perimeter: { broad: { hold } },
	};
	const { deployment } = parseDeployment(written(publish, { rings: { canary: { hold } } }), { registries });

	expect(deployment.publish).toEqual({ local });
	expect(deployment.publication).toEqual({
		rings: ["canary", "broad"],
		sign: { key: { fromEnv: "KEY" } },
		perimeter: { broad: { hold } },
	});
	expect(deployment.groups.pilot?.rings).toEqual({ canary: { hold } });
});

test("a bundle is the same, whoever publishes it where, as long as nothing is said of rings", () => {
	const { deployment } = parseDeployment(written({ local }), { registries });

	expect(deployment).not.toHaveProperty("publication");
	expect(deployment.groups.pilot).not.toHaveProperty("rings");
});

const form = "is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens";

test.each([
	["no ring", { local, rings: [] }, {}, "publish.rings: is 0 items; expected at least 1 item"],
	["a ring with an ill name", { local, rings: ["Broad"] }, {}, `publish.rings[0]: ${form}`],
	["a ring twice", { local, rings: ["a", "b", "a"] }, {}, "publish.rings[2]: is given twice; keep one"],
	[
		"rings that go nowhere",
		{ rings: ["a"] },
		{},
		"publish.rings: is for what is published, which goes nowhere here; add a store, or leave it out",
	],
	[
		"a hold of a ring that is none",
		{ local, rings: ["canary", "broad"] },
		{ rings: { brod: { hold } } },
		"groups.pilot.rings.brod: is no ring of the deployment; expected one of canary, broad",
	],
	[
		"a hold of the perimeter's ring that is none",
		{ local, rings: ["canary"], perimeter: { broad: { hold } } },
		{},
		"publish.perimeter.broad: is no ring of the deployment; expected one of canary",
	],
	[
		"a hold where no rings are named",
		{ local },
		{ rings: { all: { hold } } },
		"groups.pilot.rings: holds a ring, of which the deployment names none; name all of them in publish.rings",
	],
	[
		"a hold where one of two stores keeps revisions without rings",
		{ local, warehouse: { hall: "1" } },
		{ rings: { all: { hold } } },
		"groups.pilot.rings: holds a ring, of which the deployment names none; name all of them in publish.rings",
	],
	[
		"a hold of another ring than the only one that a cloud has without rings",
		{ warehouse: { hall: "1" } },
		{ rings: { broad: { hold } } },
		"groups.pilot.rings.broad: is no ring of the deployment; expected one of all",
	],
	[
		"a hold at what is no digest",
		{ local, rings: ["broad"] },
		{ rings: { broad: { hold: hold.toUpperCase() } } },
		"groups.pilot.rings.broad.hold: is no digest of a revision; expected 64 hexadecimal digits in lower case, as pulumi-cowork rings prints them",
	],
	[
		"a ring that is held at nothing",
		{ local, rings: ["broad"] },
		{ rings: { broad: {} } },
		"groups.pilot.rings.broad.hold: is missing; expected text",
	],
	[
		"a key in plain text",
		{ local, rings: ["a"], sign: { key: "-----BEGIN PRIVATE KEY-----" } },
		{},
		"publish.sign.key: is a key in plain text; expected the path of its file, or { fromEnv: NAME }",
	],
	[
		"a signature where the folder keeps no revisions",
		{ local, sign: { key: "key.pem" } },
		{},
		"publish.sign: signs revisions, of which local keeps none where no rings are named; name them in publish.rings",
	],
	[
		"a text that plans read as their own",
		{ warehouse: { hall: "<late:x>" } },
		{},
		"publish.warehouse.hall: holds <late: and a name in angle brackets, which plans read as their own; write it in another way",
	],
])("%s is refused", (_, publish, pilot, message) => {
	expect(problemsOf(publish, pilot)).toEqual([message]);
});

test("the only ring of a cloud's store can be held without being named", () => {
	const publish = { warehouse: { hall: "1" }, perimeter: { all: { hold } } };

	expect(problemsOf(publish, { rings: { all: { hold } } })).toEqual([]);
});

test("a word of publish that is none is named with the nearest", () => {
	expect(problemsOf({ local, ring: ["a"] })).toEqual(['publish.ring: unknown artifact store; did you mean "rings"?']);
});

test("a store without a place for secrets refuses a deployment whose profiles hold one", () => {
	const apiKey = { apiKey: { fromEnv: "KEY" } };
	const message = "publish.warehouse.safe: is missing; expected a safe for what carries a secret";

	expect(problemsOf({ warehouse: { hall: "1" } }, {}, apiKey)).toEqual([message]);
	expect(problemsOf({ warehouse: { hall: "1", safe: "2" } }, {}, apiKey)).toEqual([]);
	expect(problemsOf({ warehouse: { hall: "1" } })).toEqual([]);
});

test.each([
	["an API key", { apiKey: { fromEnv: "KEY" } }],
	["people who sign in", { interactive: {} }],
])("a store knows beforehand whether some file will hold a secret: %s", async (_, signIn) => {
	const parsed = parseDeployment(written({ warehouse: { hall: "1", safe: "2" } }, {}, signIn), { registries });
	const { bundle } = await compileBundle(parsed, { secrets: () => "correct-horse", registries });
	const refused = problemsOf({ warehouse: { hall: "1" } }, {}, signIn).length > 0;

	expect(refused).toBe(bundle.files.some(({ sensitive }) => sensitive));
});

test("what a store plans is there with the deployment", () => {
	const { stores } = parseDeployment(written({ local, warehouse: { hall: "1", aisle: "a" } }), { registries });

	expect(Object.keys(stores)).toEqual(["warehouse"]);
	expect(stores.warehouse).toMatchObject({ prefix: "a/", retain: true });
});
