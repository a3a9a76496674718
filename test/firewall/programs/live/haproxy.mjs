// HAProxy on the router, before a server behind it; hellos come as recorded bytes.
import { cpSync } from "node:fs";
import path from "node:path";
import { answersOfRouter, connectTo, finishWith, folder, job, start, stop, until } from "./network.mjs";

await finishWith(() =>
	answersOfRouter(["127.0.0.1", 5353], async (revision) => {
		// Where the configuration says that its lists are.
		cpSync(revision, "/run/claude", { recursive: true });
		const files = [path.join(folder, "base.cfg"), path.join(revision, "haproxy.cfg")];
		const haproxy = start("haproxy", "-db", ...files.flatMap((file) => ["-f", file]));
		await until(() => listening(443), "haproxy");
		const answers = [];
		for (const probe of job.probes) answers.push(await answerTo(probe));
		await stop(haproxy);
		return answers;
	}),
);

async function answerTo({ port, hello, by }) {
	if (by === "quic") return "-";
	const isOpen = await connectTo("127.0.0.1", port, Buffer.from(hello, "base64"), job.from).catch(() => false);
	return isOpen ? "open" : "closed";
}

/** Whether the proxy takes connections: it resets those that it does not let pass. */
async function listening(port) {
	try {
		await connectTo("127.0.0.1", port, "GET / HTTP/1.0\r\n\r\n");
	} catch (fault) {
		if (/ECONNREFUSED/.test(fault.message)) throw fault;
	}
}
