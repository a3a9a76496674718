import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { temporaryFolder } from "../support/command.js";
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

test("a person is asked for what is not said, and an empty answer takes what stands there", async () => {
	const asked: string[] = [];
	const answers = ["bedrock", "", "eu", ""];
	const file = path.join(folder(), "asked.yaml");
	const { code } = await invoke(["init", "--out", file], {
		ask: async (question) => answers[asked.push(question) - 1] ?? "",
	});
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
	[["--route", "bedrok"], 'no route "bedrok"; did you mean "bedrock"?'],
	[["--name", "EU"], /^deployment "EU" is no valid name; expected a lower-case letter/],
	[["--group", "con"], /^group "con" is a name, which Windows keeps/],
])("what cannot be is refused before anything is written: %j", async (args, notice) => {
	const file = path.join(folder(), "refused.yaml");
	const { code, notices } = await invoke(["init", "--out", file, ...args]);
	expect(code).toBe(2);
	expect(notices).toEqual([typeof notice === "string" ? notice : expect.stringMatching(notice)]);
	expect(() => readFileSync(file)).toThrow();
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
