// What `pulumi up` costs with the package. Nothing is measured where the command is not installed.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deploymentOf } from "./groups.js";
import { isShort, median, rounds } from "./measure.js";
import { inProject, makeStandIn } from "./up-project.js";

const groupsOfStack = isShort ? 3 : 100;

/** `pulumi up` of many groups into a folder, in turns with dynamic resources that write the same files. */
export function upIntoFolder() {
	const pairs = rounds(3, () =>
		inProject(({ up, describe, command, folder }) => {
			describe({ ...deploymentOf(groupsOfStack), publish: { local: { directory: "./published" } } });
			const first = up();
			const unchanged = up("--expect-no-changes");
			const state = JSON.parse(command("stack", "export")).deployment;
			const bare = upBare(path.join(folder, "published"));
			return { first, unchanged, bare, state };
		}),
	);
	if (pairs.includes(undefined)) return [];
	const middle = (figure) => median(pairs.map(figure));
	const [{ state }] = pairs;
	const what = `pulumi up of ${groupsOfStack} groups`;
	return [
		{ what, value: middle(({ first }) => first.elapsed), unit: "s" },
		{ what: `${what}, nothing changed`, value: middle(({ unchanged }) => unchanged.elapsed), unit: "s" },
		{
			what: `${what}, to dynamic resources that write the same, processor time`,
			value: middle(({ first, bare }) => first.taken / bare.first.taken),
			unit: "times",
			limit: 0.4,
		},
		{
			what: `${what}, nothing changed, to the same bare`,
			value: middle(({ unchanged, bare }) => unchanged.taken / bare.unchanged.taken),
			unit: "times",
			limit: 1.15,
		},
		{ what: `state of ${groupsOfStack} groups`, value: JSON.stringify(state).length / 1e6, unit: "MB" },
		{
			what: `state of ${groupsOfStack} groups, to their parts and one list of files`,
			value: stateRatio(state),
			unit: "times",
			limit: 1.5,
		},
	];
}

/** The files of a published bundle, written by as many resources as it has groups, and one. */
function upBare(published) {
	const makeProgram = (folder) => {
		const main = path.join(folder, "index.cjs");
		copyFileSync(path.join(import.meta.dirname, "bare-program.cjs"), main);
		writeFileSync(path.join(folder, "parts.json"), JSON.stringify(partsBelow(published)));
		return main;
	};
	return inProject(({ up }) => ({ first: up(), unchanged: up("--expect-no-changes") }), { makeProgram });
}

function partsBelow(published) {
	const parts = {};
	for (const entry of readdirSync(published, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = path.join(entry.parentPath, entry.name);
		const below = path.relative(published, file);
		const [, group] = /^[^/]+\/groups\/([^/]+)\//.exec(below.replaceAll(path.sep, "/")) ?? [];
		const name = group ?? "perimeter";
		parts[name] ??= { folder: "./published", files: {} };
		parts[name].files[below] = readFileSync(file, "utf8");
	}
	const count = Object.keys(parts).length;
	if (count !== groupsOfStack + 1)
		throw new Error(`the files are of ${count} parts, not of ${groupsOfStack} groups and one`);
	return parts;
}

/** What state has of published parts, beside what a folder could not do without: what each is rendered from, and its files. */
function stateRatio({ resources }) {
	const parts = resources.filter(({ inputs }) => inputs?.part !== undefined);
	const least = parts.map(({ inputs, outputs }) => [inputs.part, outputs.files]);
	return JSON.stringify(parts).length / JSON.stringify(least).length;
}

/** Revisions of many groups in a bucket, whose provider is the stand-in of the tests: what is measured is all but the cloud. */
export function upIntoBucket() {
	const measure = ({ up, describe, command, folder }) => {
		makeStandIn(folder);
		const deployment = deploymentOf(groupsOfStack);
		const publish = { rings: ["canary", "broad"], s3: { bucket: "example-cowork", region: "eu-central-1" } };
		describe({ ...deployment, publish });
		const first = up();
		const state = command("stack", "export").length / 1e6;
		const operations = path.join(folder, "plugin/operations.jsonl");
		rmSync(operations);
		const { groups } = deployment;
		const [name, group] = Object.entries(groups)[0];
		const changed = { ...group, settings: { ...group.settings, deploymentDisplayName: "Another" } };
		describe({ ...deployment, groups: { ...groups, [name]: changed }, publish });
		const second = up();
		const lines = readFileSync(operations, "utf8").trim().split("\n");
		const touched = lines.map((line) => JSON.parse(line).name).filter((each) => each !== "bench-index-s3");
		const others = touched.filter((each) => !each.startsWith(`bench-group-${name}-s3-`));
		if (others.length > 0) throw new Error(`a change of ${name} touches ${others.join(", ")}`);
		return [
			{ what: `pulumi up of ${groupsOfStack} groups into a bucket`, value: first.elapsed, unit: "s" },
			{ what: "one group of them changed", value: second.elapsed, unit: "s" },
			{ what: "objects that this touches besides the index", value: touched.length, unit: "objects" },
			{ what: `state of ${groupsOfStack} groups in a bucket`, value: state, unit: "MB" },
		];
	};
	// Some thirty objects a group: written after each, a state of all would be all that is measured.
	return inProject(measure, { environment: { PULUMI_SKIP_CHECKPOINTS: "true" } }) ?? [];
}
