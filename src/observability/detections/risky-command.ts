import { attribute, type Detection } from "./detection.js";
import { outwardCommands } from "./outward-commands.js";

export const riskyCommand: Detection = {
	title: "A command that deploys, publishes, migrates or uploads was accepted",
	severity: "medium",
	because: "it has an effect outside of the device, or needs privileges",
	events: ["tool_decision"],
	rule: () => ({
		condition: {
			all: [
				{ field: attribute("tool_name"), is: ["Bash", "PowerShell"] },
				{ field: attribute("decision"), is: ["accept"] },
				{ field: attribute("tool_parameters"), matches: outwardCommands },
			],
		},
	}),
	shows: ["source", "tool_use_id"],
	investigate: [
		"source: a rule, a hook or a person accepted it",
		"the tool_result of the same tool_use_id",
		"what a script did that the command ran; the rule knows commands by their words, and not what is inside of a script",
	],
	contain: ["deny the command in managed permissions", "take back what it changed"],
	regression: "the command is denied, or asks a person, on a device of this group",
};
