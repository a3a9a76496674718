import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type * as module from "../../../src/components/artifact-store/local-provider.js";
import type { PartRecipe } from "../../../src/components/artifact-store/part-recipe.js";
import { sentRecipe } from "../../../src/components/artifact-store/sent-recipe.js";

let root: string;
let folder: string;
let provider: typeof module;

/** What the provider keeps in memory is of one run of the engine. */
async function nextRun(): Promise<void> {
	vi.resetModules();
	const { rememberRoot } = await import("../../../src/components/artifact-store/project-root.js");
	rememberRoot(owner, root);
	provider = await import("../../../src/components/artifact-store/local-provider.js");
}

beforeEach(async () => {
	root = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-"));
	folder = path.join(root, "eu");
	await nextRun();
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
		data: { route: "LLM gateway", isStated: false, exceptions: [], answers: [], collector: {} },
	},
} satisfies PartRecipe;

const owner = "cowork/test/eu";

function inputs(changes: Partial<module.LocalInputs> = {}): module.LocalInputs {
	const { part: given = part, ...others } = changes;
	// As a program sends it, but for what is not known yet.
	const sent = typeof given === "string" || "json" in given ? given : sentRecipe(given);
	return { root, folder: "eu", owner, secrets: {}, ...others, part: sent };
}

/** What the engine does for a resource that is new. */
async function create(changes: Partial<module.LocalInputs> = {}) {
	const { inputs: checked, failures } = await provider.check({}, inputs(changes));
	expect(failures).toEqual([]);
	const { outs } = await provider.create(checked);
	return { checked, outs };
}

function manifestOf(...parts: readonly module.LocalOutputs[]) {
	return { part: { manifest: { inputDigest: "0", files: parts.flatMap(({ files }) => files) } } };
}

/** What the engine does for a deployment that is new: the manifest after everything else. */
async function publish(changes: Partial<module.LocalInputs> = {}) {
	const made = await create(changes);
	const manifest = await create({ ...changes, ...manifestOf(made.outs) });
	await nextRun();
	return { ...made, manifest };
}

async function failuresOf(olds: Parameters<typeof module.check>[0], changes: Partial<module.LocalInputs> = {}) {
	const { failures } = await provider.check(olds, inputs(changes));
	return failures.map(({ reason }) => reason);
}

const files = ["DATA.md", "egress.json", "egress.txt", "firewall"];
const published = [".owner.json", ...files, "manifest.json"];

describe("publishing", () => {
	test("what was published needs no change, and is told by digests alone", async () => {
		const { outs, manifest } = await publish();
		const { inputs: checked } = await provider.check({ owner }, inputs());

		expect(readdirSync(folder).sort()).toEqual(published);
		expect(outs.files.map((file) => file.path).sort()).toEqual([
			"DATA.md",
			"egress.json",
			"egress.txt",
			"firewall/squid/squid.conf",
		]);
		expect(await provider.diff("", outs, checked)).toEqual({ changes: false });
		expect(Object.keys(checked).sort()).toEqual(["folder", "owner", "part", "secrets"]);
		expect(checked.part).not.toHaveProperty("perimeter.egress");
		expect(manifest.checked.part).toEqual({ manifest: { inputDigest: "0" } });
	});

	test("while a secret is unknown, so are the files", async () => {
		const { inputs: checked } = await provider.check({}, inputs({ secrets: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }));

		expect(await provider.diff("", {}, checked)).toEqual({ changes: true });
		await expect(provider.create(checked)).rejects.toThrow("eu cannot be published before what goes there is known");
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
			const { inputs: checked } = await provider.check({}, inputs());
			await expect(provider.create(checked)).rejects.toThrow("is a link, which may lead anywhere");
			expect(readdirSync(elsewhere)).toEqual([]);
		},
	);

	test("what somebody put in a folder that nobody had marked is not overwritten", async () => {
		mkdirSync(folder);
		writeFileSync(path.join(folder, "egress.txt"), "mine");
		const said = `${path.join(folder, "egress.txt")} is there already and is no file of this bundle; move it away, or choose another folder`;

		expect(await failuresOf({})).toEqual([said]);
		// Neither where state lists such a file, which another checkout has published.
		expect(await failuresOf({ owner, folder: "eu" })).toEqual([said]);
		const { inputs: checked } = await provider.check({}, inputs());
		await expect(provider.create(checked)).rejects.toThrow(said);
		expect(readdirSync(folder)).toEqual(["egress.txt"]);
	});

	test("what somebody put beside published files is not overwritten when the deployment comes to need its place", async () => {
		const { outs } = await publish({ part: { perimeter: { ...part.perimeter, firewall: {} } } });
		mkdirSync(path.join(folder, "firewall/squid"), { recursive: true });
		writeFileSync(path.join(folder, "firewall/squid/squid.conf"), "mine");

		expect(await failuresOf({ owner, folder: "eu" })).toEqual([expect.stringContaining("squid.conf is there already")]);
		const { inputs: checked } = await provider.check({ owner }, inputs());
		await expect(provider.update("", outs, checked)).rejects.toThrow("squid.conf is there already");
		expect(readFileSync(path.join(folder, "firewall/squid/squid.conf"), "utf8")).toBe("mine");
	});

	test("without its manifest a folder that is marked keeps its files, and gets them back", async () => {
		const { outs } = await publish();
		rmSync(path.join(folder, "manifest.json"));
		writeFileSync(path.join(folder, "egress.txt"), "edited");

		const { inputs: checked, failures } = await provider.check({ owner, folder: "eu" }, inputs());
		await provider.update("", outs, checked);

		expect(failures).toEqual([]);
		expect(readFileSync(path.join(folder, "egress.txt"), "utf8")).not.toBe("edited");
	});

	test("nothing is removed through a link that has come into a path", async () => {
		const { outs } = await publish();
		const elsewhere = path.join(root, "elsewhere");
		renameSync(path.join(folder, "firewall"), elsewhere);
		symlinkSync(elsewhere, path.join(folder, "firewall"));

		await provider.delete("", outs);

		expect(readdirSync(elsewhere, { recursive: true }).sort()).toEqual(["squid", "squid/squid.conf"]);
	});

	test("a file that the deployment no longer has goes, once a manifest says so", async () => {
		const { outs, manifest } = await publish();
		const less = { perimeter: { ...part.perimeter, firewall: {} } };
		const { inputs: checked } = await provider.check({ owner }, inputs({ part: less }));

		const { outs: now } = await provider.update("", outs, checked);
		const between = readdirSync(folder).sort();
		const { inputs: listing } = await provider.check({ owner }, inputs(manifestOf(now)));
		await provider.update("", manifest.outs, listing);

		expect(between).toEqual([".owner.json", ".pulumi-cowork", ...files, "manifest.json"]);
		expect(readdirSync(folder).sort()).toEqual([
			".owner.json",
			"DATA.md",
			"egress.json",
			"egress.txt",
			"manifest.json",
		]);
	});

	test("what an update that was killed has begun is completed although nothing else changes", async () => {
		const { outs, manifest } = await publish();
		mkdirSync(path.join(folder, ".pulumi-cowork/staged-1"), { recursive: true });
		const { inputs: checked } = await provider.check({ owner }, inputs(manifestOf(outs)));

		expect(await provider.diff("", manifest.outs, checked)).toEqual({ changes: true });
		await provider.update("", manifest.outs, checked);
		expect(readdirSync(folder).sort()).toEqual(published);
	});
});

describe("owners", () => {
	test("another owner is told who publishes there, and how to go on", async () => {
		await publish();

		const said = `${folder} is published by cowork/test/eu; choose another directory or another name for this deployment, or destroy the other first`;

		expect(await failuresOf({}, { owner: "cowork/other/eu" })).toEqual([said]);
	});

	test("of two that arrive at once the second finds the folder taken", async () => {
		const other = path.join(root, "us");
		const run = provider;
		const { inputs: one } = await run.check({}, inputs({ folder: "us" }));
		await nextRun();
		const { inputs: two } = await provider.check({}, inputs({ folder: "us", owner: "cowork/other/eu" }));

		await run.create(one);

		await expect(provider.create(two)).rejects.toThrow(`${other} is published by cowork/test/eu`);
	});

	test.each(["", '{"own', "[]"])("a marker that says %o is nobody's", async (text) => {
		mkdirSync(folder);
		writeFileSync(path.join(folder, ".owner.json"), text);

		await publish();

		expect(readFileSync(path.join(folder, ".owner.json"), "utf8")).toBe('{"owner":"cowork/test/eu"}\n');
		expect(statSync(path.join(folder, ".owner.json")).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder).sort()).toEqual(published);
	});

	test.skipIf(process.platform === "win32")("a link in the marker's place is in the way, and stays", async () => {
		const marker = path.join(folder, ".owner.json");
		mkdirSync(folder);
		symlinkSync("elsewhere.json", marker);

		expect(await failuresOf({})).toEqual([
			`${marker} stands where a marker goes, and is no file; move it away, or choose another folder`,
		]);
		expect(readlinkSync(marker)).toBe("elsewhere.json");
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

		expect(readdirSync(folder).sort()).toEqual(published);
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
			files: [{ ...outs.files[0], sha256: "damaged" }, { ...outs.files[1], sha256: "absent" }, ...outs.files.slice(2)],
		});
	});

	test("destroy removes what was published, edited or not, and leaves what is not this stack's", async () => {
		const { outs, manifest } = await publish();
		writeFileSync(path.join(folder, "egress.json"), "edited");
		rmSync(path.join(folder, "egress.txt"));
		mkdirSync(path.join(folder, "egress.txt"));
		writeFileSync(path.join(folder, "firewall/notes.txt"), "somebody's");

		await provider.delete("", manifest.outs);
		await provider.delete("", outs);

		const left = [".owner.json", "egress.txt", "firewall", "firewall/notes.txt"];
		expect(readdirSync(folder, { recursive: true }).sort()).toEqual(left);
	});

	test("destroy in a checkout that has published nothing removes no file of the same name", async () => {
		const { outs } = await publish();
		rmSync(folder, { recursive: true });
		mkdirSync(folder);
		writeFileSync(path.join(folder, "egress.txt"), "somebody's");

		await provider.delete("", outs);

		expect(readdirSync(folder)).toEqual(["egress.txt"]);
	});

	test("state of a build that knew less is read, updated and destroyed", async () => {
		const { checked, outs } = await create();
		const before = { folder, owner, files: outs.files };

		await expect(provider.read("id", {})).resolves.toEqual({ id: "id", props: {} });
		await expect(provider.diff("", {}, checked)).resolves.toEqual({ changes: true });
		await provider.check({ folder, owner }, inputs());
		await expect(provider.diff("", before, checked)).resolves.toEqual({ changes: true });
		await expect(provider.update("", before, checked)).resolves.toEqual({ outs });
		await expect(provider.delete("", {})).resolves.toBeUndefined();
		await provider.check({ folder, owner }, inputs());
		await provider.create(checked);
		rmSync(path.join(folder, ".pulumi-cowork"), { recursive: true });
		await provider.delete("", before);

		expect(existsSync(folder)).toBe(false);
	});
});

describe("folders", () => {
	test("state that another checkout wrote with its own root is taken over, and that one's folder stays", async () => {
		const first = path.join(root, "first");
		mkdirSync(first);
		writeFileSync(path.join(first, "Pulumi.yaml"), "name: cowork\nruntime: nodejs\n");
		const { outs } = await create({ root: first });
		const absolute = { ...outs, folder: path.join(first, "eu") };

		const { inputs: checked } = await provider.check(absolute, inputs());
		const { outs: now } = await provider.update("", absolute, checked);

		expect(now.folder).toBe("eu");
		expect(existsSync(path.join(first, "eu/egress.txt"))).toBe(true);
		expect(existsSync(path.join(folder, "egress.txt"))).toBe(true);
	});

	test("files move with a directory that is another one, and the folder goes that they leave", async () => {
		const { outs, manifest } = await publish();
		writeFileSync(path.join(folder, "notes.txt"), "somebody's");

		const { inputs: checked } = await provider.check({ owner }, inputs({ folder: "other/eu" }));
		const { outs: now } = await provider.update("", outs, checked);
		const { inputs: listing } = await provider.check({ owner }, inputs({ folder: "other/eu", ...manifestOf(now) }));
		await provider.update("", manifest.outs, listing);

		expect(readdirSync(folder)).toEqual(["notes.txt"]);
		expect(readdirSync(path.join(root, "other/eu")).sort()).toEqual(published);
	});
});
