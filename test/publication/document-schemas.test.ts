import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { prettyJson } from "../../src/json.js";
import { documentSchemas } from "../../src/publication/document-schemas.js";
import { pointerOf } from "../../src/publication/pointer.js";
import { revisionOf } from "../../src/publication/revision.js";

const scope = { deployment: "eu", group: "pilot" };
const digest = "a".repeat(64);
const file = { sha256: digest, bytes: 3, mediaType: "application/json", sensitive: true };
const { manifest } = revisionOf(scope, { minimumVersion: "1.26832.0" }, [{ ...file, path: "groups/pilot/a.json" }]);
const pointer = pointerOf({
	...{ scope, ring: "broad", revision: digest, held: true, owner: "cowork/eu/eu" },
	before: { revision: "b".repeat(64) },
});

test.each(Object.entries(documentSchemas))("the package has the schema of %s", async (name, schema) => {
	await expect(prettyJson(schema)).toMatchFileSnapshot(`../../schemas/${name}.json`);
	const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
	expect(exports).toHaveProperty([`./schemas/${name}.json`], `./schemas/${name}.json`);
});

test.each([
	["ring-pointer", pointer],
	["ring-pointer", pointerOf({ scope: { deployment: "eu" }, ring: "all", revision: digest, held: false, owner: "o" })],
	["revision-manifest", manifest],
	["revision-manifest", revisionOf({ deployment: "eu" }, {}, []).manifest],
	["revision-manifest", { ...manifest, later: true }],
])("another program takes what is written by the schema of %s", (name, document) => {
	expect(valid(name, document)).toBe(true);
});

test.each([
	["ring-pointer", { ...pointer, revision: "latest" }],
	["ring-pointer", { ...pointer, schemaVersion: 2 }],
	["ring-pointer", without(pointer, "owner")],
	["revision-manifest", { ...manifest, files: [{ ...file, path: "a", sha256: "" }] }],
	["revision-manifest", without(manifest, "files")],
])("and refuses what is none by the schema of %s", (name, document) => {
	expect(valid(name, document)).toBe(false);
});

function valid(name: string, document: object): boolean {
	return new Ajv2020({ strict: true }).validate(documentSchemas[name] ?? {}, document);
}

function without(document: object, member: string): object {
	return Object.fromEntries(Object.entries(document).filter(([name]) => name !== member));
}
