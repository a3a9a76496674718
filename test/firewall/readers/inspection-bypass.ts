import { parse } from "yaml";
import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

/**
 * Passed on is what every list has: names with `*.` for any depth below, expressions that mitmproxy searches for in
 * `host:port`, and entries of URL lists, whose `*` stands for one or more labels
 * (https://docs.paloaltonetworks.com/pan-os/10-0/pan-os-admin/url-filtering/custom-url-categories).
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const content = (name: string) => files.find((each) => each.name === name)?.content ?? "";
	const lines = (name: string) =>
		content(name)
			.split("\n")
			.filter((line) => line !== "");
	const expressions: string[] = parse(content("mitmproxy.yaml")).ignore_hosts;
	const patterns = expressions.map((each) => new RegExp(each, "i"));
	const urls = lines("url-list.txt").map((entry) => {
		if (!/^(\*\.)?[a-z0-9._-]+\/$/.test(entry) || entry.length > 255) throw new Error(`no entry: ${entry}`);
		return entry.slice(0, -1);
	});
	const isListed = (names: readonly string[], host: string) =>
		names.some((name) => (name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name));
	const plain = lines("do-not-inspect.txt");
	return ({ host, port }) => {
		const verdicts = [
			isListed(plain, host),
			patterns.some((pattern) => pattern.test(`${host}:${port}`)),
			isListed(urls, host),
		];
		return verdicts.every((each) => each) ? "open" : "unlisted";
	};
}
