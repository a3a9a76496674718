import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
	allowedNames,
	identifyingAttributes,
	knownEvents,
} from "../../src/observability/collector/known-attributes.js";
import { detectionFiles } from "../../src/observability/detection-files.js";
import type { Detection } from "../../src/observability/detections/detection.js";
import { detections } from "../../src/observability/detections/index.js";
import { peopleForms } from "../../src/observability/observability.js";
import { type Tier, tierFacts, tiers } from "../../src/observability/tier.js";
import { partOf, terms } from "./observed.js";

const pilot = {
	preset: "none",
	settings: { disabledBuiltinTools: ["WebSearch"], coworkEgressAllowedHosts: ["docs.example.com"] },
};
const given = { "deployment.environment": "laptops", "repository.tier": "sensitive" };

function filesOf(block: object): ReadonlyMap<string, string> {
	const part = partOf({ ...terms, attributes: given, ...block }, { pilot });
	return new Map(detectionFiles(part).map(({ name, content }) => [name, content]));
}

function expectedFields(page: string): string[] {
	const [, list = ""] = /^## Expected fields\n\n((?:- `[^`]+`\n)+)/m.exec(page) ?? [];
	return [...list.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

function sorted(names: Iterable<string>): string[] {
	return [...new Set(names)].sort();
}

const ids = Object.keys(detections) as (keyof typeof detections)[];
const choices = tiers.flatMap((tier) => peopleForms.map((people): [Tier, string] => [tier, people]));

describe.each(choices)("at %s with people %s", (tier, people) => {
	const files = filesOf({ tier, people });
	const written = ids.filter((id) => files.has(`runbooks/${id}.md`));

	test("a runbook expects exactly what the queries read and show", () => {
		expect(written.length).toBeGreaterThan(5);
		for (const id of written) {
			const fields = sorted(expectedFields(files.get(`runbooks/${id}.md`) ?? ""));
			const insights = files.get(`rules/cloudwatch-logs-insights/${id}.txt`) ?? "";
			const read = [...insights.matchAll(/`(?:resource\.)?attributes\.([^`]+)`/g)].map(([, name = ""]) => name);
			expect([id, sorted(read)]).toEqual([id, fields]);
			const kusto = files.get(`rules/kusto/${id}.kql`) ?? "";
			const columns = [...kusto.matchAll(/Attributes\["([^"]+)"\]/g)].map(([, name = ""]) => name);
			expect([id, sorted(columns)]).toEqual([id, fields]);
			const { detection, fields: shown = [] } = parse(files.get(`rules/sigma/${id}.yml`) ?? "");
			const { condition: _, ...searches } = detection;
			const keys = Object.values(searches).flatMap((search) => Object.keys(search as object));
			const correlation = parse(files.get(`rules/sigma/${id}.correlation.yml`) ?? "{}").correlation ?? {};
			const over = [...(correlation["group-by"] ?? []), ...[correlation.condition?.field ?? []].flat()];
			expect([id, sorted([...keys.map((key) => key.split("|")[0] ?? ""), ...shown, ...over])]).toEqual([id, fields]);
		}
	});

	test("a runbook expects nothing that the tier does not send", () => {
		for (const id of written) {
			const { events }: Detection = detections[id];
			for (const name of expectedFields(files.get(`runbooks/${id}.md`) ?? "")) {
				if (Object.hasOwn(given, name) || name.startsWith("cowork.")) continue;
				if (people === "none") expect(identifyingAttributes).not.toContain(name);
				for (const event of events) {
					const known = knownEvents.get(event);
					expect(known ? allowedNames(known, tierFacts[tier].reaches.events ?? []) : []).toContain(name);
				}
			}
		}
	});
});

test("what an investigation looks at of the event itself is shown", () => {
	const files = filesOf({ tier: "forensic" });
	for (const id of ids) {
		const { events, investigate }: Detection = detections[id];
		const page = files.get(`runbooks/${id}.md`) ?? "";
		if (page.includes("The events that came to it")) continue;
		const known = events.flatMap((event) => {
			const signal = knownEvents.get(event);
			return signal ? allowedNames(signal, tierFacts.forensic.reaches.events ?? []) : [];
		});
		const named = investigate.join(" ").match(/[a-z]+(?:[._][a-z]+)+/g) ?? [];
		const looked = named.filter((name) => known.includes(name));
		expect([id, looked.filter((name) => !expectedFields(page).includes(name))]).toEqual([id, []]);
	}
});

test("who changed the mode, and what came after it, is in the runbook of a bypass", () => {
	const page = filesOf({ tier: "metadata" }).get("runbooks/bypassed-permissions.md") ?? "";
	expect(expectedFields(page)).toEqual([
		"cowork.deployment",
		"cowork.group",
		"user.id",
		"session.id",
		"prompt.id",
		"event.sequence",
		"event.name",
		"to_mode",
		"from_mode",
		"trigger",
	]);
	expect(page).toContain("in the order of `event.sequence`");
});

test("people are found by the pseudonym that the collector makes, which the test of a collector holds it to", () => {
	const page = filesOf({ tier: "metadata" }).get("runbooks/README.md") ?? "";
	const [, command = ""] = /```sh\n(.*)\n```/.exec(page) ?? [];
	const found = execFileSync("sh", ["-c", command], {
		encoding: "utf8",
		env: { ...process.env, COWORK_PSEUDONYM_KEY: "key" },
	});
	expect(found.split(" ")[0]).toBe(createHash("sha256").update("ada@example.com|key").digest("hex"));
	for (const name of identifyingAttributes) expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\| [^|]+ \\|$`, "m"));
	expect(page).toContain("No record names a device");
});

test("where people are named or not known, no pseudonym is spoken of", () => {
	expect(filesOf({ people: "named" }).get("runbooks/README.md")).toContain("They are as the program sends them.");
	expect(filesOf({ people: "none" }).get("runbooks/README.md")).toContain("No record says who it is of");
	for (const people of ["named", "none"])
		expect(filesOf({ people }).get("runbooks/README.md")).not.toMatch(/pseudonym|sha256/i);
});
