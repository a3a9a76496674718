import { largestFile } from "../deployment/largest-file.js";
import { type LoadedDeployment, loadDeployment, type ReadText } from "../deployment/load.js";
import { type ParseResult, parseWith } from "../deployment/parse-with.js";
import { type RepositoryOptions, repositoryFiles } from "../deployment/repository-files.js";
import { OversizedFile } from "../files/regular-file.js";
import { loadRegistries } from "../load-registries.js";
import type { Path } from "../path.js";
import type { Locate } from "../problem.js";
import type { Registries } from "../registries.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";
import type { Output } from "./output.js";

/** A deployment as it is written, with what it extends. */
export interface WrittenDeployment extends LoadedDeployment {
	/** As problems name it: relative names in the deployment start at its folder. */
	readonly file: string;
}

/** A deployment of a file, with the variants that it uses. */
export interface ReadDeployment extends ParseResult {
	readonly file: string;
	readonly locate: Locate;
	/** Where it stands in the file: empty, or the steps to it in a stack's file. */
	readonly at: Path;
	readonly registries: Registries;
}

/** What a command takes for standard input, and how problems name that. */
export const standardInput = { word: "-", file: "standard input" } as const;

const howProgramsAreChecked =
	"which `pulumi preview` checks before anything is registered; name a deployment file in YAML or JSON, or a stack's file with one";

/** Reads and checks a deployment file; what is wrong with it surfaces as a DeploymentError. */
export async function readDeployment(
	named: string,
	options: RepositoryOptions,
	output: Pick<Output, "input">,
): Promise<ReadDeployment> {
	return checkDeployment(await loadFile(named, options, output));
}

/** Reads deployment files; those that cannot be read are told together. */
export async function loadFiles(
	files: readonly string[],
	options: RepositoryOptions,
	output: Pick<Output, "input">,
): Promise<readonly WrittenDeployment[]> {
	if (files.filter((file) => file === standardInput.word).length > 1) {
		throw new CommandExit(2, `${standardInput.word} is given twice; ${standardInput.file} can be read once`);
	}
	const twice = files.find((file, index) => files.indexOf(file) !== index);
	if (twice !== undefined) throw new CommandExit(2, `${twice} is named twice; name it once`);
	const loaded: WrittenDeployment[] = [];
	const missing: string[] = [];
	for (const file of files) {
		try {
			loaded.push(await loadFile(file, options, output));
		} catch (fault) {
			if (!(fault instanceof CommandExit)) throw fault;
			missing.push(...fault.lines);
		}
	}
	if (missing.length > 0) throw new CommandExit(2, ...missing);
	return loaded;
}

/** Reads a deployment file, or standard input. */
export async function loadFile(
	named: string,
	options: RepositoryOptions,
	output: Pick<Output, "input">,
): Promise<WrittenDeployment> {
	if (/\.[cm]?[jt]sx?$/i.test(named)) throw new CommandExit(2, `${named} is a program, ${howProgramsAreChecked}`);
	const isInput = named === standardInput.word;
	const file = isInput ? standardInput.file : named;
	const input = isInput ? await readInput(output) : undefined;
	return withFiles("read", file, () => ({ ...loadDeployment(file, readerOf(file, options, input)), file }));
}

/** @throws DeploymentError with every problem of the deployment */
export async function checkDeployment({
	file,
	value,
	locate,
	at,
	problems,
}: WrittenDeployment): Promise<ReadDeployment> {
	const registries = await loadRegistries(value);
	return { ...parseWith(registries, value, { locate, found: problems }), file, locate, at, registries };
}

/** Files as they stand on disk, but for the first where it came by standard input. */
function readerOf(file: string, options: RepositoryOptions, input: string | undefined): ReadText {
	const read = repositoryFiles(file, options);
	return (each) => {
		if (each !== file || input === undefined) return read(each);
		const bytes = Buffer.byteLength(input);
		if (bytes > largestFile) throw new OversizedFile(bytes, largestFile);
		return input;
	};
}

async function readInput(output: Pick<Output, "input">): Promise<string> {
	try {
		return await output.input();
	} catch (fault) {
		return withFiles("read", standardInput.file, () => {
			throw fault;
		});
	}
}
