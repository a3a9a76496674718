import { expect, test } from "vitest";
import { exact, subdomains } from "../../src/egress/destination.js";
import type { EgressHost } from "../../src/egress/plan.js";
import { formatProblem } from "../../src/problem.js";
import { checkHeld } from "../../src/publication/check-held.js";
import type { PublishedDeployment, PublishedRings } from "../../src/publication/published.js";
import { perimeter, pilot, revision } from "./tree.js";

const { digest, manifest } = revision(pilot, {});
const opened = [exact("llm.example.com"), exact("otel.example.com", 4318), subdomains("example.org")].map(
	(each): EgressHost => ({ ...each, operator: "organization", reasons: [] }),
);
const nothing: PublishedRings = { pointers: {}, revisions: {} };

/** What a store holds of group pilot, whose held revision needs the addresses. */
function holding(addresses: readonly string[]): PublishedDeployment {
	const revisions = { [digest]: { manifest, addresses } };
	return { place: { exists: true }, perimeter: nothing, groups: { pilot: { pointers: {}, revisions } } };
}

function check(published: Readonly<Record<string, PublishedDeployment>>, stores: readonly string[] = ["s3"]) {
	const rings = [{ ring: "canary" }, { ring: "broad", hold: digest }];
	const scopes = [
		{ scope: perimeter, rings: [{ ring: "canary" }], at: ["publish", "perimeter"] },
		{ scope: pilot, rings, at: ["groups", "pilot", "rings"] },
	];
	return checkHeld({ scopes, stores, published, perimeter: { hosts: opened } }).map(formatProblem);
}

const at = "warning: groups.pilot.rings.broad.hold: ";

test("a hold that nobody has looked for is a warning that says how to, once for all stores", () => {
	const rest = "nobody has looked; `await lookUpPublished(name, args)` does before a program constructs the component";
	expect(check({}, ["s3", "gcs"])).toEqual([`${at}is not known to stand in s3, gcs: ${rest}`]);
	expect(check({ s3: holding([]) }, ["s3", "gcs"])).toEqual([`${at}is not known to stand in gcs: ${rest}`]);
	expect(check({ s3: holding([]) })).toEqual([]);
	expect(check({}, [])).toEqual([]);
});

test.each([
	[["llm.example.com", "otel.example.com:4318"], []],
	[["*.example.org", "a.example.org", "a.b.example.org"], []],
	[["example.org"], ["example.org"]],
	[["notexample.org"], ["notexample.org"]],
	[["a.example.org:8443"], ["a.example.org:8443"]],
	[["otel.example.com"], ["otel.example.com"]],
	[["*.llm.example.com"], ["*.llm.example.com"]],
])("of %j, the newest perimeter closes %j", (addresses, closed) => {
	const message = `${at}needs ${closed.join(", ")}, which the newest perimeter no longer opens; keep it open until no ring is held at this revision`;
	expect(check({ s3: holding(addresses) })).toEqual(closed.length > 0 ? [message] : []);
});

test("of many hosts that are closed the first are named, and lines that are none are passed over", () => {
	const many = Array.from({ length: 7 }, (_, index) => `h${index}.example.net`);
	expect(check({ s3: holding([...many, "", "two words", "\u0000"]), gcs: holding(many) })).toEqual([
		expect.stringContaining(
			"needs h0.example.net, h1.example.net, h2.example.net, h3.example.net, h4.example.net and 2 more,",
		),
	]);
});
