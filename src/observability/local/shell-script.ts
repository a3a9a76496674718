import { printable } from "../../printable.js";
import { shellQuoted } from "../../shell-quoted.js";
import type { LocalAction } from "./local-action.js";

/** Has Claude Code do each action in a session of its own, and notes which session is which. */
export function actionsScript(group: string, actions: readonly LocalAction[]): string {
	const lines = [
		"#!/bin/sh",
		`# Actions of Claude Code on a test machine of group ${group}: some are allowed, some have to be refused, and none harms`,
		"# where nothing refuses it. check.sh tells whether the events of each came.",
		"set -eu",
		'here="$(cd "$(dirname "$0")" && pwd)"',
		"set -a",
		"# shellcheck source=/dev/null",
		'. "$here/claude-code.env"',
		"set +a",
		"",
		`sessions="$here/../received/${group}.tsv"`,
		': >"$sessions"',
		'work="$(mktemp -d)"',
		`trap 'take_away || true; rm -rf "$work"' EXIT`,
		'echo "a note" >"$work/note.txt"',
		"",
		"new_session() {",
		"\tif [ -r /proc/sys/kernel/random/uuid ]; then cat /proc/sys/kernel/random/uuid; else uuidgen | tr A-F a-f; fi",
		"}",
		"",
		"# put FILE: a note where a rule refuses to read, unless something stands there.",
		': >"$work.put"',
		"put() {",
		'\tfolder="$(dirname "$1")"',
		'\tif [ ! -d "$folder" ]; then mkdir -p "$folder" && echo "$folder" >>"$work.made"; fi',
		'\tif (set -C && echo "a note" >"$1"); then echo "$1" >>"$work.put"; else echo "without $1 nothing is shown"; fi',
		"}",
		"",
		"take_away() {",
		'\twhile read -r file; do rm -f "$file"; done <"$work.put"',
		'\tif [ -f "$work.made" ]; then while read -r folder; do rmdir "$folder" || true; done <"$work.made"; fi',
		'\trm -f "$work.put" "$work.made"',
		"}",
		"",
		"# act ID PROMPT FLAG...",
		"act() {",
		'\tid="$1"',
		'\tprompt="$2"',
		"\tshift 2",
		'\tsession="$(new_session)"',
		'\techo "== $id"',
		'\tprintf \'%s\\t%s\\n\' "$id" "$session" >>"$sessions"',
		"\t# A refusal may end it with another status than 0: events tell.",
		'\tprintf \'%s\\n\' "$prompt" | (cd "$work" && claude --print --session-id "$session" "$@") || echo "ended with $?"',
		"}",
		"",
		...actions.flatMap(({ id, title, session }) =>
			session
				? [
						`# ${printable(title)}.`,
						...(session.file === undefined ? [] : [`put ${shellPlace(session.file)}`]),
						["act", id, session.prompt, ...session.flags].map(shellWord).join(" "),
					]
				: [],
		),
	];
	return `${lines.join("\n")}\n`;
}

/** A file's name: of the home folder of whoever runs the script, absolute, or of the folder that Claude Code runs in. */
function shellPlace(file: string): string {
	if (file.startsWith("~/")) return `"$HOME"/${shellWord(file.slice(2))}`;
	return file.startsWith("/") ? shellWord(file) : `"$work"/${shellWord(file)}`;
}

/** Variables by name, in lines that a shell reads. */
export function shellVariables(variables: Readonly<Record<string, string>>): string {
	return Object.entries(variables)
		.map(([name, value]) => `${name}=${shellWord(value)}\n`)
		.join("");
}

/** A text that a shell takes for one word, and for nothing else. */
function shellWord(text: string): string {
	return /^[A-Za-z0-9_./-]+$/.test(text) ? text : shellQuoted(text);
}
