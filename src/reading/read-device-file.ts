import { made, type Outcome, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";
import type { CarriedSettings } from "../profiles/carried.js";
import { checkSize } from "../profiles/read-text.js";
import { readCode } from "./claude-code/read-code.js";
import { whyNoSettings } from "./known-files.js";
import { whyNoForm } from "./no-form.js";
import { isOfOtherProduct } from "./other-products.js";
import { inItsPlace } from "./place-of-file.js";
import { deviceFileReaders } from "./readers/index.js";
import { withShownNames, withShownPaths } from "./shown-names.js";
import { isZip, readZip } from "./zip.js";

/** A file by its name; folders before it may say whose it is. */
export interface NamedFile {
	/** For people. */
	readonly name: string;
	/** Where it stands, with every folder. @default - its name */
	readonly at?: string;
	readonly bytes: Uint8Array;
}

/** Settings of one place of a device, and what they were read from. */
export interface ReadSettings {
	readonly file: string;
	/** What the file is, for people. */
	readonly title: string;
	readonly carried: CarriedSettings;
}

/** The settings of a file, once for each place that it sets; those of an archive are of each file in it. */
export async function readDeviceFile(file: NamedFile): Promise<Outcome<readonly ReadSettings[]>> {
	if (!isZip(file.bytes)) return readOne(file);
	const archive = await readZip(file.bytes);
	if (!archive.value) return archive;
	const read: ReadSettings[] = [];
	const problems: Problem[] = [];
	for (const { name, bytes } of archive.value) {
		const inside = await readOne({ name, bytes });
		read.push(...(inside.value ?? []));
		// Of an archive some files may be others; what is left out is told.
		problems.push(
			...inside.problems.map(
				(each): Problem => ({ ...each, severity: "warning", message: `${name}: ${each.message}` }),
			),
		);
	}
	if (read.length > 0) return made(read, problems);
	const told = problems.map((each): Problem => ({ ...each, severity: "error" }));
	return told.length > 0 ? { problems: told } : refused(error("not-readable", [], "is an empty archive"));
}

async function readOne({ name, at = name, bytes }: NamedFile): Promise<Outcome<readonly ReadSettings[]>> {
	const tooLarge = checkSize(bytes);
	if (tooLarge.length > 0) return { problems: tooLarge };
	const why = whyNoSettings(at, bytes);
	if (why !== undefined) return refused(error("no-settings", [], why));
	const code = await readCode(at, bytes);
	if (!code.value) return code;
	const ofCode = code.value.map((carried): Titled => ({ title: "managed settings of Claude Code", carried }));
	const desktop = code.value.every(mayStandBeside) ? await readDesktop(bytes) : undefined;
	if (ofCode.length > 0 && !desktop?.value) return checked({ name, at }, ofCode, []);
	if (!desktop?.value) return { problems: desktop?.problems ?? [] };
	const problems = desktop.problems.filter((each) => ofCode.length === 0 || each.code !== "other-product");
	return checked({ name, at }, [...desktop.value, ...ofCode], problems);
}

interface Titled {
	readonly title: string;
	readonly carried: CarriedSettings;
}

/** Profiles and registries have room for both programs; of other files each is of one. */
function mayStandBeside({ platform, profile }: CarriedSettings): boolean {
	return platform === "windows" || profile !== undefined;
}

async function readDesktop(bytes: Uint8Array): Promise<Outcome<readonly Titled[]>> {
	const [reader, another] = (await deviceFileReaders()).filter((each) => each.recognizes(bytes));
	if (!reader) return refused(error("not-readable", [], whyNoForm(bytes) ?? notRecognized));
	if (another) {
		const message = `could be read as ${reader.title} and as ${another.title}; expected a file of one form`;
		return refused(error("not-readable", [], message));
	}
	const { value, problems } = await reader.decode(bytes);
	if (!value) return { problems };
	if (value.length > 0 && value.every(isOfOtherProduct)) return refused(error("other-product", [], ofOthers));
	return made(
		value.map((carried) => ({ title: reader.title, carried })),
		problems,
	);
}

function checked(
	{ name, at }: Required<Pick<NamedFile, "name" | "at">>,
	read: readonly Titled[],
	problems: readonly Problem[],
): Outcome<readonly ReadSettings[]> {
	const tooMany = checkCounts(read.map(({ carried }) => carried));
	if (tooMany.length > 0) return { problems: tooMany };
	return made(
		read.map(({ title, carried }) => ({ file: name, title, carried: withShownNames(inItsPlace(at, carried)) })),
		withShownPaths(problems),
	);
}

/** Far more than any configuration has; work on settings may grow faster than they do. */
const most = { places: 100, values: 2000 };

function checkCounts(carried: readonly CarriedSettings[]): readonly Problem[] {
	const values = carried.reduce((sum, { values, unread = [] }) => sum + values.length + unread.length, 0);
	if (carried.length <= most.places && values <= most.values) return [];
	const message = `sets ${values} values in ${carried.length} places; expected at most ${most.values} in ${most.places}`;
	return [error("out-of-bounds", [], message)];
}

const notRecognized =
	"is of no form that is read; expected a configuration profile, a property list, a registry file, Registry.pol, managed settings or a JSON export of the app, or a zip archive of them";
const ofOthers =
	"holds settings of a user, which nothing delivers by device management; take a file of Claude Desktop, or the managed settings of Claude Code";
