import { expect, test } from "vitest";
import type { BundleFile } from "../../../src/bundle/bundle.js";
import { compileBundle } from "../../../src/bundle/compile.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { formatProblem } from "../../../src/problem.js";
import { compare } from "../../../src/review/compare.js";
import { reviewDeployment } from "../../../src/review/review-deployment.js";
import type { ReviewedDeployment } from "../../../src/review/reviewed-deployment.js";
import { readBundle } from "../../../src/review/sides/read-bundle.js";
import { least, onEcs } from "../../observability/ecs/ecs-deployment.js";
import { bedrockPeople, bedrockPrivate, foundryPeople, vertexPeople } from "../clouds.js";
import { alone, plain } from "../edits.js";

async function compiled(input: unknown) {
	const parsed = parseDeployment(input);
	const compilation = await compileBundle(parsed, { secrets: () => "sk-the-secret-itself" });
	return { model: reviewDeployment(parsed.deployment, compilation), files: compilation.bundle.files };
}

function readerOf(files: readonly BundleFile[], changed: Readonly<Record<string, string | undefined>> = {}) {
	return async (path: string) => {
		if (Object.hasOwn(changed, path)) {
			const text = changed[path];
			return text === undefined ? undefined : Buffer.from(text);
		}
		return files.find((each) => each.path === path)?.content;
	};
}

/** Without where things were written, the files of a bundle, and the notes, of which a bundle has more. */
function meaning(model: ReviewedDeployment): unknown {
	return JSON.parse(
		JSON.stringify(model, (key, value) => (["at", "files", "notes"].includes(key) ? undefined : value)),
	);
}

test.each(
	Object.entries({ plain, alone, bedrockPeople, bedrockPrivate, foundryPeople, vertexPeople, collector: onEcs(least) }),
)("the bundle of %s means what its deployment does", async (_, input) => {
	const { model, files } = await compiled(input);
	const { value, problems } = await readBundle(readerOf(files));
	expect(problems).toEqual([]);
	if (!value) throw new Error("no model");
	expect(meaning(value)).toEqual(meaning(model));
	const sides = [
		{ name: "a", deployments: [value] },
		{ name: "b", deployments: [model] },
	] as const;
	expect(compare(...sides).findings).toEqual([]);
});

test.each<[string, Record<string, string | undefined>, string[]]>([
	[
		"no manifest",
		{ "manifest.json": undefined },
		["deployment: has no manifest.json; name the folder of a deployment's bundle"],
	],
	[
		"somebody else's manifest",
		{ "manifest.json": '{"schemaVersion":1,"generator":"other 1","files":[]}' },
		['["manifest.json"]: is no manifest of pulumi-cowork'],
	],
	[
		"a later version",
		{ "manifest.json": '{"schemaVersion":2,"generator":"pulumi-cowork 9.0.0","files":[]}' },
		[
			'["manifest.json"].schemaVersion: is of a later version of pulumi-cowork; use that version, which knows what it means',
		],
	],
	[
		"an altered file",
		{ "groups/pilot/settings.json": "{}" },
		['["groups/pilot/settings.json"]: was altered since it was written: its digest is another'],
	],
	[
		"files that are not there",
		{ "egress.txt": undefined, "groups/pilot/egress.json": undefined },
		[
			'["egress.txt"]: is listed in manifest.json and is not there',
			'["groups/pilot/egress.json"]: is listed in manifest.json and is not there',
		],
	],
])("refuses %s", async (_, changed, expected) => {
	const { files } = await compiled(plain);
	const { value, problems } = await readBundle(readerOf(files, changed));
	expect(value).toBeUndefined();
	expect(problems.map(formatProblem)).toEqual(expected);
});

test("refuses the bundle of a version that wrote no deployment.json", async () => {
	const { files } = await compiled(plain);
	const manifest = files.find(({ path }) => path === "manifest.json");
	const listing = JSON.parse(Buffer.from(manifest?.content ?? []).toString("utf8"));
	listing.files = listing.files.filter(({ path }: { path: string }) => path !== "deployment.json");
	const { problems } = await readBundle(readerOf(files, { "manifest.json": JSON.stringify(listing) }));
	expect(problems.map(formatProblem)).toEqual([
		'["deployment.json"]: is not there, as in bundles of older versions; write the bundle anew with synth',
	]);
});

test("never asks for a file outside of the bundle, whatever a manifest lists", async () => {
	const asked: string[] = [];
	await readBundle(async (path) => {
		asked.push(path);
		const digest = "0".repeat(64);
		const files = ["../secret", "/etc/passwd", "a/../../b", "C:/x", ".owner.json"].map((each) => ({
			path: each,
			sha256: digest,
		}));
		return Buffer.from(JSON.stringify({ schemaVersion: 1, generator: "pulumi-cowork 0.1.0", files }));
	});
	expect(asked).toEqual(["manifest.json"]);
});
