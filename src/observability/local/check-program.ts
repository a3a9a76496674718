/** Reads what the local collector wrote, and prints a line for whatever is missing or should not be there. */
export const checkProgram = String.raw`# What of expected.json the files of the collector do not show, a line each. check.sh runs it.
def value: if type == "object" then (to_entries[0].value | tostring) else "" end;
def named: map({key, value: (.value | value)}) | from_entries;
def records:
  .resourceLogs[]? | ((.resource.attributes // []) | named) as $resource
  | .scopeLogs[]?.logRecords[]? | $resource + ((.attributes // []) | named);
def points:
  .resourceMetrics[]? | ((.resource.attributes // []) | named) as $resource
  | .scopeMetrics[]?.metrics[]? | $resource + {"metric.name": .name};
def is($wanted): . as $record | $wanted | to_entries | all(.value == $record[.key]);
def shown: to_entries | map("\(.key) \(.value)") | join(", ");

$expected[0] as $expected
| ($sessions | split("\n") | map(split("\t") | select(length == 2) | {key: .[0], value: .[1]}) | from_entries) as $of
| {"cowork.deployment": $expected.deployment, "cowork.group": $expected.group} as $own
| [$events[] | records | select(is($own))] as $mine
| (
    ($expected.actions[]
      | . as $action
      | (if .byHand then [$mine[] | select(."service.name" == "cowork")]
         else [$mine[] | select($of[$action.id] != null and ."session.id" == $of[$action.id])] end) as $here
      | if (.byHand | not) and $of[.id] == null then "\(.id): was not run"
        else
          (.expects[] | . as $wanted | select(any($here[]; is($wanted)) | not) | "\($action.id): no event with \(shown)"),
          (.never[] | . as $wanted | select(any($here[]; is($wanted))) | "\($action.id): an event with \(shown)"),
          ($expected.fields[] | . as $field
            | select(any($here[]; .[$field] == null)) | "\($action.id): an event without \($field)")
        end),
    ($expected.metrics[] | . as $name
      | select(any($metrics[] | points; is($own + {"metric.name": $name})) | not) | "no metric \($name)"),
    ($sent[] | .. | select(type == "object" and has("key") and has("value"))
      | select([.value | .. | strings | select(contains($expected.canary))] | length > 0)
      | "the device sends content, in \(.key)"),
    ($sent[] | .resourceLogs[]?.scopeLogs[]?.logRecords[]?
      | select((.body.stringValue? // "") | contains($expected.canary)) | "the device sends content, in a body")
  )
`;

/** For every shell that keeps to POSIX; ends with 1 where a line is printed. */
export const checkScript = [
	"#!/bin/sh",
	"# check.sh GROUP: prints what of GROUP/expected.json the files of the collector do not show; ends with 1 where there is any.",
	"set -eu",
	'here="$(cd "$(dirname "$0")" && pwd)"',
	'received="$here/received"',
	'[ $# = 1 ] || { echo "usage: sh check.sh GROUP" >&2; exit 2; }',
	'group="$1"',
	'[ -f "$received/sent.jsonl" ] || { echo "nothing was received in $received"; exit 1; }',
	'sessions="$received/$group.tsv"',
	'[ -f "$sessions" ] || sessions=/dev/null',
	'findings="$(jq --null-input --raw-output --from-file "$here/check.jq" \\',
	'\t--slurpfile expected "$here/$group/expected.json" --rawfile sessions "$sessions" \\',
	'\t--slurpfile events "$received/events.jsonl" --slurpfile metrics "$received/metrics.jsonl" \\',
	'\t--slurpfile sent "$received/sent.jsonl" | sort -u)"',
	'if [ -z "$findings" ]; then',
	'\techo "$group: every expected event came, and none that should not"',
	"else",
	"\tprintf '%s\\n' \"$findings\"",
	"\texit 1",
	"fi",
	"",
].join("\n");
