#!/bin/sh
# Claude egress of deployment eu.
# First mgmt_cli login user ADMINISTRATOR > id.txt, then this script, with SID=FILE for another session file.
# It publishes nothing, and ends at the first call that is refused: mgmt_cli discard -s id.txt undoes all of it.
# mgmt_cli publish -s id.txt, and an installation of the policy, make it hold.
[ -n "$SID" ] || SID=id.txt
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
	add* | set*"\"comments\":\"claude_eu:"*) call "$verb" dns-domain name "$1" is-sub-domain "$2" comments "$3" ;;
	*) echo "$1 is there for others, and not with is-sub-domain $2" >&2; exit 1 ;;
	esac
}

# Rules of earlier revisions.
gone access-rule claude_eu_1 Network
gone access-rule claude_eu_2 Network
gone access-rule claude_eu_3 Network
gone access-rule claude_eu_4 Network
gone access-rule claude_eu_5 Network
gone access-rule claude_eu_6 Network
gone access-rule claude_eu_7 Network
gone access-rule claude_eu_8 Network
gone access-rule claude_eu_denied Network
gone access-rule claude_eu_rest Network
gone https-rule claude_eu_bypass 'Outbound Layer'

# Objects.
domain .api.anthropic.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
ensure claude_tcp_443 service-tcp port 443 match-for-any false

# Rules.
call add access-rule layer Network position.above 'Cleanup rule' name claude_eu_1 source.1 Any destination.1 .api.anthropic.com service.1 claude_tcp_443 action Accept track.type Log comments 'Claude egress of deployment eu'
call add https-rule layer 'Outbound Layer' position top name claude_eu_bypass source.1 Any destination.1 .api.anthropic.com service.1 Any action Bypass track Log comments 'Claude egress of deployment eu'
