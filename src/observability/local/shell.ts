import { checkScript } from "./check-program.js";
import type { ScriptKind } from "./script-kind.js";
import { actionsScript, shellVariables } from "./shell-script.js";

export const shell: ScriptKind = {
	platforms: ["macos", "linux"],
	mediaType: "text/x-shellscript",
	variables: { name: "claude-code.env", mediaType: "text/plain", write: shellVariables },
	actions: { name: "actions.sh", write: actionsScript },
	check: { name: "check.sh", content: checkScript },
	page: {
		collector: [
			"```sh",
			"mkdir -p -m 700 received",
			'COWORK_USER="$(id -u):$(id -g)" docker compose up --detach',
			"curl http://127.0.0.1:13133/",
			"```",
			"",
			"With podman without root, COWORK_USER is 0:0.",
			"",
		],
		programs: [
			"- Claude Code is started from a shell that has read `claude-code.env` of the group; `actions.sh` reads it itself.",
			"- Claude Code prints what it would send where `OTEL_LOGS_EXPORTER=console` and `OTEL_METRICS_EXPORTER=console` are set over",
			"  it: `(set -a; . ./claude-code.env; OTEL_LOGS_EXPORTER=console; OTEL_METRICS_EXPORTER=console; claude)`.",
		],
		runs: (group) => ["```sh", `sh ${group}/actions.sh`, `sh check.sh ${group}`, "```", ""],
	},
};
