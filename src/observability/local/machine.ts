import type { Platform } from "../../profiles/format.js";

/** What scripts of a test machine are written in. */
export type ScriptKind = "shell" | "powershell";

export const scriptKinds: readonly ScriptKind[] = ["shell", "powershell"];

/** The kinds that a group's machines run; where nothing is known of them, a shell's. */
export function kindsFor(platforms: readonly Platform[] = ["linux"]): readonly ScriptKind[] {
	return scriptKinds.filter((kind) =>
		platforms.some((platform) => (platform === "windows") === (kind === "powershell")),
	);
}

/** Names of a kind's files, below the folder of a group or of the kit. */
export const scriptNames: Readonly<
	Record<ScriptKind, { readonly variables: string; readonly actions: string; readonly check: string }>
> = {
	shell: { variables: "claude-code.env", actions: "actions.sh", check: "check.sh" },
	powershell: { variables: "claude-code.ps1", actions: "actions.ps1", check: "check.ps1" },
};
