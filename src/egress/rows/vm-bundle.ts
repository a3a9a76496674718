import { exact } from "../destination.js";
import { type EgressRow, page } from "../row.js";
import { holds } from "../windows.js";

export const vmBundleRows: readonly EgressRow[] = [
	{
		feature: "vm-bundle",
		key: null,
		because: "workspace VM bundle and Claude CLI binary, fetched whenever the device lacks the versions the app needs",
		ifDenied:
			"Cowork tasks, Chat conversations and Code sessions do not start on a device that has not fetched these files yet, nor after an app update that changes them.",
		operator: "anthropic",
		requirement: "required",
		source: page("telemetry"),
		when: ({ configuration }) =>
			holds(configuration.installer !== "offline" || configuration.platforms.includes("linux")),
		hosts: [exact("downloads.claude.ai")],
	},
];
