import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, type CoworkDeploymentArgs, gateway, type PublishArgs, verifyRevision } from "pulumi-cowork";
import { expect, test } from "vitest";
import { sha256 } from "../../src/bundle/bundle.js";
import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { formatPath } from "../../src/path.js";
import { fileKey, manifestKey, pathInScope } from "../../src/publication/layout.js";
import { registries as shipped } from "../../src/registries.js";
import { inFolder } from "../support/in-folder.js";
import { isSecret, type Recording, type Registered, record } from "../support/pulumi.js";
import { reveal } from "../support/record-cloud.js";
import { warehouse as plain } from "../variants/warehouse.js";
import { bytesOf } from "./artifact-store/pilot-part.js";
import { warehouse } from "./artifact-store/warehouse.js";

const secret = "correct-horse-battery-staple";
const hold = "b".repeat(64);
const common = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	groups: { pilot: { preset: "standard" }, finance: { preset: "lockedDown" } },
} satisfies Partial<CoworkDeploymentArgs>;

const registries = { ...shipped, stores: { ...shipped.stores, warehouse: plain } };

function deploy(publish: PublishArgs, more: Partial<CoworkDeploymentArgs> = {}) {
	const inference = gateway({ baseUrl: "https://llm.example.com", signIn: { apiKey: secret } });
	return record(() => new CoworkDeployment("eu", { ...common, inference, publish, ...more }));
}

const stores = [warehouse({ hall: "1", safe: "2", aisle: "a" })];

test("every file of a bundle is in its group's revision, and what carries a secret is in the safe alone", async () => {
	const { resources } = await deploy({ stores });
	const inference = { gateway: { baseUrl: "https://llm.example.com", signIn: { apiKey: secret } } };
	const publish = { warehouse: { hall: "1", safe: "2", aisle: "a" } };
	const parsed = parseDeployment(
		{ name: "eu", ...common, inference, publish },
		{ registries, takeCredential: (_, path) => ({ fromProgram: formatPath(path) }) },
	);
	const { bundle } = await compileBundle(parsed, { secrets: () => secret });

	const placed = new Map(crates(resources).map(({ inputs }) => [String(inputs.key), inputs]));
	for (const file of bundle.files.filter(({ path }) => path !== "manifest.json")) {
		const scope = { deployment: "eu", ...(file.group !== undefined && { group: file.group }) };
		const key = `a/${fileKey(scope, await revisionIn(resources, file.group), pathInScope(scope, file.path))}`;
		const inputs = placed.get(key);
		expect(inputs?.room, key).toBe(file.sensitive ? "eu-warehouse-safe" : "eu-warehouse-hall");
		expect(inputs?.sha256).toBe(sha256(file.content));
		expect(isSecret(inputs?.text)).toBe(file.sensitive);
		placed.delete(key);
	}
	const rest = [...placed.keys()].sort();
	expect(rest.map((key) => key.replace(/[0-9a-f]{64}/, "<digest>"))).toEqual(
		["groups/finance", "groups/pilot", "perimeter"]
			.flatMap((folder) => [`a/eu/${folder}/revisions/<digest>/manifest.json`, `a/eu/${folder}/rings/all/current.json`])
			.concat("a/eu/index.html")
			.sort(),
	);
});

test("no logical name holds a digest, and what is retained is replaced when its key changes", async () => {
	const { resources } = await deploy({ stores, rings: ["canary", "broad"] });

	expect(crates(resources).filter(({ name }) => /[0-9a-f]{16}/.test(name))).toEqual([]);
	const rings = crates(resources).filter(({ name }) => name.includes("-ring-"));
	expect(rings.map(({ name }) => name).sort()).toEqual(
		["finance", "pilot"]
			.flatMap((group) => ["broad", "canary"].map((ring) => `eu-group-${group}-warehouse-ring-${ring}`))
			.concat(["eu-perimeter-warehouse-ring-broad", "eu-perimeter-warehouse-ring-canary"]),
	);
});

test("each group's rings are held as the group says, and the perimeter's as publish does", async () => {
	const groups = {
		pilot: { preset: "standard", rings: { broad: { hold } } },
		finance: { preset: "lockedDown" },
	} as const;
	const publish = { stores, rings: ["canary", "broad"], perimeter: { canary: { hold } } };
	const { result } = await deploy(publish, { groups });

	const revision = async (ring: { readonly warehouse?: { readonly revision: pulumi.Output<string> } } | undefined) =>
		(await reveal(ring?.warehouse?.revision)).value;
	expect(await revision(result.groups.pilot?.rings.broad)).toBe(hold);
	expect(await revision(result.groups.pilot?.rings.canary)).not.toBe(hold);
	expect(await revision(result.groups.finance?.rings.broad)).not.toBe(hold);
	expect(await revision(result.rings.canary)).toBe(hold);
	expect(await revision(result.rings.broad)).not.toBe(hold);
});

test.each(["location", "files"] as const)("what takes the %s of a ring comes after its pointer", async (output) => {
	const inference = gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } });
	const { resources } = await record(() => {
		const eu = new CoworkDeployment("eu", { ...common, inference, publish: { stores, rings: ["canary"] } });
		const taken = eu.groups.pilot?.rings.canary?.warehouse?.[output];
		return new (class extends pulumi.CustomResource {})("management:index:Profile", "pilot", { taken });
	});

	const names = resources.map(({ name }) => name);
	expect(names).toContain("pilot");
	expect(names.indexOf("pilot")).toBeGreaterThan(names.indexOf("eu-group-pilot-warehouse-ring-canary"));
});

test("a hold makes no revision, nor one of the perimeter", async () => {
	const free = { stores, rings: ["canary", "broad"] };
	const before = await deploy(free);
	const groups = { ...common.groups, pilot: { preset: "standard", rings: { broad: { hold } } } } as const;
	const after = await deploy({ ...free, perimeter: { broad: { hold } } }, { groups });

	for (const group of [undefined, "finance", "pilot"])
		expect(await revisionIn(after.resources, group)).toBe(await revisionIn(before.resources, group));
});

test("a revision changes with its own files alone", async () => {
	const before = await deploy({ stores });
	const settings = { otlpEndpoint: "https://otel.example.com:4318" };
	const groups = { ...common.groups, finance: { preset: "lockedDown", settings } } as const;
	const after = await deploy({ stores }, { groups });

	expect(await revisionIn(after.resources, "pilot")).toBe(await revisionIn(before.resources, "pilot"));
	expect(await revisionIn(after.resources, "finance")).not.toBe(await revisionIn(before.resources, "finance"));
});

test("a manifest is signed with the key that a program passes, which is in no input", async () => {
	const pem = execFileSync("openssl", ["genpkey", "-algorithm", "ed25519"], { encoding: "utf8" });
	const publicKey = execFileSync("openssl", ["pkey", "-pubout"], { encoding: "utf8", input: pem });
	const { resources } = await deploy({ stores, sign: { key: pulumi.secret(pem) } });

	const named = (end: string) => crates(resources).find(({ name }) => name === `eu-group-pilot-warehouse-${end}`);
	const bytes = (end: string) => bytesOf(named(end)?.inputs.source);
	const signature = await bytes("manifest.json.sig");
	expect(verifyRevision(await bytes("manifest.json"), signature, publicKey)).toBe(true);
	expect(named("manifest.json.sig")?.inputs.key).toBe(`${named("manifest.json")?.inputs.key}.sig`);
	expect(JSON.stringify(resources)).not.toContain(pem.split("\n")[1]);
});

test.each([
	["of another kind", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], "is a key of another kind"],
])("a key %s is refused before anything is registered", async (_, args, what) => {
	const pem = execFileSync("openssl", ["genpkey", ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
	const { result, resources } = await record(async () => {
		try {
			const inference = gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } });
			return new CoworkDeployment("eu", { ...common, inference, publish: { stores, sign: { key: pem } } });
		} catch (fault) {
			return fault;
		}
	});

	expect(String(result)).toContain(`publish.sign.key: ${what}`);
	expect(resources).toEqual([]);
});

test("a file that holds no key is named", async () => {
	const { result } = await record(async () => {
		try {
			const inference = gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } });
			return new CoworkDeployment("eu", { ...common, inference, publish: { stores, sign: { key: "no/such.pem" } } });
		} catch (fault) {
			return fault;
		}
	});

	expect(String(result)).toContain("publish.sign.key: names no/such.pem, which cannot be read (ENOENT)");
});

test("public keys have to hold that of the key, and to be there", () =>
	inFolder(async (folder) => {
		const pair = () => generateKeyPairSync("ed25519");
		const [own, other] = [pair(), pair()];
		const write = (name: string, pem: string | Buffer) => {
			writeFileSync(path.join(folder, name), pem);
			return path.join(folder, name);
		};
		const key = write("key.pem", own.privateKey.export({ type: "pkcs8", format: "pem" }));
		const named = (name: string, { publicKey }: ReturnType<typeof pair>) =>
			write(name, publicKey.export({ type: "spki", format: "pem" }));
		const publicKeys = [named("other.pem", other), named("own.pem", own)];
		const refusal = async (sign: { key: string; publicKeys: readonly string[] }) => {
			const inference = gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } });
			const { result } = await record(async () => {
				try {
					return new CoworkDeployment("eu", { ...common, inference, publish: { stores, sign } });
				} catch (fault) {
					return fault;
				}
			});
			return String(result);
		};

		expect(await refusal({ key, publicKeys: [publicKeys[0] ?? ""] })).toContain(
			"publish.sign.publicKeys: lacks the public half of key, so that what is published here would be refused",
		);
		expect(await refusal({ key, publicKeys: [key] })).toContain("publish.sign.publicKeys[0]: is a private key");
		expect((await deploy({ stores, sign: { key, publicKeys } })).resources.length).toBeGreaterThan(0);
	}));

function crates(resources: readonly Registered[]): readonly Registered[] {
	return resources.filter(({ type }) => type === "warehouse:index:Crate");
}

async function revisionIn(resources: Recording<unknown>["resources"], group?: string): Promise<string> {
	const role = group === undefined ? "perimeter" : `group-${group}`;
	const manifest = crates(resources).find(({ name }) => name === `eu-${role}-warehouse-manifest.json`);
	const digest = sha256(await bytesOf(manifest?.inputs.source));
	const scope = { deployment: "eu", ...(group !== undefined && { group }) };
	expect(manifest?.inputs.key).toBe(`a/${manifestKey(scope, digest)}`);
	return digest;
}
