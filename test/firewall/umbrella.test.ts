import { describe, expect, it } from "vitest";
import type { RuleRequest } from "../../src/firewall/backend.js";
import { umbrella } from "../../src/firewall/umbrella.js";
import { formatProblem } from "../../src/problem.js";
import { planned } from "./cases.js";

type Render = Partial<RuleRequest> & { readonly entries: readonly string[] };

function rendered({ entries, ...more }: Render, product?: "umbrellaWeb" | "secureAccess") {
	return umbrella.render({ deployment: "eu", ...more, hosts: entries.map(planned) }, product ? { product } : {});
}

function contents(...args: Parameters<typeof rendered>): Readonly<Record<string, string>> {
	const files = rendered(...args).value?.files ?? [];
	return Object.fromEntries(files.map(({ name, content }) => [name, content]));
}

function listOf(text: string | undefined): {
	name: string;
	access: string;
	bundleTypeId: number;
	destinations: unknown[];
} {
	return JSON.parse(text ?? "");
}

describe("a destination list", () => {
	it("has a name once, whether it is planned for itself, below, or both", () => {
		const list = listOf(contents({ entries: ["sentry.io", "*.sentry.io", "sentry.io:8443"] })["allow-list.json"]);
		expect(list.destinations).toEqual([
			{ destination: "sentry.io", comment: "crash reports (disableEssentialTelemetry)" },
		]);
	});

	it("is created with 500 destinations, and gets the others by requests that add", () => {
		const entries = Array.from({ length: 1001 }, (_, index) => `service-${index}.example.com`);
		const files = contents({ entries });
		const added = ["allow-list-add-2.json", "allow-list-add-3.json"].map((name) => JSON.parse(files[name] ?? ""));
		expect([listOf(files["allow-list.json"]).destinations, ...added].map(({ length }) => length)).toEqual([
			500, 500, 1,
		]);
		expect(files["allow-list-2.txt"]).toBe(undefined);
	});

	it.each([
		[undefined, "allow", 1],
		["umbrellaWeb", "allow", 2],
		["secureAccess", "none", 2],
	] as const)("of %s is for what the product says", (product, access, bundleTypeId) => {
		const list = listOf(contents({ entries: ["api.anthropic.com"] }, product)["allow-list.json"]);
		expect([list.access, list.bundleTypeId]).toEqual([access, bundleTypeId]);
	});

	it("of a revision has another name where it has other destinations, and no other else", () => {
		const nameOf = (...entries: string[]) => listOf(contents({ entries })["allow-list.json"]).name;
		expect(nameOf("a.example.com", "b.example.com")).toBe(nameOf("b.example.com", "a.example.com"));
		expect(nameOf("a.example.com")).not.toBe(nameOf("b.example.com"));
	});

	it("says which older lists to delete, and none of another group", () => {
		const steps = contents({ entries: ["a.example.com"], group: "pilot" })["IMPORT.md"] ?? "";
		expect(steps).toContain("whose name begins with `Claude egress of deployment eu, group pilot, allow `");
		const union = listOf(contents({ entries: ["a.example.com"] })["allow-list.json"]).name;
		expect(union.startsWith("Claude egress of deployment eu, allow ")).toBe(true);
	});

	it("is told apart from that of another perimeter over the same deployments", () => {
		const deployments = ["ap", "eu", "us"];
		const steps = ["offices", "labs"].map(
			(deployment) => contents({ entries: ["a.example.com"], deployment, deployments })["IMPORT.md"] ?? "",
		);
		expect(steps[0]).toContain("whose name begins with `Claude egress of perimeter offices, allow `");
		expect(steps[1]).toContain("whose name begins with `Claude egress of perimeter labs, allow `");
	});
});

describe("an address of IPv6", () => {
	it.each([
		[undefined, ["dropped"]],
		["secureAccess", []],
	] as const)("with product %s", (product, kinds) => {
		const { value } = rendered({ entries: ["[2001:db8::1]"] }, product);
		expect(value?.effects.map(({ kind }) => kind)).toEqual(kinds);
	});
});

describe("a host that is denied", () => {
	const denied = [{ host: "stats.example.com", reasons: [] }];

	it.each(["*.stats.example.com", "stats.example.com"])("that %s takes along is refused", (entry) => {
		expect(rendered({ entries: [entry], denied }).problems.map(({ code }) => code)).toEqual(["not-denied"]);
	});

	it("below one that is allowed is refused, because allowing goes first", () => {
		expect(rendered({ entries: ["example.com"], denied }).problems.map(formatProblem)).toEqual([
			"deny: would not close stats.example.com, because example.com is allowed with what is below it; deny it in another block",
		]);
	});

	it("is in a list that blocks", () => {
		const list = listOf(contents({ entries: ["api.example.com"], denied })["deny-list.json"]);
		expect([list.access, list.destinations]).toEqual(["block", [{ destination: "stats.example.com", comment: "" }]]);
	});
});
