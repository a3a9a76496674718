import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BundleFile, textFile } from "../../../src/bundle/bundle.js";
import { compileBundle } from "../../../src/bundle/compile.js";
import { listFile } from "../../../src/bundle/manifest.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { compare } from "../../../src/review/compare.js";
import type { Finding } from "../../../src/review/finding.js";
import { readBundle } from "../../../src/review/sides/read-bundle.js";
import { files as subject } from "../../../src/review/subjects/files.js";
import { readCertificates, readSigningKey, signContent } from "../../../src/signing/sign.js";
import { makeSigners } from "../../signing/identities.js";
import { edits, plain } from "../edits.js";
import { reviewed } from "../reviewed.js";

type Files = readonly BundleFile[];

async function bundle(input: unknown, secret = "sk-the-secret-itself"): Promise<Files> {
	return (await compileBundle(parseDeployment(input), { secrets: () => secret })).bundle.files;
}

const own = Object.keys(subject.rules);

async function findings(before: Files, after: Files): Promise<readonly Finding[]> {
	const [old, now] = [await side("old", before), await side("new", after)];
	return compare(old, now).findings;
}

async function side(name: string, files: Files) {
	const { value, problems } = await readBundle(async (path) => files.find((each) => each.path === path)?.content);
	if (!value) throw new Error(problems.map(({ message }) => message).join());
	return { name, deployments: [value] };
}

interface Manifest {
	generator: string;
	files: object[];
	omitted: object[];
}

/** A bundle with other files, whose manifest says of them what is so. */
function rewritten(files: Files, rewrite: (file: BundleFile) => Files, mark = (_: Manifest) => {}): Files {
	const others = files.filter(({ path }) => path !== "manifest.json").flatMap(rewrite);
	const written = Buffer.from(files.find(({ path }) => path === "manifest.json")?.content ?? []);
	const manifest: Manifest = { ...JSON.parse(written.toString("utf8")), files: others.map(listFile) };
	mark(manifest);
	return [...others, textFile("manifest.json", "application/json", JSON.stringify(manifest))];
}

const profile = "groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig";

function elsewhere(file: BundleFile): Files {
	if (file.path !== profile) return [file];
	const text = Buffer.from(file.content).toString("utf8");
	expect(text).toContain("https://llm.example.com");
	return [{ ...file, content: Buffer.from(text.replaceAll("llm.example.com", "llm.example.net")) }];
}

const line = ({ grade, rule, groups, change, subject, says }: Finding) =>
	`${grade} ${rule} [${groups}] ${change} ${subject} ${says}`;

const alike = ", although nothing that it is made of changes in meaning";

describe("a bundle whose manifest was rewritten with its files", () => {
	test.each<[string, (file: BundleFile) => Files, string[]]>([
		["says so of nothing where nothing is another", (file) => [file], []],
		[
			"with another address in a profile",
			elsewhere,
			[
				`widens file-differs [pilot] changed ${profile} is another${alike}; it carries a credential, which may be another`,
			],
		],
		[
			"with a rule more in what serves every group",
			(file) =>
				file.path === "firewall/squid/squid.conf"
					? [{ ...file, content: Buffer.from("http_access allow all\n") }]
					: [file],
			[`widens file-differs [] changed firewall/squid/squid.conf is another${alike}`],
		],
		[
			"with a script that was not there",
			(file) =>
				file.path === "egress.txt"
					? [file, textFile("groups/pilot/device/macos/run.sh", "text/x-shellscript", "id")]
					: [file],
			[`widens file-differs [pilot] added groups/pilot/device/macos/run.sh is there and was not${alike}`],
		],
		[
			"without a file that was there",
			(file) => (file.path === "egress.txt" ? [] : [file]),
			[`breaks file-lost [] removed egress.txt is not there any more${alike}`],
		],
	])("%s", async (_, rewrite, expected) => {
		const files = await bundle(plain);
		expect((await findings(files, rewritten(files, rewrite))).map(line)).toEqual(expected);
	});

	test("with another version says that nobody can tell", async () => {
		const files = await bundle(plain);
		const later = (manifest: Manifest) => {
			manifest.generator = "pulumi-cowork 9.0.0";
		};
		expect(
			await findings(
				files,
				rewritten(files, (file) => [file], later),
			),
		).toEqual([]);
		const [found, ...others] = await findings(files, rewritten(files, elsewhere, later));
		expect(others).toEqual([]);
		expect(found).toMatchObject({ grade: "widens", rule: "files-of-another-version", change: "changed" });
		expect(found?.says).toContain(`although made of the same, ${profile}; write both bundles with one version`);
	});

	test.each(["deployment.json", "groups/pilot/settings.json", "groups/pilot/egress.json"])(
		"is not excused by what nobody reads in %s",
		async (described) => {
			const files = await bundle(plain);
			const more = (file: BundleFile): Files => {
				if (file.path !== described) return elsewhere(file);
				const document = JSON.parse(Buffer.from(file.content).toString("utf8"));
				if (document.notes) document.notes.push("another note");
				for (const setting of Object.values<object>(document.settings ?? {})) Object.assign(setting, { nobody: 1 });
				return [{ ...file, content: Buffer.from(JSON.stringify({ ...document, nobody: 1 })) }];
			};
			expect((await findings(files, rewritten(files, more))).map(({ subject }) => subject)).toContain(profile);
		},
	);

	test("says of the other groups nothing where one is another", async () => {
		const files = await bundle(plain);
		const opened = structuredClone(plain);
		Object.assign(opened.groups.general.settings, { skillCreationEnabled: true });
		const told = await findings(files, rewritten(await bundle(opened), elsewhere));
		expect(told.filter(({ rule }) => own.includes(rule)).map(({ subject }) => subject)).toEqual([profile]);
	});
});

test("a file that was left out is told where it comes, and where it goes its manifest says why", async () => {
	const [files, without] = [await bundle(plain), (await compileBundle(parseDeployment(plain))).bundle.files];
	const pages = ["general", "pilot"].map(
		(group) =>
			`widens file-differs [${group}] changed groups/${group}/HANDOVER.md is another${alike}; other files than before were left out, which it may tell`,
	);
	expect((await findings(files, without)).map(line)).toEqual(pages);
	const back = await findings(without, files);
	expect(back.map(({ rule }) => rule)).toEqual(back.map(() => "file-differs"));
	const added = back.filter(({ change }) => change === "added");
	expect(added.map(({ subject }) => subject)).toContain(profile);
	for (const { says } of added) expect(says).toMatch(/^is there and was not, and was left out before, because it /);
});

describe("a signature", () => {
	const folder = mkdtempSync(path.join(tmpdir(), "review-signed-"));
	beforeAll(() => makeSigners(folder));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	async function signed(files: Files): Promise<Files> {
		const certificates = readCertificates(readFileSync(path.join(folder, "ec.crt"), "utf8")).value;
		const key =
			certificates && readSigningKey(readFileSync(path.join(folder, "ec.key"), "utf8"), certificates[0]).value;
		if (!certificates || !key) throw new Error("no signer");
		const file = files.find((each) => each.path === profile);
		const content = await signContent(file?.content ?? new Uint8Array(), { certificates, key });
		return rewritten(files, (each) => [each.path === profile ? { ...each, content } : each]);
	}

	test("that is another each time is no difference, and none at all is one", async () => {
		const files = await bundle(plain);
		const [once, again] = [await signed(files), await signed(files)];
		const bytes = [once, again].map((each) => each.find((file) => file.path === profile)?.content);
		expect(bytes[0]).not.toEqual(bytes[1]);
		expect(await findings(once, again)).toEqual([]);
		expect((await findings(once, files)).map(({ rule, subject }) => [rule, subject])).toEqual([
			["file-differs", profile],
		]);
		const altered = await signed(rewritten(files, elsewhere));
		expect((await findings(once, altered)).map(({ subject }) => subject)).toEqual([profile]);
	});
});

test("a credential that is another is told as one that may be", async () => {
	const told = await findings(await bundle(plain), await bundle(plain, "sk-another"));
	expect(told.length).toBeGreaterThan(0);
	for (const { rule, says } of told) {
		expect(rule).toBe("file-differs");
		expect(says).toMatch(/; it carries a credential, which may be another$/);
	}
});

// Each edit is compiled and reviewed, which the usual time does not do for on a busy machine.
test("of no edit of a deployment a file is left that nothing explains", async () => {
	const befores = new Map<object, Files>();
	const unexplained: string[] = [];
	for (const { name, of, edit } of edits) {
		const before = befores.get(of) ?? (await bundle(of));
		befores.set(of, before);
		const edited = structuredClone(of);
		edit(edited);
		const after = await bundle(edited);
		// Nothing of what a review reads is lost on the way through a bundle.
		const written = { name: "written", deployments: [reviewed(edited)] };
		expect(compare(await side("bundle", after), written).findings).toEqual([]);
		const told = (await findings(before, after)).filter(({ rule }) => own.includes(rule));
		unexplained.push(...told.map((each) => `${name}: ${line(each)}`));
	}
	expect(unexplained).toEqual([]);
}, 120_000);
