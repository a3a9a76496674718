import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as provider from "../../../src/components/artifact-store/local-provider.js";
import { claimFolder } from "../../../src/components/artifact-store/owner.js";
import type { PartRecipe } from "../../../src/components/artifact-store/part-recipe.js";

let root: string;
let folder: string;

beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-"));
	folder = path.join(root, "eu");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const part = {
	perimeter: {
		identity: { organization: "Example Corp", identifierPrefix: "com.example.cowork", deployment: "eu" },
		platforms: [],
		templates: {},
		egress: {
			hosts: [],
			summary: {
				anthropicHosts: [],
				conversationContentStaysWithProvider: false,
				contentAlsoReaches: [],
				takesOverDevice: true,
			},
			notes: [],
		},
		firewall: { squid: {} },
	},
} satisfies PartRecipe;

function inputs(changes: Partial<provider.LocalInputs> = {}): provider.LocalInputs {
	return { folder, owner: "cowork/test/eu", part, secrets: {}, ...changes };
}

/** What the engine does for a resource that is new. */
async function publish(changes: Partial<provider.LocalInputs> = {}) {
	const { inputs: checked, failures } = await provider.check({}, inputs(changes));
	expect(failures).toEqual([]);
	const { outs } = await provider.create(checked);
	return { checked, outs };
}

const files = ["egress.json", "egress.txt", "firewall"];

describe("publishing", () => {
	test("what was published needs no change", async () => {
		const { checked, outs } = await publish();

		expect(readdirSync(folder).sort()).toEqual([".owner.json", ...files]);
		expect(outs.files.map((file) => file.path)).toEqual(["egress.json", "egress.txt", "firewall/squid/squid.conf"]);
		expect(await provider.diff("", outs, checked)).toEqual({ changes: false });
	});

	test("while a secret is unknown, so are the files", async () => {
		const { inputs: checked } = await provider.check({}, inputs({ secrets: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }));

		expect(checked.files).toBeUndefined();
		expect(await provider.diff("", {}, checked)).toEqual({ changes: true });
	});

	test("groups that arrive side by side share a folder", async () => {
		const claims = Array.from({ length: 20 }, () => claimFolder(folder, "cowork/test/eu", undefined));

		await expect(Promise.all(claims)).resolves.toHaveLength(20);
	});

	test.each(["", "firewall", "firewall/squid"])(
		"a link at DIR/%s is refused: files would land elsewhere",
		async (step) => {
			const elsewhere = path.join(root, "elsewhere");
			mkdirSync(elsewhere);
			mkdirSync(path.dirname(path.join(folder, step)), { recursive: true });
			symlinkSync(elsewhere, path.join(folder, step));

			const { failures } = await provider.check({}, inputs());

			expect(failures).toEqual([
				{
					property: "folder",
					reason: `${path.join(folder, step)} is a link, which may lead anywhere; remove it, or name the folder that it leads to`,
				},
			]);
			await expect(provider.create(inputs())).rejects.toThrow("is a link; remove it and publish again");
			expect(readdirSync(elsewhere)).toEqual([]);
		},
	);

	test("what somebody put in a folder that nobody had marked is not overwritten", async () => {
		mkdirSync(folder);
		writeFileSync(path.join(folder, "egress.txt"), "mine");

		const { failures } = await provider.check({}, inputs());

		expect(failures.map(({ reason }) => reason)).toEqual([
			`${path.join(folder, "egress.txt")} is there already and is no file of this bundle; move it away, or choose another folder`,
		]);
	});

	test("nothing is removed through a link that has come into a path", async () => {
		const { outs } = await publish();
		const elsewhere = path.join(root, "elsewhere");
		renameSync(path.join(folder, "firewall"), elsewhere);
		symlinkSync(elsewhere, path.join(folder, "firewall"));

		await provider.delete("", outs);

		expect(readdirSync(elsewhere, { recursive: true }).sort()).toEqual(["squid", "squid/squid.conf"]);
	});

	test("a file goes that the deployment no longer has", async () => {
		const { outs } = await publish();
		const { inputs: checked } = await provider.check(
			{},
			inputs({ part: { perimeter: { ...part.perimeter, firewall: {} } } }),
		);

		await provider.update("", outs, checked);

		expect(readdirSync(folder).sort()).toEqual([".owner.json", "egress.json", "egress.txt"]);
	});
});

describe("owners", () => {
	test("another owner is told who publishes there, and how to go on", async () => {
		await publish();

		expect((await provider.check({}, inputs({ owner: "cowork/other/eu" }))).failures).toEqual([
			{
				property: "folder",
				reason: `${folder} is published by cowork/test/eu; choose another directory or another name for this deployment, or destroy the other first`,
			},
		]);
		await expect(provider.create(inputs({ owner: "cowork/other/eu" }))).rejects.toThrow(
			"is published by cowork/test/eu",
		);
	});

	test.each(["", '{"own', "[]"])("a marker that says %o is nobody's", async (text) => {
		mkdirSync(folder);
		writeFileSync(path.join(folder, ".owner.json"), text);

		await publish();

		expect(readFileSync(path.join(folder, ".owner.json"), "utf8")).toBe('{"owner":"cowork/test/eu"}\n');
		expect(statSync(path.join(folder, ".owner.json")).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder).sort()).toEqual([".owner.json", ...files]);
	});

	test("a stack that was renamed keeps its folder", async () => {
		const { checked, outs } = await publish();
		rmSync(path.join(folder, ".owner.json"));
		writeFileSync(path.join(folder, ".owner.json"), '{"owner":"cowork/before/eu"}');
		const olds = { ...checked, owner: "cowork/before/eu" };

		const { inputs: renamed, failures } = await provider.check(olds, inputs());
		await provider.update("", { ...outs, owner: "cowork/before/eu" }, renamed);

		expect(failures).toEqual([]);
		expect(readFileSync(path.join(folder, ".owner.json"), "utf8")).toBe('{"owner":"cowork/test/eu"}\n');
	});

	test("destroy leaves a folder that another owner has taken over", async () => {
		const { outs } = await publish();
		writeFileSync(path.join(folder, ".owner.json"), '{"owner":"cowork/other/eu"}');

		await provider.delete("", outs);

		expect(readdirSync(folder).sort()).toEqual([".owner.json", ...files]);
	});
});

describe("what state says", () => {
	test("refresh tells what is damaged and what is absent, and forgets neither", async () => {
		const { outs } = await publish();
		writeFileSync(path.join(folder, "egress.json"), "edited");
		rmSync(path.join(folder, "egress.txt"));

		const { props } = await provider.read("", outs);

		expect(props).toEqual({
			...outs,
			files: [{ ...outs.files[0], sha256: "damaged" }, { ...outs.files[1], sha256: "absent" }, outs.files[2]],
		});
	});

	test("destroy leaves a folder where a file was, and what is not this stack's", async () => {
		const { outs } = await publish();
		rmSync(path.join(folder, "egress.txt"));
		mkdirSync(path.join(folder, "egress.txt"));
		writeFileSync(path.join(folder, "firewall/notes.txt"), "somebody's");

		await provider.delete("", outs);

		expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
			".owner.json",
			"egress.txt",
			"firewall",
			"firewall/notes.txt",
		]);
	});

	test("state of a build that knew less is read, updated and destroyed", async () => {
		const { checked, outs } = await publish();

		await expect(provider.check(undefined, inputs())).resolves.toMatchObject({ failures: [] });
		await expect(provider.read("id", {})).resolves.toEqual({ id: "id", props: {} });
		await expect(provider.diff("", {}, checked)).resolves.toEqual({ changes: true });
		await expect(provider.update("", {}, checked)).resolves.toEqual({ outs });
		await expect(provider.delete("", {})).resolves.toBeUndefined();
		await provider.delete("", { folder, files: outs.files });

		expect(existsSync(folder)).toBe(false);
	});
});
