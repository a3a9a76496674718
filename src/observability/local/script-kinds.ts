import type { Platform } from "../../profiles/format.js";
import { powershell } from "./powershell.js";
import type { ScriptKind } from "./script-kind.js";
import { shell } from "./shell.js";

const scriptKinds: readonly ScriptKind[] = [shell, powershell];

/** The kinds that a group's machines run; where nothing is known of them, a shell's. */
export function kindsFor(platforms: readonly Platform[] = ["linux"]): readonly ScriptKind[] {
	return scriptKinds.filter((kind) => platforms.some((platform) => kind.platforms.includes(platform)));
}

/** The kinds that machines of any of some groups run. */
export function kindsOfAll(groups: readonly { readonly kinds: readonly ScriptKind[] }[]): readonly ScriptKind[] {
	return scriptKinds.filter((kind) => groups.some(({ kinds }) => kinds.includes(kind)));
}
