import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Effect, FirewallBackend } from "../../src/firewall/backend.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { planned } from "./cases.js";
import { outcomeOf } from "./exam.js";
import { cilium } from "./programs/cilium.js";
import { haproxy } from "./programs/haproxy.js";
import { nftables } from "./programs/nftables.js";
import { pac } from "./programs/pac.js";
import { type Answer, type Program, type ProgramProbe, plan, probes } from "./programs/program.js";
import { bind, unbound } from "./programs/resolvers.js";
import { squid } from "./programs/squid.js";
import { suricata, suricataOfAws } from "./programs/suricata.js";

const programs: readonly Program[] = [squid, nftables, bind, unbound, suricata, suricataOfAws, haproxy, pac, cilium];
const backends: Readonly<Record<string, FirewallBackend>> = firewallBackends;
const denied = "telemetry.example.org";
const measured = new Map<string, readonly Answer[]>();

describe.each(programs.map((program) => [program.title, program] as const))("%s", (title, program) => {
	it("opens what is planned, and nothing else but what an effect says", { timeout: 900_000 }, async ({ skip }) => {
		skip(program.whyNot !== undefined, program.whyNot);
		const backend = backends[program.backend];
		if (!backend) throw new Error(`no backend ${program.backend}`);
		const block = { ...program.options, ...(backend.deniesHosts && { deny: { hosts: [denied] } }) };
		const { value } = outcomeOf({ backend, block }, plan.map(planned));
		const answers = await program.ask(value?.files ?? [], Object.values(probes));
		measured.set(title, answers);
		for (const [index, [name, probe]] of Object.entries(probes).entries()) {
			const expected = expectedOf(probe, backend, value?.effects ?? []);
			expect([name, expected]).toEqual([name, expect.arrayContaining([answers[index]])]);
		}
	});
});

/** What a program may answer, by the plan and what the rule set says of its differences. */
function expectedOf(probe: ProgramProbe, backend: FirewallBackend, effects: readonly Effect[]): Answer[] {
	const { host, port, by } = probe;
	if (host === undefined || by === "quic") return ["closed", "-"];
	const name = host.toLowerCase();
	const onPort = (entry: { readonly port: number }) => !backend.ports || entry.port === port;
	const covers = (entry: Pick<Effect, "host" | "match">) =>
		entry.match === "exact" ? name === entry.host : name.endsWith(`.${entry.host}`);
	if (plan.map(planned).some((entry) => onPort(entry) && covers(entry))) return ["open"];
	const widened = effects.some(
		(effect) =>
			effect.kind === "widened" &&
			onPort(effect) &&
			(effect.match === "exact" ? name.endsWith(`.${effect.host}`) : name === effect.host),
	);
	// A difference that is admitted must be there.
	return widened ? ["open"] : ["closed", "-"];
}

it("the page of what was measured is up to date", async () => {
	const place = path.resolve("docs/firewall-semantics.md");
	const before = rowsOf(existsSync(place) ? readFileSync(place, "utf8") : "");
	const rows = programs.map(({ title, backend }) => {
		const answers = measured.get(title)?.map(String) ?? before.get(title) ?? Object.keys(probes).map(() => "?");
		return { title, backend, answers };
	});
	await expect(pageOf(rows)).toMatchFileSnapshot(place);
});

interface Row {
	readonly title: string;
	readonly backend: string;
	readonly answers: readonly string[];
}

/** Rows of the page as it stands, for programs that are not here. */
function rowsOf(page: string): ReadonlyMap<string, readonly string[]> {
	const [head = [], , ...lines] = page
		.split("\n")
		.filter((line) => line.startsWith("| "))
		.map((line) => line.slice(2, -2).split(" | "));
	const titles = head.slice(1).map((cell) => cell.replace(/ \(.*/, ""));
	return new Map(titles.map((title, column) => [title, lines.map((cells) => cells[column + 1] ?? "?")]));
}

function pageOf(rows: readonly Row[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
	const head = ["traffic", ...rows.map(({ title, backend }) => `${title} (\`${backend}\`)`)];
	const body = Object.entries(probes).map(([name, probe], index) => [
		`${name}: ${describeProbe(probe)}`,
		...rows.map(({ answers }) => answers[index] ?? "?"),
	]);
	return `# What programs do with the rule sets

Written by \`test/firewall/measured.test.ts\` from runs of programs that are none of ours, each over the rule set of its
backend for one plan: ${plan.map((entry) => `\`${entry}\``).join(", ")}, with \`${denied}\` denied by name where the
rules can. \`*.\` means any depth below a name, and not the name itself. A program that opens what is not planned, or the
reverse, fails the test unless the rule set says so as an effect; \`-\` is for what a program does not decide about: a
resolver knows no ports, a proxy gets no QUIC, and rules over addresses do not see names.

${[head, head.map(() => "---"), ...body].map(line).join("")}
Rules of \`nftables\` and \`cilium\` hold the addresses of names, so that another name at the same address is open, too.
A resolver and a PAC file bind only programs that ask them. \`Suricata for AWS\` is Suricata 7 with the rules that AWS Network
Firewall gets for dedicated clients; the strict order of AWS, in which the first rule that matches decides, is none of its own.
`;
}

function describeProbe({ host, port, by }: ProgramProbe): string {
	if (host === undefined) return `port ${port}`;
	return `\`${host}${port === 443 ? "" : `:${port}`}\`${by === "quic" ? " over UDP" : ""}`;
}
