import { describe, expect, test } from "vitest";
import { otherAgents } from "../../../src/observability/agents/index.js";
import type { AgentFile, AgentSwitch, OtherAgent } from "../../../src/observability/agents/other-agent.js";
import { brokenLaws } from "../../support/broken-laws.js";
import { examineAgent, laws } from "./exam.js";

for (const [name, agent] of Object.entries<OtherAgent>(otherAgents)) examineAgent(name, agent);

const switched: AgentSwitch = {
	name: "telemetry.enabled",
	value: "off",
	effect: "no events",
	enforced: true,
	source: "https://docs.example.com/telemetry",
};

const file: AgentFile = {
	name: "settings.json",
	place: "/etc/example/settings.json",
	mediaType: "application/json",
	content: '{ "telemetry": { "enabled": "off" } }\n',
};

/** The least an agent can be. */
const plain: OtherAgent = {
	title: "Example",
	switches: [switched],
	notWritten: [{ name: "updates", because: "would leave the program without updates" }],
	mustStay: ["api.example.com"],
	files: () => [file],
};

examineAgent("an agent from outside the registry", plain);

function writing(changed: Partial<AgentFile>): OtherAgent {
	return { ...plain, files: () => [{ ...file, ...changed }] };
}

let count = 0;

describe("the exam fails an agent that", () => {
	test.each<[string, OtherAgent, keyof typeof laws]>([
		[
			"has a switch that nobody says anything of",
			{ ...plain, switches: [{ ...switched, source: "" }] },
			"says of each switch what it does, and who says so",
		],
		[
			"switches something on",
			{ ...plain, switches: [{ ...switched, value: "all" }], files: () => [{ ...file, content: '{"enabled":"all"}' }] },
			"gives no switch a value that is no choice",
		],
		[
			"writes a switch that it says it does not write",
			{ ...plain, notWritten: [{ name: switched.name, because: "has no source" }] },
			"names each switch once, as written or as not written with why",
		],
		[
			"does not say why a switch is not written",
			{ ...plain, notWritten: [{ name: "updates", because: "" }] },
			"names each switch once, as written or as not written with why",
		],
		["leaves nothing reachable", { ...plain, mustStay: [] }, "says what has to stay reachable"],
		[
			"has a switch in no file",
			writing({ content: "{}" }),
			"has each switch with its value in a file, and no file without one",
		],
		[
			"gives a switch another value than it says",
			writing({ content: '{"telemetry":{"enabled":"on"}}' }),
			"has each switch with its value in a file, and no file without one",
		],
		[
			"writes outside of its folder",
			writing({ name: "../settings.json" }),
			"names its files plainly, each once on a platform, with the place on a device",
		],
		[
			"does not say where a file goes",
			writing({ place: "" }),
			"names its files plainly, each once on a platform, with the place on a device",
		],
		[
			"writes two files of one name",
			{ ...plain, files: () => [file, file] },
			"names its files plainly, each once on a platform, with the place on a device",
		],
		[
			"puts the organisation's name into a file as it is",
			{
				...plain,
				files: (_, { organization }) => [
					{
						...file,
						mediaType: "text/plain",
						content: `enabled=off\n# ${organization}\n`.replace("enabled", "ENABLED"),
					},
				],
				switches: [{ ...switched, name: "ENABLED" }],
			},
			"writes files that are read, whatever the organisation is called",
		],
		[
			"brings a member that is no switch",
			writing({ content: '{"telemetry":{"enabled":"off"},"endpoint":"https://elsewhere.example.net"}' }),
			"writes no variable or member that is no switch of its own",
		],
		[
			"writes another text each time",
			{ ...plain, files: () => [{ ...file, place: `/etc/example/${count++}` }] },
			"writes the same each time",
		],
	])("%s", (_, agent, name) => {
		expect(brokenLaws(laws, agent)).toEqual([name]);
	});
});
