import { readFileSync } from "node:fs";
import { parse } from "plist";
import { expect, test } from "vitest";
import { compileBundle } from "../../../src/bundle/compile.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { agents } from "../../../src/firewall/telemetry-hosts.js";
import { otherAgents } from "../../../src/observability/agents/index.js";
import type { OtherAgent } from "../../../src/observability/agents/other-agent.js";
import { problemsOf, soundWith } from "../../support/deployment.js";
import { readFacts } from "../../support/facts.js";
import { textOf } from "./exam.js";

interface Facts {
	readonly agents: readonly {
		readonly agent: string;
		readonly mustStay: readonly string[];
		readonly switches?: readonly {
			readonly switch: string;
			readonly value: string;
			readonly confidence: string;
			readonly enforceableByAdministrator?: boolean;
		}[];
	}[];
}

const facts = readFacts<Facts>("other-agents.json");
const all = Object.entries<OtherAgent>(otherAgents);
const request = { organization: "Example Corp", identifierPrefix: "com.example", deployment: "eu" };

test.skipIf(facts === undefined).each(all)("%s writes what a source says, and names every other switch", (_, agent) => {
	const said = facts?.agents.find((each) => each.agent === agent.title);
	const switches = said?.switches ?? [];
	expect(agent.mustStay).toEqual(said?.mustStay);
	const written = new Map(switches.map((each) => [each.switch, each]));
	for (const { name, value, enforced } of agent.switches) {
		expect(written.get(name)).toMatchObject({ confidence: "high" });
		expect(written.get(name)?.value.replaceAll('"', "").split(" | ")).toContain(String(value));
		expect(written.get(name)?.enforceableByAdministrator ?? false).toBe(enforced);
	}
	const named = [...agent.switches, ...agent.notWritten].map(({ name }) => name);
	expect(switches.map((each) => each.switch).filter((name) => !named.includes(name))).toEqual([]);
});

test("every agent with hosts to deny is one of these, and Claude Code, whose settings are its own", () => {
	expect(Object.keys(agents).filter((word) => !Object.hasOwn(otherAgents, word))).toEqual(["claudeCode"]);
});

test("a profile carries both files of Codex as its documentation has them", () => {
	const [file] = otherAgents.codex.files("macos", request);
	const profile = parse(textOf({ content: file?.content ?? "" })) as { PayloadContent: Record<string, string>[] };
	const [payload = {}] = profile.PayloadContent;
	expect(payload.PayloadType).toBe("com.openai.codex");
	expect(Buffer.from(payload.requirements_toml_base64 ?? "", "base64").toString()).toBe(
		"check_for_update_on_startup = false\n\n[feedback]\nenabled = false\n\n[features]\nplugins = false\n",
	);
	expect(Buffer.from(payload.config_toml_base64 ?? "", "base64").toString()).toContain(
		"[analytics]\nenabled = false\n",
	);
});

test("a deployment asks for agents by their words, and gets the files of its platforms", async () => {
	const input = soundWith({
		otherAgents: ["codex", "cursor"],
		groups: { pilot: { preset: "none", platforms: ["linux"] } },
	});
	const { bundle } = await compileBundle(parseDeployment(input));
	const paths = bundle.files.map(({ path }) => path).filter((path) => path.startsWith("observability/"));
	expect(paths).toEqual([
		"observability/HANDOVER.md",
		"observability/agents/codex/README.md",
		"observability/agents/codex/linux/managed_config.toml",
		"observability/agents/codex/linux/requirements.toml",
		"observability/agents/cursor/README.md",
	]);
	expect(problemsOf(soundWith({ otherAgents: ["codx"] }))[0]).toMatch(
		/^otherAgents\[0\]: unknown value "codx"; expected one of codex/,
	);
});

test("the documentation says of GitHub Copilot what is written, and what else is not and why", () => {
	const page = readFileSync("docs/observability.md", "utf8");
	for (const { name } of otherAgents.copilot.switches) expect(page).toContain(`\`${name}\``);
	for (const { name, because } of otherAgents.copilot.notWritten)
		expect(page).toContain(`| \`${name}\` | ${because} |`);
});
