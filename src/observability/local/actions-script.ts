import { printable } from "../../printable.js";
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
		"trap 'rm -rf \"$work\"' EXIT",
		'echo "a note" >"$work/note.txt"',
		"",
		"new_session() {",
		"\tif [ -r /proc/sys/kernel/random/uuid ]; then cat /proc/sys/kernel/random/uuid; else uuidgen | tr A-F a-f; fi",
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
			session ? [`# ${printable(title)}.`, ["act", id, session.prompt, ...session.flags].map(shellWord).join(" ")] : [],
		),
	];
	return `${lines.join("\n")}\n`;
}

/** A text that a shell takes for one word, and for nothing else. */
export function shellWord(text: string): string {
	return /^[A-Za-z0-9_./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
