import type { DeclaredCommand } from "./declared-command.js";
import { allowOutside, jsonDocument } from "./shared-options.js";

export const verifyCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork verify exported.reg --group pilot deployment.yaml",
		"pulumi-cowork verify com.anthropic.claudefordesktop.plist --group general deployment.yaml --json",
	],
	after: `
What to take of a device: on Windows "reg export HKLM\\SOFTWARE\\Policies\\Claude machine.reg", and the same of HKCU;
on macOS the files of /Library/Managed Preferences; on Linux /etc/claude-desktop/managed-settings.json. Secrets are
compared where the environment has them.

Exit codes: 0 the device has what the deployment says, 1 it differs or something is invalid, 2 wrong usage.`,
	declare: (program, output) =>
		program
			.command("verify")
			.description("hold what a device has against what the deployment gives a group")
			.argument(
				"<files...>",
				"files of the device, such as an export of its registry key, and then the deployment file",
			)
			.option("--group <name>", "group of users that the device belongs to; need not be said where there is one")
			.option(...allowOutside)
			.option(...jsonDocument)
			.action(async (files, options) => (await import("../verify.js")).verify(files, options, output)),
};
