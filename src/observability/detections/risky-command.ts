import { attribute, type Detection } from "./detection.js";

/** Parts of commands with an effect outside of the device. */
const terms = [
	"deploy",
	"publish",
	"migrate",
	"terraform apply",
	"pulumi up",
	"kubectl apply",
	"helm upgrade",
	"aws s3 cp",
	"gsutil cp",
	"scp ",
	"rsync ",
	"curl -T",
	"curl --upload-file",
	"git push",
];

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
				{ field: attribute("tool_parameters"), contains: terms },
			],
		},
	}),
	investigate: ["source: a rule, a hook or a person accepted it", "the tool_result of the same tool_use_id"],
	contain: ["deny the command in managed permissions", "take back what it changed"],
	regression: "the command is denied, or asks a person, on a device of this group",
};
