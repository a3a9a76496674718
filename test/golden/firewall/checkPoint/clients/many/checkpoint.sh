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

# Objects.
ensure claude_eu_10.20.0.0_16 network subnet 10.20.0.0 mask-length 16
ensure claude_eu_192.0.2.7_32 host ip-address 192.0.2.7
ensure claude_eu_2001_db8_20___48 network subnet 2001:db8:20:: mask-length 48
domain .service-0.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-1.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-10.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-11.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-12.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-13.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-14.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-15.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-16.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-17.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-18.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-19.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-2.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-20.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-21.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-22.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-23.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-24.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-25.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-26.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-27.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-28.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-29.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-3.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-30.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-31.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-32.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-33.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-34.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-35.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-36.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-37.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-38.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-39.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-4.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-5.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-6.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-7.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-8.example.com true 'claude_eu: crash reports (disableEssentialTelemetry)'
domain .service-9.example.com false 'claude_eu: crash reports (disableEssentialTelemetry)'
ensure claude_tcp_443 service-tcp port 443 match-for-any false

# Rules.
call add access-rule layer Network position.above 'Cleanup rule' name claude_eu_1 source.1 claude_eu_10.20.0.0_16 source.2 claude_eu_192.0.2.7_32 source.3 claude_eu_2001_db8_20___48 destination.1 .service-0.example.com destination.2 .service-12.example.com destination.3 .service-16.example.com destination.4 .service-20.example.com destination.5 .service-24.example.com destination.6 .service-28.example.com destination.7 .service-32.example.com destination.8 .service-36.example.com destination.9 .service-4.example.com destination.10 .service-8.example.com destination.11 .service-1.example.com destination.12 .service-10.example.com destination.13 .service-11.example.com destination.14 .service-13.example.com destination.15 .service-14.example.com destination.16 .service-15.example.com destination.17 .service-17.example.com destination.18 .service-18.example.com destination.19 .service-19.example.com destination.20 .service-2.example.com destination.21 .service-21.example.com destination.22 .service-22.example.com destination.23 .service-23.example.com destination.24 .service-25.example.com destination.25 .service-26.example.com destination.26 .service-27.example.com destination.27 .service-29.example.com destination.28 .service-3.example.com destination.29 .service-30.example.com destination.30 .service-31.example.com destination.31 .service-33.example.com destination.32 .service-34.example.com destination.33 .service-35.example.com destination.34 .service-37.example.com destination.35 .service-38.example.com destination.36 .service-39.example.com destination.37 .service-5.example.com destination.38 .service-6.example.com destination.39 .service-7.example.com destination.40 .service-9.example.com service.1 claude_tcp_443 action Accept track.type Log comments 'Claude egress of deployment eu'
