import { filesOnly } from "./files-only.js";

export const {
	checkPoint,
	cilium,
	csv,
	fortiGate,
	haproxy,
	hosts,
	json,
	littleSnitch,
	markdown,
	nftables,
	pac,
	panOs,
	pihole,
	rpz,
	squid,
	suricata,
	umbrella,
	zscaler,
} = filesOnly;
