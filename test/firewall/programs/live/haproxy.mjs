// HAProxy on the router, before a server behind it; hellos come as recorded bytes.
import { cpSync } from "node:fs";
import path from "node:path";
import {
	connectTo,
	finish,
	folder,
	job,
	makeNetworks,
	start,
	startServer,
	startUpstream,
	stop,
	until,
} from "./network.mjs";

try {
	makeNetworks();
	await startUpstream("127.0.0.1", 5353);
	await startServer([443, 4318, 8443]);
	const answers = [];
	for (const revision of job.revisions) {
		// Where the configuration says that its lists are.
		cpSync(path.join(folder, revision), "/run/claude", { recursive: true });
		const haproxy = start(
			"haproxy",
			"-db",
			"-f",
			path.join(folder, "base.cfg"),
			"-f",
			path.join(folder, revision, "haproxy.cfg"),
		);
		await until(() => listening(443), "haproxy");
		const ofRevision = [];
		for (const { port, hello, by } of job.probes) {
			const sent = Buffer.from(hello, "base64");
			ofRevision.push(
				by === "quic"
					? "-"
					: (await connectTo("127.0.0.1", port, sent, job.from).catch(() => false))
						? "open"
						: "closed",
			);
		}
		answers.push(ofRevision);
		await stop(haproxy);
	}
	finish(answers);
} catch (fault) {
	finish(fault);
}

/** Whether the proxy takes connections: it resets those that it does not let pass. */
async function listening(port) {
	try {
		await connectTo("127.0.0.1", port, "GET / HTTP/1.0\r\n\r\n");
	} catch (fault) {
		if (/ECONNREFUSED/.test(fault.message)) throw fault;
	}
}
