import type * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, type CoworkDeploymentArgs, gateway, local, type StoreAdapter, squid } from "pulumi-cowork";
import { expect, test } from "vitest";
import { compileBundle } from "../../../src/bundle/compile.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { formatPath } from "../../../src/path.js";
import { registries } from "../../../src/registries.js";
import { isSecret, record } from "../../support/pulumi.js";
import { vault, vaultStore } from "./vault.js";

const secret = "correct-horse-battery-staple";
const common = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	groups: { pilot: { preset: "standard" }, finance: { preset: "lockedDown" } },
} satisfies Partial<CoworkDeploymentArgs>;
const gatewayOptions = { baseUrl: "https://llm.example.com", signIn: { apiKey: secret } };

function deploy(stores: readonly StoreAdapter[]) {
	const inference = gateway(gatewayOptions);
	return record(() => new CoworkDeployment("eu", { ...common, inference, firewall: [squid()], publish: { stores } }));
}

/** What the command makes of the same deployment, by path. */
async function compiled(): Promise<ReadonlyMap<string, string>> {
	const axes = { inference: { gateway: gatewayOptions }, firewall: { squid: {} }, publish: { vault: { shelf: 3 } } };
	const parsed = parseDeployment(
		{ name: "eu", ...common, ...axes },
		{
			takeCredential: (_, path) => ({ fromProgram: formatPath(path) }),
			registries: { ...registries, stores: { ...registries.stores, vault: vaultStore } },
		},
	);
	const { bundle } = await compileBundle(parsed, { secrets: () => secret });
	return new Map(bundle.files.map(({ path, content }) => [path, Buffer.from(content).toString("base64")]));
}

test("a store of a program's own is opened once, and gets every file as the command writes it", async () => {
	const { resources } = await deploy([vault({ shelf: 3 })]);

	expect(resources.filter(({ type }) => type === "vault:index:Shelf")).toEqual([
		{
			type: "vault:index:Shelf",
			name: "eu-vault",
			inputs: { deployment: "eu", owner: "cowork/test/eu", shelf: 3 },
		},
	]);
	const boxes = resources.filter(({ type }) => type === "vault:index:Box").map(({ inputs }) => inputs);
	const texts = boxes.map(({ path, text }) => [path, isSecret(text) ? text.value : text]);
	expect(new Map(texts as [string, string][])).toEqual(await compiled());
});

test("a file is a secret where it holds one, and no other file holds it", async () => {
	const { resources } = await deploy([vault({ shelf: 3 })]);

	const boxes = resources.filter(({ type }) => type === "vault:index:Box").map(({ inputs }) => inputs);
	const secrets = boxes.filter(({ text }) => isSecret(text));
	const others = boxes.filter(({ text }) => !isSecret(text)).map(({ text }) => Buffer.from(String(text), "base64"));
	expect(secrets.every(({ path }) => String(path).includes("/profiles/"))).toBe(true);
	expect(secrets).toHaveLength(8);
	expect(others.some((bytes) => bytes.includes(secret))).toBe(false);
});

test("what is published, and where, is told store by store", async () => {
	const { result } = await deploy([vault({ shelf: 3 }), local({ directory: "published" })]);

	const [first, second] = result.groups.pilot?.published ?? [];
	expect([first?.store, second?.store]).toEqual(["vault", "local"]);
	expect(await resolved(first?.location)).toBe("vault://eu-vault");
	const files = await resolved(first?.files);
	expect(files.map(({ path }) => path)).toContain("groups/pilot/settings.json");
	expect(files.find(({ path }) => path.endsWith("managed-settings.json"))).toMatchObject({
		bytes: expect.any(Number),
		group: "pilot",
		mediaType: "application/json",
		sensitive: true,
		sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
	});
});

test("the options of a store of one's own are checked as those of the package's are", async () => {
	const { result } = await record(() => {
		try {
			const publish = { stores: [vault({ shelf: "top" as unknown as number })] };
			return new CoworkDeployment("eu", { ...common, inference: gateway(gatewayOptions), publish });
		} catch (fault) {
			return fault;
		}
	});

	expect(String(result)).toBe("Error: publish.vault.shelf: is text; expected a whole number");
});

function resolved<Value>(output: pulumi.Output<Value> | undefined): Promise<Value> {
	return new Promise((resolve, reject) => {
		if (output) output.apply((value) => resolve(value));
		else reject(new Error("there is no output"));
	});
}
