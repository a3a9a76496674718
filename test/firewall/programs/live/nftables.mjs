// The rules on the router, its dnsmasq beside them; each revision over the one before.
import path from "node:path";
import { addressesOf, answersOfRouter, finishWith, folder, job, run, start, stop, until } from "./network.mjs";

await finishWith(() =>
	answersOfRouter(["127.0.0.2", 5300], async (revision) => {
		run("nft", "-f", path.join(revision, "claude.nft"));
		const dnsmasq = start(
			"dnsmasq",
			"--no-daemon",
			`--conf-file=${path.join(revision, "dnsmasq.conf")}`,
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
		const answers = JSON.parse(run("ip", "netns", "exec", "client", process.execPath, client, folder, probes));
		await stop(dnsmasq);
		return answers;
	}),
);
