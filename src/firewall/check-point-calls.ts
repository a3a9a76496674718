/** So that no call gets too long; the rest of a rule is added by further ones. */
const valuesOfCall = 100;

/** The shell's own words for what the calls share; `mark` begins the comments of objects that are ours. */
export function shellFunctions(mark: string): string[] {
	return String.raw`[ -n "$SID" ] || SID=id.txt
call() {
	mgmt_cli "$@" -s "$SID" > /dev/null || { echo "refused: $*" >&2; exit 1; }
}
there() {
	said=$(mgmt_cli show "$@" --format json -s "$SID" 2>&1) && return 0
	case $said in *object_not_found*) return 1 ;; esac
	echo "refused: show $*" >&2
	exit 1
}
gone() {
	if there "$1" name "$2" layer "$3"; then call delete "$1" name "$2" layer "$3"; fi
}
ensure() {
	name=$1 kind=$2
	shift 2
	if there "$kind" name "$name"; then verb='set'; else verb='add'; fi
	call "$verb" "$kind" name "$name" "$@" ignore-warnings true
}
domain() {
	if there dns-domain name "$1"; then verb='set'; else verb='add'; fi
	case $verb$(printf '%s' "$said" | tr -d ' \n') in
	set*"\"is-sub-domain\":$2"*) return ;;
	add* | set*"\"comments\":\"${mark}:"*) call "$verb" dns-domain name "$1" is-sub-domain "$2" comments "$3" ;;
	*) echo "$1 is there for others, and not with is-sub-domain $2" >&2; exit 1 ;;
	esac
}`.split("\n");
}

/** What a rule names in its columns; empty for anything. */
export interface Cells {
	readonly source: readonly string[];
	readonly destination: readonly string[];
	readonly service: readonly string[];
}

export interface RuleCall {
	readonly kind: "access-rule" | "https-rule";
	readonly layer: string;
	readonly place: readonly string[];
	readonly name: string;
	readonly cells: Cells;
	/** What else the rule says. */
	readonly more: readonly string[];
}

/** Calls that add a rule; a column that a call leaves out may come to match nothing. */
export function ruleCalls({ kind, layer, place, name, cells, more }: RuleCall): string[] {
	const columns = Object.entries<readonly string[]>({ ...cells });
	const first = columns.flatMap(([column, values]) =>
		(values.length > 0 ? values.slice(0, valuesOfCall) : ["Any"]).flatMap((value, index) => [
			`${column}.${index + 1}`,
			value,
		]),
	);
	const rest = columns.flatMap(([column, values]) =>
		Array.from({ length: Math.ceil(values.length / valuesOfCall) - 1 }, (_, index) =>
			values
				.slice((index + 1) * valuesOfCall, (index + 2) * valuesOfCall)
				.flatMap((value, at) => [`${column}.add.${at + 1}`, value]),
		),
	);
	return [
		line("call", "add", kind, "layer", layer, ...place, "name", name, ...first, ...more),
		...rest.map((words) => line("call", "set", kind, "name", name, "layer", layer, ...words)),
	];
}

/** A command of a shell. */
export function line(...words: readonly string[]): string {
	return words.map(shellWord).join(" ");
}

/** A text as one word of a shell, plain enough for the command that gets it: no switch, and one line. */
function shellWord(text: string): string {
	const plain = text.replace(/[^A-Za-z0-9.,:;/_=+@*() -]+/g, " ").trim();
	const word = plain.startsWith("-") ? `_${plain}` : plain;
	return /^[A-Za-z0-9.:/_=+@-]+$/.test(word) ? word : `'${word}'`;
}
