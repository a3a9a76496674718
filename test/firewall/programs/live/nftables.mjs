// The rules on the router, its dnsmasq beside them; each revision over the one before.
import path from "node:path";
import {
	addressesOf,
	finish,
	folder,
	job,
	makeNetworks,
	run,
	start,
	startServer,
	startUpstream,
	stop,
	until,
} from "./network.mjs";

try {
	makeNetworks();
	await startUpstream("127.0.0.2", 5300);
	await startServer([443, 4318, 8443]);
	const answers = [];
	for (const revision of job.revisions) {
		run("nft", "-f", path.join(folder, revision, "claude.nft"));
		const dnsmasq = start(
			"dnsmasq",
			"--no-daemon",
			`--conf-file=${path.join(folder, revision, "dnsmasq.conf")}`,
			"--no-resolv",
			"--no-hosts",
			"--server=127.0.0.2#5300",
			"--listen-address=10.1.0.1",
			"--bind-interfaces",
			"--user=root",
		);
		await until(() => addressesOf(job.names[0], "10.1.0.1", 53), "dnsmasq");
		const client = path.join(import.meta.dirname, "client.mjs");
		const probes = JSON.stringify(job.probes);
		answers.push(JSON.parse(run("ip", "netns", "exec", "client", process.execPath, client, folder, probes)));
		await stop(dnsmasq);
	}
	finish(answers);
} catch (fault) {
	finish(fault);
}
