import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cached } from "../../support/cached.js";
import { inFolder } from "../../support/in-folder.js";
import { program, run } from "../../support/programs.js";

const built = cached("fwshift-0.40.18/bin/fwshift");
const fwshift = existsSync(built) ? built : "fwshift";

export const whyNoFwshift = program(fwshift) ? undefined : "fwshift is not installed";

/** A rule as fwshift reads it, groups and services resolved. */
export interface ReadRule {
	readonly name: string;
	readonly enabled: boolean;
	readonly action: string;
	readonly from: readonly string[];
	readonly to: readonly string[];
	/** Names, addresses and networks, or `any`. */
	readonly sources: readonly string[];
	readonly destinations: readonly string[];
	/** `tcp 443`, or `any`. */
	readonly services: readonly string[];
	readonly applications: readonly string[];
	readonly categories: readonly string[];
}

export interface ReadRules {
	readonly rules: readonly ReadRule[];
	/** What fwshift did not understand, or noticed. */
	readonly findings: readonly string[];
}

/** A configuration as fwshift reads it. Throws where it refuses. */
export function readWithFwshift(configuration: string, format: "fortios" | "panos"): Promise<ReadRules> {
	return inFolder((folder) => {
		const [input, output, report] = ["input.txt", "output.json", "report.json"].map((name) => path.join(folder, name));
		if (!input || !output || !report) throw new Error("no place");
		writeFileSync(input, configuration);
		run(fwshift, ["convert", input, "--from", format, "--to", "json", "-q", "-o", output, "--report-json", report]);
		const policy = JSON.parse(readFileSync(output, "utf8"));
		const { notes, items } = JSON.parse(readFileSync(report, "utf8"));
		return {
			rules: policy.rules.map((rule: Record<string, unknown>) => ruleOf(policy, rule)),
			findings: [...notes, ...items].map((each) => JSON.stringify(each)),
		};
	});
}

// biome-ignore lint/suspicious/noExplicitAny: what fwshift writes has no types here
function ruleOf(policy: any, rule: any): ReadRule {
	const resolve = (name: string): string[] => {
		const group = policy.address_groups[name];
		if (group) return group.members.flatMap(resolve);
		return [policy.addresses[name]?.value ?? name];
	};
	const serviceOf = (name: string): string[] => {
		const service = policy.services[name];
		if (!service) return [name];
		return service.entries.map(
			(entry: { protocol: string; dst_ports: string }) => `${entry.protocol} ${entry.dst_ports}`,
		);
	};
	const unique = (values: string[]) => [...new Set(values)];
	return {
		name: rule.name,
		enabled: rule.enabled,
		action: rule.action,
		from: rule.src_zones,
		to: rule.dst_zones,
		sources: unique(rule.sources.flatMap(resolve)),
		destinations: unique(rule.destinations.flatMap(resolve)),
		services: unique(rule.services.flatMap(serviceOf)),
		applications: rule.applications,
		categories: rule.url_categories,
	};
}
