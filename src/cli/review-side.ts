import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { loadDeployment, type ReadText } from "../deployment/load.js";
import type { RepositoryOptions } from "../deployment/repository-files.js";
import { hasCode } from "../files/fault.js";
import { RefusedFile } from "../files/regular-file.js";
import { below, DeploymentError, error, isError, type Locate, type Location, type Problem } from "../problem.js";
import { onlyRing } from "../publication/rings.js";
import type { ReviewSide } from "../review/compare.js";
import { reviewParsed } from "../review/review-parsed.js";
import type { ReviewedDeployment } from "../review/reviewed-deployment.js";
import { filesOfCommit, fromRoot, type GitFile, gitFile } from "../review/sides/git.js";
import { readBundle } from "../review/sides/read-bundle.js";
import { readPublishedSide } from "../review/sides/read-published-side.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";
import type { Output } from "./output.js";
import { publishingStores } from "./publishing-stores.js";
import { checkDeployment, loadFile, readDeployment, type WrittenDeployment } from "./read-deployment.js";
import { type SignersOptions, takeSigners } from "./read-signers.js";

type SideOptions = RepositoryOptions & SignersOptions;

/** Stands for a side without any deployment. */
const none = "none";

/** The deployments that a side of a review names, with a comma between several. */
export async function readSide(
	named: string,
	options: SideOptions,
	output: Pick<Output, "input" | "environment">,
): Promise<ReviewSide> {
	const deployments: ReviewedDeployment[] = [];
	const locate = new Map<string, Locate>();
	const problems: Problem[] = [];
	for (const each of named === none ? [] : named.split(",")) {
		try {
			for (const read of await readNamed(each.trim(), options, output)) {
				deployments.push(read.deployment);
				if (read.locate) locate.set(read.deployment.name, read.locate);
			}
		} catch (fault) {
			if (!(fault instanceof DeploymentError)) throw fault;
			problems.push(...fault.problems);
		}
	}
	const names = deployments.map(({ name }) => name);
	const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
	problems.push(
		...[...twice].map((name) => error("same-deployment", ["name"], `${name} is twice in ${named}; ${apart}`)),
	);
	if (problems.length > 0) throw new DeploymentError(problems);
	return { name: named, deployments, locate };
}

const apart = "compare one of them, or give each a name of its own";

/** A deployment of a side, and where its values stand where a file has them. */
interface ReadDescription {
	readonly deployment: ReviewedDeployment;
	readonly locate?: Locate;
}

async function readNamed(
	named: string,
	options: SideOptions,
	output: Pick<Output, "input" | "environment">,
): Promise<readonly ReadDescription[]> {
	if (named === "") throw new CommandExit(2, "a side names no file");
	const inGit = gitFile(named);
	if (inGit) return [await reviewWritten(loadFromGit(named, inGit))];
	const [, file, ring] = /^published:(.+?)(?:#([^#]+))?$/s.exec(named) ?? [];
	if (file !== undefined) return [{ deployment: await readPublishedBy(file, ring, options, output) }];
	if (named.startsWith("git:")) {
		throw new CommandExit(
			2,
			`${named} names no file of a revision; expected git:<revision>:<path from the root, or ./ from here>`,
		);
	}
	if (statSync(named, { throwIfNoEntry: false })?.isDirectory()) {
		return (await readBundles(named)).map((deployment) => ({ deployment }));
	}
	return [await reviewWritten(await loadFile(named, options, output))];
}

async function reviewWritten(written: WrittenDeployment): Promise<ReadDescription> {
	const read = await checkDeployment(written);
	const { value, problems } = reviewParsed(read, read.registries, read.locate);
	if (!value) throw new DeploymentError(problems);
	return { deployment: value, locate: read.locate };
}

/** What the first store of a deployment file holds for a ring: by default the last, which most devices have. */
async function readPublishedBy(
	file: string,
	named: string | undefined,
	options: SideOptions,
	output: Pick<Output, "input" | "environment">,
): Promise<ReviewedDeployment> {
	const read = await readDeployment(file, options, output);
	const { name, publication } = read.deployment;
	const [first] = await publishingStores(read, output);
	if (!first) throw new CommandExit(2, `${file} names no store`);
	const ring = named ?? publication?.rings?.at(-1) ?? onlyRing;
	const { value, problems } = await readPublishedSide(first.opened.general, name, {
		ring,
		signers: takeSigners(read, options),
	});
	if (!value) throw new DeploymentError(problems.map((each) => below(["publish", first.store], each)));
	return value;
}

/** A deployment file of a commit, and of the same commit whatever it extends. */
function loadFromGit(named: string, { revision, path: file }: GitFile): WrittenDeployment {
	const { value: read, problems } = filesOfCommit(".", revision);
	if (!read) throw new CommandExit(2, ...problems.map(({ message }) => `${named}: ${revision} ${message}`));
	const { value: first, problems: astray } = fromRoot(".", file);
	if (first === undefined) throw new CommandExit(2, ...astray.map(({ message }) => `${named}: ${message}`));
	const loaded = withFiles("read", named, () => loadDeployment(first, orMissing(first, read)));
	const ofRevision = (location: Location): Location => ({ ...location, file: `git:${revision}:${location.file}` });
	return {
		file: named,
		value: loaded.value,
		at: loaded.at,
		problems: loaded.problems.map((each) => (each.location ? { ...each, location: ofRevision(each.location) } : each)),
		locate: (at) => {
			const location = loaded.locate(at);
			return location && ofRevision(location);
		},
	};
}

/** Tells of a file that a commit lacks from where its path counts. */
function orMissing(first: string, read: ReadText): ReadText {
	return (file) => {
		try {
			return read(file);
		} catch (fault) {
			if (file !== first || !hasCode(fault, "ENOENT")) throw fault;
			const counted = "paths are from the root of the repository, or from this folder with ./ before them";
			throw new RefusedFile(`that revision has no ${first}; ${counted}`);
		}
	};
}

/** The bundle in a folder, or those in the folders below it. */
async function readBundles(folder: string): Promise<readonly ReviewedDeployment[]> {
	const { local } = await import("../object-store/local.js");
	const isBundle = (each: string) => statSync(path.join(each, "manifest.json"), { throwIfNoEntry: false })?.isFile();
	const below = (await readdir(folder, { withFileTypes: true }))
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => path.join(folder, name));
	// What several share has no deployment of its own.
	const folders = isBundle(folder) ? [folder] : below.filter(isBundle).filter(describesDeployment);
	if (folders.length === 0) throw new CommandExit(2, `${folder} holds no bundle; name the folder that synth wrote`);
	const problems: Problem[] = [];
	const read: ReviewedDeployment[] = [];
	for (const each of folders) {
		const { general } = await local({ directory: each }, { deployment: "", base: ".", environment: {} });
		const outcome = await readBundle(async (file) => (await general.get(file, largestInBundle))?.content);
		problems.push(...outcome.problems.map((problem) => ({ ...problem, path: [each, ...problem.path] })));
		if (outcome.value) read.push(outcome.value);
	}
	if (problems.some(isError)) throw new DeploymentError(problems);
	return read;
}

function describesDeployment(folder: string): boolean {
	return (
		path.basename(folder) !== "perimeter" ||
		statSync(path.join(folder, "deployment.json"), { throwIfNoEntry: false }) !== undefined
	);
}

/** No file of a bundle comes near. */
const largestInBundle = 256 * 1024 * 1024;
