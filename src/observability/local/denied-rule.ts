import { type ActionSession, canary } from "./local-action.js";

/** How a rule that refuses is tried so that nothing is harmed where it does not hold. */
export interface TriedRule {
	readonly tool: string;
	readonly session: ActionSession;
	/** Whether the decision is an event: a file's rule refuses before anything is decided. */
	readonly decides: boolean;
}

/** A rule of `permissions.deny`; text is why it is not tried. */
export function triedRule(rule: string): TriedRule | string {
	const [, tool = "", scope] = /^([^()]+)(?:\((.+)\))?$/.exec(rule) ?? [];
	if (tool.startsWith("mcp__")) return "events do not name tools of servers at this tier";
	const made = scope === undefined ? own(harmless, tool) : own(scoped, tool)?.(scope);
	if (made === undefined) return "there is no harmless way to try it";
	if (!("prompt" in made)) return made.because;
	// The same rule allows it, so that nothing but the refusal stands in the way.
	const { prompt, file } = made;
	const session = {
		prompt: `This is a test of permissions. ${prompt}`,
		flags: ["--allowedTools", rule],
		...(file !== undefined && { file }),
	};
	return { tool, session, decides: tool === "Bash" && scope !== undefined };
}

/** A rule may name a tool as nothing but an object of this language calls a member. */
function own<Value>(tries: Readonly<Record<string, Value>>, tool: string): Value | undefined {
	return Object.hasOwn(tries, tool) ? tries[tool] : undefined;
}

type Made = { readonly prompt: string; readonly file?: string } | { readonly because: string };

const harmless: Readonly<Record<string, Made>> = {
	Bash: { prompt: `With the Bash tool, run exactly: echo ${canary}` },
	Glob: { prompt: `With the Glob tool, look for ${canary}-*.txt` },
	Grep: { prompt: `With the Grep tool, look for ${canary} in this folder` },
	Read: { prompt: "With the Read tool, read note.txt of this folder" },
	WebFetch: { prompt: "With the WebFetch tool, fetch https://example.com/" },
	WebSearch: { prompt: `With the WebSearch tool, search for ${canary}` },
};

/** Programs of which a word and `--help` are a page of help. With any other, a second word may be what is done. */
const withHelp = ["cargo", "docker", "gh", "git", "helm", "kubectl", "npm", "podman", "terraform"];

const scoped: Readonly<Record<string, (scope: string) => Made>> = {
	Bash: (scope) => {
		const [, program, word] = /^([A-Za-z0-9_./][A-Za-z0-9_./-]*)(?: ([a-z][a-z-]*))?(?::| )?\*$/.exec(scope) ?? [];
		if (program === undefined || (word !== undefined && !withHelp.includes(program)))
			return { because: "it would take the command itself, whatever that does" };
		const command = word === undefined ? program : `${program} ${word}`;
		return { prompt: `With the Bash tool, run exactly: ${command} --help` };
	},
	Read: (scope) => {
		if (/^(?:\/(?!\/)|~(?!\/))/.test(scope)) return { because: "nothing here says which folder it begins at" };
		const [, folder] = /^([A-Za-z0-9_.~/ -]+\/)\*{1,2}$/.exec(scope) ?? [];
		if (folder === undefined) return { because: "it would take the file itself, whatever is in it" };
		const file = `${folder.replace(/^\/\//, "/")}${canary}`;
		return { prompt: `With the Read tool, read ${file}`, file };
	},
	WebFetch: (scope) => {
		const host = scope.replace(/^domain:/, "").replace(/^\*\./, "www.");
		if (!/^[A-Za-z0-9.-]+$/.test(host)) return { because: "it names no single host" };
		return { prompt: `With the WebFetch tool, fetch https://${host}/` };
	},
};
