import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "./support/command.js";
import { packedArchive } from "./support/packed.js";
import { run } from "./support/programs.js";

const folder = temporaryFolder();
const shell = (umask: string, cwd: string, ...command: string[]) =>
	run("sh", ["-c", 'umask "$1"; cd "$2"; shift 2; exec "$@"', "sh", umask, cwd, ...command]);

/** A copy of what is packed in a folder of its own, with other times and modes. */
function copyOfSources(): string {
	const copy = path.join(folder(), "a copy");
	mkdirSync(copy);
	const sources = ["src", "scripts", "package.json", "package-lock.json", "README.md", "SECURITY.md", "LICENSE"];
	for (const each of [...sources, "docs", "examples", "schemas", "tsconfig.json", "tsconfig.build.json"]) {
		cpSync(each, path.join(copy, each), { recursive: true });
	}
	for (const each of sources.slice(3)) {
		utimesSync(path.join(copy, each), 86_400, 86_400);
		chmodSync(path.join(copy, each), 0o600);
	}
	symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
	return copy;
}

const digest = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

let archive = "";
let dist = "";
beforeAll(() => {
	archive = packedArchive();
	run("tar", ["-xzf", archive, "-C", folder()]);
	dist = path.join(folder(), "package/dist");
}, 300_000);

describe("the package", () => {
	test("is the same bytes from another folder, at another time, under another umask, by npm itself", () => {
		const copy = copyOfSources();
		const name = shell("077", copy, "npm", "pack", "--silent", "--pack-destination", folder()).trim();
		expect(digest(path.join(folder(), name))).toBe(digest(archive));
	}, 300_000);

	test("holds what it lists and nothing of the repository beside it", () => {
		const names = run("tar", ["-tzf", archive]).trim().split("\n");
		const outside = names.filter((name) => !/^package\/(?:dist|docs|examples|schemas)\//.test(name));
		const alone = ["LICENSE", "README.md", "SECURITY.md", "package.json"].map((name) => `package/${name}`);
		expect(outside.sort()).toEqual(alone);
		const generated = names.filter((name) => /\/(?:node_modules|out|published|api)\//.test(name));
		expect(generated).toEqual([]);
		const built = names.filter((name) => name.startsWith("package/dist/"));
		expect(built.filter((name) => /\.(map|ts)$/.test(name) && !name.endsWith(".d.ts"))).toEqual([]);
		expect(gunzipSync(readFileSync(archive)).includes(process.cwd())).toBe(false);
	});
});

describe("its pages", () => {
	const home = () => path.join(folder(), "package");
	const pages = () =>
		readdirSync(home(), { recursive: true, encoding: "utf8" }).filter(
			(file) => file.endsWith(".md") && !file.startsWith("dist"),
		);

	/** What a heading is linked to as, as GitHub makes it. */
	const anchors = (page: string) =>
		[...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
			heading
				.toLowerCase()
				.replace(/[^\w\- ]/g, "")
				.replaceAll(" ", "-"),
		);

	test("lead to what the package holds, and to headings that are there", () => {
		const faults: string[] = [];
		let links = 0;
		for (const file of pages()) {
			const text = readFileSync(path.join(home(), file), "utf8").replace(/^```.*?^```$/gms, "");
			for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
				if (/^https?:/.test(target)) continue;
				links++;
				const [to = "", anchor] = target.split("#");
				const place = to === "" ? path.join(home(), file) : path.resolve(home(), path.dirname(file), to);
				if (!existsSync(place)) faults.push(`${file}: ${target} is not there`);
				else if (anchor !== undefined && !anchors(readFileSync(place, "utf8")).includes(anchor)) {
					faults.push(`${file}: ${target} has no such heading`);
				}
			}
		}
		expect(links).toBeGreaterThan(40);
		expect(faults).toEqual([]);
	});
});

interface Component {
	readonly group?: string;
	readonly name: string;
	readonly version: string;
	readonly purl: string;
	readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

describe("its bill of materials", () => {
	let bom: { readonly components: readonly Component[]; readonly metadata: { readonly component: Component } };
	const nameOf = ({ group, name }: Component) => (group ? `${group}/${name}` : name);
	const jsonOf = (file: string) => JSON.parse(readFileSync(file, "utf8"));
	beforeAll(() => {
		bom = jsonOf(path.join(dist, "bom.cdx.json"));
	});

	test("is CycloneDX by the schema of CycloneDX", () => {
		const schemas = path.resolve("node_modules/@cyclonedx/cyclonedx-library/res/schema");
		const ajv = new Ajv({ strict: false, validateFormats: false });
		for (const each of ["spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json"]) {
			ajv.addSchema({ ...jsonOf(path.join(schemas, each)), $id: `http://cyclonedx.org/schema/${each}` });
		}
		const fits = ajv.compile(jsonOf(path.join(schemas, "bom-1.6.SNAPSHOT.schema.json")));
		fits(bom);
		expect(fits.errors).toBe(null);
	});

	test("lists the packages whose licences are passed on, which is all of them", () => {
		const listed = bom.components.map(nameOf).sort();
		const licences = readFileSync(path.join(dist, "licences.txt"), "utf8");
		const passedOn = `\n----\n\n${licences}`.match(/(?<=\n----\n\n)\S+(?=\n\n)/g);
		expect(passedOn?.sort()).toEqual(listed);
		expect(listed).toEqual(expect.arrayContaining(["commander", "ipaddr.js", "tldts", "uuid", "yaml"]));
	});

	test("has the version and the digest that the lock file has", () => {
		const locked = Object.entries<{ version: string; integrity: string }>(jsonOf("package-lock.json").packages);
		for (const component of bom.components) {
			const entries = locked.filter(
				([place, { version }]) => place.endsWith(`node_modules/${nameOf(component)}`) && version === component.version,
			);
			const [hash] = component.hashes;
			const digests = entries.map(([, { integrity }]) => integrity);
			expect(digests).toContain(`sha512-${Buffer.from(hash?.content ?? "", "hex").toString("base64")}`);
		}
	});

	test("is of this version of the package", () => {
		const { name, version } = jsonOf("package.json");
		expect(bom.metadata.component).toMatchObject({ name, version, purl: `pkg:npm/${name}@${version}` });
	});

	// What stays an import must be installed with the package; everything else is in the bill.
	test("leaves nothing out: what shipped code still imports is Node's, Pulumi's or its own", () => {
		const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
		const imported = files.flatMap((file) => {
			const text = readFileSync(path.join(dist, file), "utf8");
			return [...text.matchAll(/^(?:import|export)\b[^"'\n]*["']([^"'\n]+)["'];$/gm)].map(([, from = ""]) => from);
		});
		const foreign = imported.filter(
			(from) => !isBuiltin(from) && !/^(?:\.{1,2}\/|@pulumi\/|pulumi-cowork\/)/.test(from),
		);
		expect(imported.length).toBeGreaterThan(20);
		expect(foreign).toEqual([]);
		expect(existsSync(path.join(dist, "cli/main.js"))).toBe(true);
	});
});
