import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, expect, test, vi } from "vitest";
import { s3 } from "../../src/entries/aws.js";
import { CoworkDeployment, gateway, local, lookUpPublished } from "../../src/entries/index.js";
import { perimeter, pilot, revision, tree } from "../publication/tree.js";
import { inFolder } from "../support/in-folder.js";
import { record } from "../support/pulumi.js";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
});

const held = revision(pilot, { "egress.txt": "old.example.com\n" });
const whole = revision(perimeter, {});

/** A deployment that holds the broad ring of its group, published to a folder. */
const args = (hold = held.digest) => ({
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	groups: { pilot: { preset: "none" as const, rings: { broad: { hold } } } },
	publish: { stores: [local({ directory: "./published" })], rings: ["canary", "broad"] },
});

/** What a program gives and says in a project whose folder was filled. */
function run<Result>(fill: (store: ReturnType<typeof tree>) => void, program: () => Promise<Result>) {
	return inFolder(async (folder) => {
		fill(tree(path.join(folder, "published")));
		vi.spyOn(pulumi.runtime, "getRootDirectory").mockReturnValue(folder);
		const { result, resources, warnings } = await record(() => program().catch((fault: unknown) => fault));
		const plainly = (text: string) => text.replaceAll(folder, "<project>");
		return {
			result,
			types: resources.map(({ type }) => type),
			warnings: warnings.map(plainly),
			message: result instanceof Error ? plainly(result.message) : undefined,
		};
	});
}

function sound(store: ReturnType<typeof tree>, owner = "cowork/test/eu"): void {
	store.putRevision(pilot, held);
	store.putPointer({ scope: pilot, ring: "broad", revision: held.digest, held: true, owner });
}

test("gives the arguments with what stands in their stores, and says which hosts of it close", async () => {
	const { result, warnings, types } = await run(sound, async () => {
		const looked = await lookUpPublished("eu", args());
		new CoworkDeployment("eu", looked);
		return looked;
	});
	expect(result).toMatchObject({
		groups: args().groups,
		publish: {
			rings: ["canary", "broad"],
			published: {
				local: { place: { exists: true }, groups: { pilot: { pointers: { broad: { revision: held.digest } } } } },
			},
		},
	});
	expect(types).toContain("pulumi-cowork:index:CoworkDeployment");
	expect(warnings.filter((line) => line.startsWith("groups.pilot.rings"))).toEqual([
		"groups.pilot.rings.broad.hold: needs old.example.com, which the newest perimeter no longer opens; keep it open until no ring is held at this revision",
	]);
});

test("ends a program whose hold was never published, before anything is registered", async () => {
	const { message, types } = await run(sound, async () => {
		new CoworkDeployment("eu", await lookUpPublished("eu", args("0".repeat(64))));
	});
	expect(message).toMatch(
		/^groups\.pilot\.rings\.broad\.hold: was never published to <project>\/published\/, or is gone/,
	);
	expect(types).toEqual([]);
});

test("ends a program under whose prefix another stack publishes", async () => {
	const { message } = await run(
		(store) => sound(store, "cowork/other/eu"),
		async () => lookUpPublished("eu", args()),
	);
	expect(message).toMatch(
		/^publish\.local: <project>\/published\/eu\/groups\/pilot\/rings\/broad\/current\.json was published by cowork\/other\/eu, and this is cowork\/test\/eu/,
	);
});

test("a perimeter publishes under a name of its own", async () => {
	const of = { deployments: [], publish: args().publish, name: "eu" };
	const { result } = await run(
		(store) => {
			store.putRevision(perimeter, whole);
			store.putPointer({ scope: perimeter, ring: "broad", revision: whole.digest, owner: "cowork/test/perimeter/all" });
		},
		async () => lookUpPublished("all", of),
	);
	expect(result).toMatchObject({ publish: { published: { local: { groups: {} } } } });
});

test("goes on without looking where it is told to, and says what nobody has verified", async () => {
	vi.stubEnv("PULUMI_COWORK_SKIP_LOOK_UP", "1");
	const given = args("0".repeat(64));
	const { result, warnings } = await run(sound, async () => lookUpPublished("eu", given));
	expect(result).toBe(given);
	expect(warnings).toEqual([
		expect.stringMatching(/^publish\.local: PULUMI_COWORK_SKIP_LOOK_UP is set, so that nobody/),
	]);
	vi.stubEnv("PULUMI_COWORK_SKIP_LOOK_UP", "0");
	expect((await run(sound, async () => lookUpPublished("eu", given))).message).toContain("was never published");
});

test("a bucket that the program creates cannot be asked, and is told", async () => {
	const { result, warnings } = await run(
		() => undefined,
		async () => {
			const stores = [s3({ bucket: pulumi.output("example-cowork") })];
			return lookUpPublished("eu", { ...args(), publish: { stores, rings: ["canary", "broad"] } });
		},
	);
	expect(result).toMatchObject({ publish: { published: {} } });
	expect(warnings).toEqual([
		expect.stringMatching(/^publish\.s3: its block holds an output of the program, so that nobody/),
	]);
});

test("what publishes nothing, keeps no revisions or is wrong in itself is given back as it is", async () => {
	const { publish, ...nowhere } = args();
	const folder = { ...nowhere, publish: { stores: publish.stores } };
	const wrong = { ...nowhere, publish: { ...publish, rings: ["Canary"] } };
	for (const given of [nowhere, folder, wrong])
		expect((await run(sound, async () => lookUpPublished("eu", given))).result).toBe(given);
});
