import { describe, expect, it } from "vitest";
import { pihole } from "../../src/firewall/pihole.js";
import { program, run } from "../support/programs.js";
import { planned } from "./cases.js";
import { askLive, whyNotLive } from "./programs/live.js";

/**
 * The part of Pi-hole's schema that entries go through, version 16:
 * https://github.com/pi-hole/pi-hole/blob/master/advanced/Templates/gravity.db.sql
 */
const schema = `
CREATE TABLE domainlist (id INTEGER PRIMARY KEY AUTOINCREMENT, type INTEGER NOT NULL DEFAULT 0, domain TEXT NOT NULL,
 enabled BOOLEAN NOT NULL DEFAULT 1, comment TEXT, UNIQUE(domain, type));
CREATE TABLE domainlist_by_group (domainlist_id INTEGER NOT NULL, group_id INTEGER NOT NULL, PRIMARY KEY (domainlist_id, group_id));
CREATE TRIGGER tr_domainlist_add AFTER INSERT ON domainlist BEGIN INSERT INTO domainlist_by_group VALUES (NEW.id, 0); END;
CREATE TRIGGER tr_domainlist_delete AFTER DELETE ON domainlist BEGIN DELETE FROM domainlist_by_group WHERE domainlist_id = OLD.id; END;
INSERT INTO domainlist (type, domain, comment) VALUES (0, 'api.anthropic.com', 'by hand'), (1, 'ads.example.net', NULL);
`;
const dump = `
import json, sqlite3, sys
database = sqlite3.connect(":memory:", isolation_level=None)
for script in json.load(sys.stdin): database.executescript(script)
rows = database.execute("SELECT type, domain, comment FROM domainlist d JOIN domainlist_by_group g ON g.domainlist_id = d.id ORDER BY type, domain")
print(json.dumps(rows.fetchall()))
`;
const withPython = it.skipIf(!program("python3"));

/** What stands in the table after entering rule sets one after another. */
function entered(
	...requests: readonly (Partial<Parameters<typeof pihole.render>[0]> & { readonly entries: readonly string[] })[]
) {
	const scripts = requests.map(({ entries, ...more }) => {
		const { value } = pihole.render({ deployment: "eu", ...more, hosts: entries.map(planned) }, {});
		return value?.files.find(({ name }) => name === "domainlist.sql")?.content ?? "";
	});
	const rows: [number, string, string | null][] = JSON.parse(
		run("python3", ["-c", dump], {}, JSON.stringify([schema, ...scripts])),
	);
	return rows.map(([type, domain, comment]) => `${type} ${domain} ${comment}`);
}

const why = "crash reports (disableEssentialTelemetry)";
const byHand = ["0 api.anthropic.com by hand", "1 ads.example.net null"];

describe("Pi-hole's table of domains", () => {
	withPython("gets a kind for every entry, and keeps what stood there", () => {
		const denied = [{ host: "stats.example.org", reasons: [{ agent: "It's", unnecessaryWith: null, source: null }] }];
		expect(entered({ entries: ["api.anthropic.com", "*.sentry.io", "llm.example.com"], denied })).toEqual([
			byHand[0],
			`0 llm.example.com pulumi-cowork eu: llm.example.com: ${why}`,
			byHand[1],
			"1 stats.example.org pulumi-cowork eu: stats.example.org: It's, which has no switch for it",
			`2 \\.sentry\\.io$ pulumi-cowork eu: *.sentry.io: ${why}`,
		]);
	});

	withPython("has nothing of an earlier revision, and everything of other groups and deployments", () => {
		const rows = entered(
			{ entries: ["old.example.com", "kept.example.com"] },
			{ entries: ["other.example.com"], group: "pilot" },
			{ entries: ["third.example.com"], deployment: "eu2" },
			{ entries: ["kept.example.com"] },
		);
		expect(rows.map((row) => row.split(" ")[1])).toEqual([
			"api.anthropic.com",
			"kept.example.com",
			"other.example.com",
			"third.example.com",
			"ads.example.net",
		]);
	});
});

it("the hosts file denies exactly its names, by dnsmasq", { timeout: 60_000 }, async ({ skip }) => {
	const why = whyNotLive();
	skip(why !== undefined, why);
	const denied = [{ host: "stats.example.org", reasons: [] }];
	const { value } = pihole.render({ deployment: "eu", hosts: [], denied }, {});
	const probes = ["stats.example.org", "sub.stats.example.org", "example.org", "api.anthropic.com"];
	const marks = { "revision-1": { host: "stats.example.org", is: false } };
	const more = { server: "dnsmasq", file: "deny.hosts", marks };
	const asked = probes.map((host) => ({ host, port: 443 }));
	expect(await askLive("resolver.mjs", [value?.files ?? []], asked, more)).toEqual([
		["closed", "open", "open", "open"],
	]);
});
