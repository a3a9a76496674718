import { powershellActions, powershellCheck, powershellVariables } from "./powershell-script.js";
import type { ScriptKind } from "./script-kind.js";

const start = "powershell -ExecutionPolicy Bypass -File";

export const powershell: ScriptKind = {
	platforms: ["windows"],
	mediaType: "text/x-powershell",
	variables: { name: "claude-code.ps1", mediaType: "text/x-powershell", write: powershellVariables },
	actions: { name: "actions.ps1", write: powershellActions },
	check: { name: "check.ps1", content: powershellCheck },
	page: {
		collector: [
			"On Windows, with Linux containers:",
			"",
			"```powershell",
			"New-Item -ItemType Directory -Force received",
			"$env:COWORK_USER = '0:0'; docker compose up --detach",
			"Invoke-WebRequest -UseBasicParsing http://127.0.0.1:13133/",
			"```",
			"",
		],
		programs: [
			"- On Windows, PowerShell reads `claude-code.ps1` of the group, as `. .\\claude-code.ps1`, and `actions.ps1` reads it itself;",
			"  `$env:OTEL_LOGS_EXPORTER = 'console'; $env:OTEL_METRICS_EXPORTER = 'console'; claude` after it prints what would be sent.",
			"  The tool Bash needs Git for Windows there.",
		],
		runs: (group) => ["```powershell", `${start} ${group}\\actions.ps1`, `${start} check.ps1 ${group}`, "```", ""],
	},
};
