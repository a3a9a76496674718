import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { companyOf } from "../../src/egress/company.js";

const { rows } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "egress-rows.json"), "utf8")) as {
	rows: { operator: string; hosts: string | string[] }[];
};

test("it is known of every host of others who runs it", () => {
	const others = rows.filter(({ operator }) => operator === "third-party").flatMap(({ hosts }) => hosts);
	const names = others.map((host) => host.replace(/^\*\./, ""));
	expect(names.length).toBeGreaterThan(40);
	expect(names.filter((host) => companyOf(host) === undefined)).toEqual([]);
});

test.each([
	["bedrock-runtime.eu-central-1.amazonaws.com", "Amazon Web Services"],
	["gvt1.com", "Google"],
	["example.services.ai.azure.com", "Microsoft"],
	["browser-intake-us5-datadoghq.com", "Datadog"],
	["evil-datadoghq.com", undefined],
	["github.com.example.com", undefined],
	["com", undefined],
	["__proto__.constructor", undefined],
])("%s is run by %s", (host, company) => {
	expect(companyOf(host)).toBe(company);
});
