// BIND or Unbound with a policy zone, or dnsmasq with a hosts file, before an upstream that knows every name; each revision
// after a reload.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addressesOf, finishWith, folder, job, run, start, startUpstream, until } from "./network.mjs";

const zone = path.join(folder, job.file);

const servers = {
	bind() {
		const file = path.join(folder, "named.conf");
		writeFileSync(
			file,
			`options { directory "${folder}"; pid-file "${folder}/named.pid"; session-keyfile "${folder}/session.key"; listen-on port 5301 { 127.0.0.1; }; listen-on-v6 { none; };
recursion yes; allow-query { any; }; dnssec-validation no; forward only; forwarders port 5300 { 127.0.0.2; };
response-policy { zone "rpz.cowork.example" policy given; } break-dnssec yes qname-wait-recurse no; };
zone "rpz.cowork.example" { type primary; file "${zone}"; allow-query { none; }; };
controls {};
`,
		);
		return start("named", "-g", "-n", "1", "-c", file);
	},
	dnsmasq() {
		const settings = [
			"--no-resolv",
			"--no-hosts",
			"--port=5301",
			"--listen-address=127.0.0.1",
			"--bind-interfaces",
			"--user=root",
		];
		return start(
			"dnsmasq",
			"--no-daemon",
			"--conf-file=/dev/null",
			...settings,
			"--server=127.0.0.2#5300",
			`--addn-hosts=${zone}`,
		);
	},
	unbound() {
		const file = path.join(folder, "unbound.conf");
		writeFileSync(
			file,
			`server:
  chroot: ""
  username: ""
  directory: "${folder}"
  pidfile: "${folder}/unbound.pid"
  use-syslog: no
  interface: 127.0.0.1@5301
  do-not-query-localhost: no
  access-control: 127.0.0.0/8 allow
  module-config: "respip iterator"
forward-zone:
  name: "."
  forward-addr: 127.0.0.2@5300
rpz:
  name: rpz.cowork.example
  zonefile: ${zone}
`,
		);
		return start("unbound", "-d", "-c", file);
	},
};

/** Whether a name leads anywhere. */
async function answers(host) {
	const found = await addressesOf(host, "127.0.0.1", 5301);
	return found.some((address) => address !== "0.0.0.0");
}

await finishWith(async () => {
	run("ip", "link", "set", "lo", "up");
	mkdirSync(folder, { recursive: true });
	await startUpstream("127.0.0.2", 5300);
	const ofRevisions = [];
	let server;
	for (const revision of job.revisions) {
		copyFileSync(path.join(folder, revision, job.file), zone);
		if (server) server.kill("SIGHUP");
		else server = servers[job.server]();
		// A name that the revisions answer differently tells which one is in force.
		const { host, is } = job.marks[revision];
		await until(async () => {
			const isOpen = await answers(host);
			if (isOpen !== is) throw new Error(`${host} is ${isOpen ? "open" : "closed"}`);
		}, `${job.server} with ${revision}`);
		const ofRevision = [];
		for (const { host } of job.probes) {
			ofRevision.push((await answers(host)) ? "open" : "closed");
		}
		ofRevisions.push(ofRevision);
	}
	return ofRevisions;
});
