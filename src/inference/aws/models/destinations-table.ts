/** When the table was read. */
export const tableDate = "2026-07";

/**
 * Lists of regions that several profiles share, named for the geography of the first and the number of regions.
 */
const lists = {
	us3: "us-east-1 us-east-2 us-west-2",
	us6: "ca-central-1 ca-west-1 us-east-1 us-east-2 us-west-1 us-west-2",
	us5: "ca-central-1 us-east-1 us-east-2 us-west-1 us-west-2",
	us4: "ca-central-1 us-east-1 us-east-2 us-west-2",
	us4b: "us-east-1 us-east-2 us-west-1 us-west-2",
	us5b: "ca-central-1 ca-west-1 us-east-1 us-east-2 us-west-2",
	eu3: "eu-north-1 eu-west-1 eu-west-3",
	eu4: "eu-central-1 eu-north-1 eu-west-1 eu-west-3",
	eu7: "eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3",
	eu6: "eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3",
	eu8: "eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3",
	apac7: "ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 " + "ap-southeast-2",
	apac8:
		"ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 " +
		"ap-southeast-2 ap-southeast-4",
	jp2: "ap-northeast-1 ap-northeast-3",
	au2: "ap-southeast-2 ap-southeast-4",
	usGov2: "us-gov-east-1 us-gov-west-1",
	global28:
		"af-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
		"ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 ca-west-1 " +
		"eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 " +
		"il-central-1 me-central-1 me-south-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
	global32:
		"af-south-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
		"ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 " +
		"ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 " +
		"eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 " +
		"us-east-1 us-east-2 us-west-1 us-west-2",
	global29:
		"af-south-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
		"ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 ca-west-1 " +
		"eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 " +
		"il-central-1 me-central-1 me-south-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
	global18:
		"ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 " +
		"ap-southeast-2 ap-southeast-4 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 " +
		"eu-west-3 us-east-1 us-east-2 us-west-1 us-west-2",
	global23:
		"ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 " +
		"ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 eu-central-1 eu-central-2 " +
		"eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 " +
		"us-east-2 us-west-1 us-west-2",
} as const;

type RegionList = keyof typeof lists;

/** Where a profile can be called, and the regions that then answer; `anywhere` is every commercial region. */
interface TableRow {
	readonly from: RegionList;
	readonly to: RegionList | "anywhere";
}

/**
 * Inference profiles of Anthropic models. AWS adds regions to profiles and lists them per account:
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
const rows: Readonly<Record<string, TableRow>> = {
	"us.anthropic.claude-3-7-sonnet-20250219-v1:0": { from: "us3", to: "us3" },
	"us.anthropic.claude-fable-5": { from: "us6", to: "us6" },
	"us.anthropic.claude-haiku-4-5-20251001-v1:0": { from: "us5", to: "us4" },
	"us.anthropic.claude-opus-4-1-20250805-v1:0": { from: "us3", to: "us3" },
	"us.anthropic.claude-opus-4-20250514-v1:0": { from: "us3", to: "us3" },
	"us.anthropic.claude-opus-4-5-20251101-v1:0": { from: "us5", to: "us4" },
	"us.anthropic.claude-opus-4-6-v1": { from: "us6", to: "us6" },
	"us.anthropic.claude-opus-4-7": { from: "us6", to: "us6" },
	"us.anthropic.claude-opus-4-8": { from: "us6", to: "us6" },
	"us.anthropic.claude-sonnet-4-20250514-v1:0": { from: "us3", to: "us3" },
	"us.anthropic.claude-sonnet-4-5-20250929-v1:0": { from: "us4b", to: "us4b" },
	"us.anthropic.claude-sonnet-4-6": { from: "us6", to: "us5b" },
	"us.anthropic.claude-sonnet-5": { from: "us6", to: "us5b" },
	"eu.anthropic.claude-3-7-sonnet-20250219-v1:0": { from: "eu3", to: "eu4" },
	"eu.anthropic.claude-fable-5": { from: "eu7", to: "eu7" },
	"eu.anthropic.claude-haiku-4-5-20251001-v1:0": { from: "eu6", to: "eu6" },
	"eu.anthropic.claude-opus-4-5-20251101-v1:0": { from: "eu6", to: "eu6" },
	"eu.anthropic.claude-opus-4-6-v1": { from: "eu7", to: "eu7" },
	"eu.anthropic.claude-opus-4-7": { from: "eu6", to: "eu6" },
	"eu.anthropic.claude-opus-4-8": { from: "eu6", to: "eu6" },
	"eu.anthropic.claude-sonnet-4-20250514-v1:0": { from: "eu6", to: "eu6" },
	"eu.anthropic.claude-sonnet-4-5-20250929-v1:0": { from: "eu8", to: "eu8" },
	"eu.anthropic.claude-sonnet-4-6": { from: "eu6", to: "eu6" },
	"eu.anthropic.claude-sonnet-5": { from: "eu6", to: "eu6" },
	"apac.anthropic.claude-3-7-sonnet-20250219-v1:0": { from: "apac7", to: "apac8" },
	"apac.anthropic.claude-sonnet-4-20250514-v1:0": { from: "apac7", to: "apac8" },
	"apac.anthropic.claude-sonnet-5": { from: "apac8", to: "apac8" },
	"jp.anthropic.claude-haiku-4-5-20251001-v1:0": { from: "jp2", to: "jp2" },
	"jp.anthropic.claude-sonnet-4-5-20250929-v1:0": { from: "jp2", to: "jp2" },
	"jp.anthropic.claude-sonnet-4-6": { from: "jp2", to: "jp2" },
	"au.anthropic.claude-haiku-4-5-20251001-v1:0": { from: "au2", to: "au2" },
	"au.anthropic.claude-opus-4-6-v1": { from: "au2", to: "au2" },
	"au.anthropic.claude-sonnet-4-5-20250929-v1:0": { from: "au2", to: "au2" },
	"au.anthropic.claude-sonnet-4-6": { from: "au2", to: "au2" },
	"us-gov.anthropic.claude-3-7-sonnet-20250219-v1:0": { from: "usGov2", to: "usGov2" },
	"us-gov.anthropic.claude-opus-4-8": { from: "usGov2", to: "usGov2" },
	"us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0": { from: "usGov2", to: "usGov2" },
	"global.anthropic.claude-fable-5": { from: "global28", to: "anywhere" },
	"global.anthropic.claude-haiku-4-5-20251001-v1:0": { from: "global32", to: "anywhere" },
	"global.anthropic.claude-opus-4-5-20251101-v1:0": { from: "global32", to: "anywhere" },
	"global.anthropic.claude-opus-4-6-v1": { from: "global29", to: "global29" },
	"global.anthropic.claude-opus-4-7": { from: "global29", to: "global29" },
	"global.anthropic.claude-opus-4-8": { from: "global29", to: "global29" },
	"global.anthropic.claude-sonnet-4-20250514-v1:0": { from: "global18", to: "global18" },
	"global.anthropic.claude-sonnet-4-5-20250929-v1:0": { from: "global23", to: "global23" },
	"global.anthropic.claude-sonnet-4-6": { from: "global32", to: "anywhere" },
	"global.anthropic.claude-sonnet-5": { from: "global32", to: "anywhere" },
};

/** What the table says of a profile, or undefined where it does not list it. */
export function tableRow(profileId: string) {
	const row = Object.hasOwn(rows, profileId) ? rows[profileId] : undefined;
	if (!row) return undefined;
	return { sources: regionsOf(row.from), destinations: row.to === "anywhere" ? row.to : regionsOf(row.to) };
}

export function tableProfiles(): string[] {
	return Object.keys(rows);
}

/** Every region that some row names. */
export function tableRegions(): string[] {
	return [...new Set(Object.values(lists).flatMap((list) => list.split(" ")))].sort();
}

function regionsOf(list: RegionList): string[] {
	return lists[list].split(" ");
}
