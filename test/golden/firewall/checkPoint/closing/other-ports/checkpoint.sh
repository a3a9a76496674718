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
gone access-rule claude_eu_1 'Office Network'
gone access-rule claude_eu_2 'Office Network'
gone access-rule claude_eu_3 'Office Network'
gone access-rule claude_eu_4 'Office Network'
gone access-rule claude_eu_5 'Office Network'
gone access-rule claude_eu_6 'Office Network'
gone access-rule claude_eu_7 'Office Network'
gone access-rule claude_eu_8 'Office Network'
gone access-rule claude_eu_denied 'Office Network'
gone access-rule claude_eu_rest 'Office Network'

# Objects.
ensure claude_eu_10.20.0.0_16 network subnet 10.20.0.0 mask-length 16
domain .example.net true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .git.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .llm.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .otel.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
ensure claude_tcp_22 service-tcp port 22 match-for-any false
ensure claude_tcp_443 service-tcp port 443 match-for-any false
ensure claude_tcp_4318 service-tcp port 4318 match-for-any false
ensure claude_tcp_8443 service-tcp port 8443 match-for-any false

# Rules.
call add access-rule layer 'Office Network' position.above Stealth name claude_eu_1 source.1 claude_eu_10.20.0.0_16 destination.1 .git.example.com service.1 claude_tcp_22 action Accept track.type Log comments 'Claude egress of deployment eu'
call add access-rule layer 'Office Network' position.above Stealth name claude_eu_2 source.1 claude_eu_10.20.0.0_16 destination.1 .example.net destination.2 .llm.example.com service.1 claude_tcp_443 action Accept track.type Log comments 'Claude egress of deployment eu'
call add access-rule layer 'Office Network' position.above Stealth name claude_eu_3 source.1 claude_eu_10.20.0.0_16 destination.1 .otel.example.com service.1 claude_tcp_4318 action Accept track.type Log comments 'Claude egress of deployment eu'
call add access-rule layer 'Office Network' position.above Stealth name claude_eu_4 source.1 claude_eu_10.20.0.0_16 destination.1 .example.net destination.2 .llm.example.com service.1 claude_tcp_8443 action Accept track.type Log comments 'Claude egress of deployment eu'
call add access-rule layer 'Office Network' position.above Stealth name claude_eu_rest source.1 claude_eu_10.20.0.0_16 destination.1 Any service.1 Any action Drop track.type Log comments 'Claude egress of deployment eu'
