import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

const members = [
	"configuredName",
	"customCategory",
	"dbCategorizedUrls",
	"description",
	"ipRanges",
	"keywords",
	"superCategory",
	"type",
	"urls",
];

/**
 * https://help.zscaler.com/zia/url-format-guidelines: a leading dot stands for the name and five labels below it, and what is
 * refused; a rule that blocks stands above the one that allows.
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const [allowed = [], denied = []] = ["allow-category.json", "deny-category.json"].map((name) => {
		const file = files.find((each) => each.name === name);
		return file ? entriesOf(file.content) : [];
	});
	return ({ host }) => {
		if (denied.some((each) => matches(each, host))) return "closed";
		return allowed.some((each) => matches(each, host)) ? "open" : "unlisted";
	};
}

function entriesOf(content: string): string[] {
	const category = JSON.parse(content);
	if (Object.keys(category).sort().join() !== members.join()) throw new Error("other members than the API knows");
	if (!/^[A-Za-z0-9_.() -]+$/.test(category.configuredName)) throw new Error("no name of a category");
	const urls: string[] = [...category.urls, ...category.dbCategorizedUrls];
	for (const url of urls) checkUrl(url);
	for (const range of category.ipRanges) if (!/^(\d+\.){3}\d+$/.test(range)) throw new Error(`no range: ${range}`);
	if (new Set(urls).size < urls.length) throw new Error("a URL twice");
	return [...urls, ...category.ipRanges];
}

function checkUrl(url: string): void {
	const labels = url.replace(/^\./, "").split(".");
	if (!/^\.?[a-z0-9._-]+$/.test(url) || url.length > 1024 || labels.length < 2) throw new Error(`no URL: ${url}`);
	if (labels.some((label) => label === "" || label === "_" || label.length > 63)) throw new Error(`no label: ${url}`);
	const strict = labels.length === 2 && !url.startsWith(".") ? 1 : 2;
	if (labels.slice(-strict).some((label) => label.includes("_"))) throw new Error(`an underscore: ${url}`);
}

function matches(entry: string, host: string): boolean {
	if (!entry.startsWith(".")) return host === entry;
	if (host === entry.slice(1)) return true;
	return host.endsWith(entry) && host.slice(0, -entry.length).split(".").length <= 5;
}
