import {
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { temporaryFolder } from "../support/command.js";
import { run } from "../support/programs.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const routes = Object.keys(inferenceRoutes);

const made = async (name: string, ...args: string[]) => {
	const file = path.join(folder(), name);
	const said = await invoke(["init", "--out", file, ...args]);
	expect(said).toMatchObject({ code: 0, notices: [] });
	return file;
};

test.each(routes)("a first deployment on %s compiles as it stands", async (route) => {
	const file = await made(`${route}.yaml`, "--route", route);
	const { code, notices } = await invoke(["synth", file, "--out", path.join(folder(), "out")]);
	expect(code).toBe(0);
	// What only the organisation has: the secret.
	expect(notices).toEqual(
		notices.filter((line) =>
			/^warning: inference\.\S+ \(.*\): environment variable [A-Z_]+ is not available/.test(line),
		),
	);
});

test.each(routes)("the schema beside it takes a first deployment on %s", async (route) => {
	const file = await made(`checked-${route}.yaml`, "--route", route);
	const text = readFileSync(file, "utf8");
	const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text) ?? [];
	const validate = new Ajv2020({ strict: false }).compile(
		JSON.parse(readFileSync(path.resolve(path.dirname(file), schema), "utf8")),
	);
	expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
});

test("each has an id of its own, the names that were given, and a comment at every member", async () => {
	const args = ["--name", "eu", "--group", "engineers", "--organization", "Acme: Ltd"];
	const one = readFileSync(await made("one.yaml", ...args), "utf8");
	const other = readFileSync(await made("other.yaml", ...args), "utf8");
	const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
	expect(parse(one)).toMatchObject({ name: "eu", organization: { name: "Acme: Ltd" }, groups: { engineers: {} } });
	expect(parse(one).organization.uuid).toMatch(uuid);
	expect(parse(other).organization.uuid).not.toBe(parse(one).organization.uuid);
	expect(one).toContain("# Name of the deployment and of its folder.\nname: eu\n");
	expect(one).toMatch(/ # LLM gateway\. Instead: anthropic, bedrock, /);
});

test("a first deployment serves apps of any version, and can be told of the oldest where it says so", async () => {
	const file = await made("any-version.yaml");
	const hosts = async () => (await invoke(["egress", file, "--format", "csv"])).results.join("\n");
	// Apps before 2.110.0 alone send their analytics there.
	expect(await hosts()).toContain("a-api.anthropic.com");
	const told = readFileSync(file, "utf8").replace(/^# (app: .*)"\.\.\."/m, '$1"2.110.0"');
	writeFileSync(file, told);
	expect(parse(told).app).toEqual({ minimumVersion: "2.110.0" });
	expect(await hosts()).not.toContain("a-api.anthropic.com");
});

/** Runs the command for a person who gives these answers, one after the other. */
const answering = async (args: readonly string[], answers: readonly string[]) => {
	const asked: string[] = [];
	const said = await invoke(["init", ...args], {
		converser: () => (talk) => talk(async (question) => answers[asked.push(question) - 1] ?? ""),
	});
	return { ...said, asked };
};

/** An empty folder of its own. */
const fresh = () => mkdtempSync(path.join(folder(), "fresh-"));

test("a person is asked for what is not said, and an empty answer takes what stands there", async () => {
	const file = path.join(folder(), "asked.yaml");
	const { code, asked } = await answering(["--out", file], ["bedrock", "", "eu", ""]);
	expect(code).toBe(0);
	expect(asked.map((question) => question.replace(/.*\[/, "["))).toEqual([
		"[gateway] ",
		"[Example Corp] ",
		"[cowork] ",
		"[pilot] ",
	]);
	const written = parse(readFileSync(file, "utf8"));
	expect(Object.keys(written.inference)).toEqual(["bedrock"]);
	expect(written).toMatchObject({ name: "eu", organization: { name: "Example Corp" }, groups: { pilot: {} } });
});

test.each([
	[["--route", "bedrok"], 'route "bedrok": unknown member; did you mean "bedrock"?'],
	[["--route", ""], /^route "": unknown member; expected one of /],
	[["--name", "EU"], /^deployment "EU": is no valid name; expected a lower-case letter/],
	[["--name", "x".repeat(100)], /^deployment "x{76}\.\.\.": is no valid name/],
	[["--group", "con"], /^group "con": is a name, which Windows keeps/],
	[["--organization", ""], 'organization "": is empty; give a value or leave it out'],
	[["--organization", "$" + "{HOME}"], /^organization "\$\{HOME\}": looks like an unresolved placeholder/],
	[["--organization", "a\u0000b"], /^organization "a\\u0000b": contains the character U\+0000/],
])("what cannot be is refused before anything is asked or written: %j", async (args, notice) => {
	const into = fresh();
	const { code, notices, asked } = await answering(["--out", path.join(into, "refused.yaml"), ...args], []);
	expect({ code, asked }).toEqual({ code: 2, asked: [] });
	expect(notices).toEqual([typeof notice === "string" ? notice : expect.stringMatching(notice)]);
	expect(readdirSync(into)).toEqual([]);
});

test("everything that cannot be is told at once", async () => {
	const args = ["--out", path.join(fresh(), "refused.yaml"), "--route", "bedrok", "--name", "EU", "--group", "con"];
	expect((await answering(args, [])).notices.map((line) => line.replace(/:.*/, ""))).toEqual([
		'route "bedrok"',
		'deployment "EU"',
		'group "con"',
	]);
});

test("a person whose answer cannot be is told why, and asked again", async () => {
	const file = path.join(fresh(), "again.yaml");
	const answers = ["bedrok", "bedrock", "$" + "{HOME}", "Acme", "EU", "eu", "con", "pilot"];
	const { code, asked, notices } = await answering(["--out", file], answers);
	expect(code).toBe(0);
	expect(asked.filter((question, index) => question === asked[index - 1])).toHaveLength(4);
	expect(notices.map((line) => line.replace(/ .*/, ""))).toEqual(["route", "organization", "deployment", "group"]);
	expect(parse(readFileSync(file, "utf8"))).toMatchObject({
		name: "eu",
		organization: { name: "Acme" },
		groups: { pilot: {} },
	});
});

// Of each, some reader of YAML would make something else: a date, a number, a line that ends.
test.each([
	["--organization", "2026-11-29"],
	["--organization", "1_000"],
	["--organization", "0o17"],
	["--organization", "? what"],
	["--organization", ".inf"],
	["--organization", "# 1: [a] - 'b' \"c\" \\"],
	["--organization", "Société Générale 株式会社"],
	["--name", "null"],
	["--group", "true"],
	["--group", "constructor"],
])("an answer that must stand in quotes is taken by synth: %s %j", async (option, answer) => {
	const file = path.join(fresh(), "quoted.yaml");
	const { code } = await invoke(["init", "--out", file, option, answer]);
	expect(code).toBe(0);
	const { code: ofSynth, notices } = await invoke(["synth", file, "--out", path.join(fresh(), "out")]);
	expect(ofSynth, notices.join("\n")).toBe(0);
	const { name, organization, groups } = parse(readFileSync(file, "utf8"));
	expect([name, organization.name, ...Object.keys(groups)]).toContain(answer);
});

test.each([
	["a line separator", "a\u2028b"],
	["a next line", "a\u0085b"],
	["what stands for broken bytes", "a\ufffdb"],
	["a control sequence", "a\u001b[2Jb"],
	["a tab", "a\tb"],
	["half a character", "\ud800"],
	["a hundred thousand letters", "x".repeat(100_000)],
])("an answer is refused, or synth takes it: %s", async (_, answer) => {
	const file = path.join(fresh(), "odd.yaml");
	const { code, notices } = await invoke(["init", "--out", file, "--organization", answer]);
	if (code === 2) {
		expect(notices).toEqual([expect.stringMatching(/^organization "/)]);
		expect(existsSync(file)).toBe(false);
		return;
	}
	expect(code).toBe(0);
	expect((await invoke(["synth", file, "--out", path.join(fresh(), "out")])).code).toBe(0);
	expect(parse(readFileSync(file, "utf8")).organization.name).toBe(answer);
});

test.each(["x.json", "x.ts", "deployment.schema.json", "x"])(
	"a file that would not be in YAML is refused: %s",
	async (name) => {
		const into = fresh();
		const file = path.join(into, name);
		for (const command of [["init"], ["migrate", "ccwb", "nowhere"], ["import", "nowhere.reg"]]) {
			const { code, notices } = await invoke([...command, "--out", file]);
			expect({ code, notices }).toEqual({
				code: 2,
				notices: [`${file} is no name of a YAML file, which is what is written; name one with --out`],
			});
		}
		expect(readdirSync(into)).toEqual([]);
	},
);

test("standard output is no file, and an editor finds no schema beside it", async () => {
	const { code, notices } = await invoke(["init", "--out", "-"]);
	expect(code).toBe(2);
	expect(notices[0]).toMatch(/^- is no name of a YAML file/);
	expect(existsSync("-")).toBe(false);
});

test("nobody is asked for a file in a folder that is not there", async () => {
	const file = path.join(fresh(), "none/deployment.yaml");
	const { code, asked, notices } = await answering(["--out", file], []);
	expect({ code, asked, notices }).toEqual({
		code: 2,
		asked: [],
		notices: [`cannot write ${file}: its folder is not there, or takes no files; make it, or name another`],
	});
});

describe("the schema beside it", () => {
	const inside = (into: string, name = "deployment.yaml") => invoke(["init", "--out", path.join(into, name)]);
	const current = async () => {
		const into = fresh();
		await inside(into);
		return readFileSync(path.join(into, "deployment.schema.json"), "utf8");
	};

	test("is left as it is where it is this version's, and that is said", async () => {
		const into = fresh();
		const schema = path.join(into, "deployment.schema.json");
		const first = await inside(into);
		expect(first.results[0]).toBe(`${schema} was written, for editors.`);
		const second = await inside(into, "other.yaml");
		expect(second).toMatchObject({ code: 0 });
		expect(second.results[0]).toBe(`${schema}, for editors, is there already.`);
	});

	test("is written anew where it is another version's, and that is said", async () => {
		const into = fresh();
		const schema = path.join(into, "deployment.schema.json");
		writeFileSync(schema, '{ "title": "Deployment of pulumi-cowork", "type": "object" }');
		const { code, results } = await inside(into);
		expect(code).toBe(0);
		expect(results[0]).toBe(`${schema}, for editors, was of another version and was written anew.`);
		expect(readFileSync(schema, "utf8")).toBe(await current());
		expect(readdirSync(into).sort()).toEqual(["deployment.schema.json", "deployment.yaml"]);
	});

	test.each<[string, (schema: string) => void]>([
		["somebody else's", (schema) => writeFileSync(schema, '{ "title": "Deployment" }')],
		["no JSON", (schema) => writeFileSync(schema, "mine")],
		["a folder", (schema) => mkdirSync(schema)],
		["a link that leads nowhere", (schema) => symlinkSync(`${schema}.elsewhere`, schema)],
	])("stays where it is %s, and nothing is asked or written", async (_, put) => {
		const into = fresh();
		const schema = path.join(into, "deployment.schema.json");
		put(schema);
		const before = lstatSync(schema).mtimeMs;
		const { code, asked, notices } = await answering(["--out", path.join(into, "deployment.yaml")], []);
		expect({ code, asked }).toEqual({ code: 2, asked: [] });
		expect(notices).toEqual([expect.stringMatching(/deployment\.schema\.json is no schema of deployments/)]);
		expect(lstatSync(schema).mtimeMs).toBe(before);
		expect(readdirSync(into)).toEqual(["deployment.schema.json"]);
	});

	test("is named where it alone was written", async () => {
		const into = fresh();
		const file = path.join(into, "deployment.yaml");
		// Somebody else is quicker than the person who answers.
		const { code, results, notices } = await invoke(["init", "--out", file], {
			converser: () => (talk) =>
				talk(async () => {
					rmSync(file, { force: true });
					symlinkSync(path.join(into, "nowhere"), file);
					return "";
				}),
		});
		expect({ code, results, notices }).toEqual({
			code: 2,
			results: [`${path.join(into, "deployment.schema.json")} was written, for editors.`],
			notices: [`cannot write ${file}: something is there already`],
		});
		expect(readdirSync(into).sort()).toEqual(["deployment.schema.json", "deployment.yaml"]);
	});
});

/** Names that nobody owns, and ids that no account has, as what `init` writes has them. */
const madeUp = /example|Example Corp|111122223333|00000000-0000-0000-0000|123456789012/;

test.each(routes)("what stands for the organisation's own on %s is marked, and named at the end", async (route) => {
	const file = path.join(fresh(), "deployment.yaml");
	const { results } = await invoke(["init", "--out", file, "--route", route]);
	const named = results.find((line) => line.startsWith("  replace what stands for yours: "))?.replace(/.*: /, "");
	const written = readFileSync(file, "utf8");
	const marked = [...written.matchAll(/^ *(\w+): (.*) # stands for yours$/gm)];
	expect(named?.split(", ").map((each) => each.replace(/.*\./, ""))).toEqual(marked.map(([, key]) => key));
	for (const line of written.split("\n").filter((each) => !/^ *#/.test(each) && madeUp.test(each))) {
		expect(line).toContain(" # stands for yours");
	}
});

test("what somebody has said stands for nothing", async () => {
	const file = path.join(fresh(), "deployment.yaml");
	const { results } = await invoke(["init", "--out", file, "--organization", "Acme"]);
	expect(results.join("\n")).not.toContain("organization.name");
	expect(readFileSync(file, "utf8")).toContain("  name: Acme\n");
});

test("the secret that a route needs is named before the line that needs it", async () => {
	const file = path.join(fresh(), "deployment.yaml");
	const { results } = await invoke(["init", "--out", file, "--route", "anthropic"]);
	expect(results.at(-2)).toMatch(/ANTHROPIC_API_KEY.* {3}# for inference\.anthropic\.signIn\.apiKey$/);
	expect(results.at(-1)).toContain(" synth ");
	const { notices } = await invoke(["synth", file, "--out", path.join(fresh(), "out")], {
		environment: { ANTHROPIC_API_KEY: "sk-ant-of-the-test" },
	});
	expect(notices).toEqual([]);
});

test("what to do next can be pasted into a shell", async () => {
	const file = path.join(fresh(), "it's a $" + "{place}.yaml");
	const { results } = await invoke(["init", "--out", file]);
	const line = results.at(-1)?.replace("npx pulumi-cowork synth", "printf %s") ?? "";
	expect(run("sh", ["-c", line])).toBe(`${file}--outout`);
});

test("a link that leads nowhere is there, and nothing is written through it", async () => {
	const into = fresh();
	const file = path.join(into, "mine.yaml");
	symlinkSync(path.join(into, "nowhere.yaml"), file);
	const { code, notices } = await invoke(["init", "--out", file]);
	expect({ code, notices }).toEqual({ code: 2, notices: [`${file} is there already; name another file with --out`] });
	expect(readdirSync(into)).toEqual(["mine.yaml"]);
});

test("a file that is there stays as it is", async () => {
	const file = path.join(folder(), "mine.yaml");
	writeFileSync(file, "mine");
	const { code, notices } = await invoke(["init", "--out", file]);
	expect({ code, notices }).toEqual({
		code: 2,
		notices: [`${file} is there already; name another file with --out`],
	});
	expect(readFileSync(file, "utf8")).toBe("mine");
});
