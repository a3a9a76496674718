// Runs inside a network namespace of its own: answers on the planned ports, starts Squid, asks it, prints the statuses.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { basename, join } from "node:path";

const folder = process.argv[2];
const { addresses, ports, probes } = JSON.parse(readFileSync(join(folder, "live.json"), "utf8"));
const proxy = { host: "127.0.0.1", port: 3128 };

run("ip", "link", "set", "lo", "up");
for (const address of addresses) run("ip", "address", "add", address, "dev", "lo");

for (const port of ports) {
	const server = createServer((socket) => {
		socket.on("error", () => socket.destroy());
		socket.on("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
	});
	await once(server.listen(port, "::"), "listening");
}

// A service name of its own keeps its shared memory apart from that of any other Squid on this machine.
const service = basename(folder).replace(/[^A-Za-z0-9]/g, "");
const squid = spawn("squid", ["-N", "-n", service, "-f", join(folder, "squid.conf")], {
	stdio: ["ignore", "inherit", "inherit"],
});
const endedEarly = (status) => fail(`squid ended with ${status}`);
squid.on("exit", endedEarly);
await answering(Date.now() + 30_000);
const statuses = [];
for (const probe of probes) statuses.push(await ask(probe));
squid.off("exit", endedEarly).kill();
await once(squid, "exit");
process.stdout.write(JSON.stringify(statuses), () => process.exit(0));

function run(program, ...args) {
	const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
	if (status !== 0) fail(`${program} ${args.join(" ")}: ${stderr}`);
}

function fail(message) {
	process.stderr.write(`${message}\n`, () => process.exit(1));
}

async function answering(deadline) {
	for (;;) {
		const socket = connect(proxy);
		const isOpen = await new Promise((resolve) => {
			socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
		});
		socket.destroy();
		if (isOpen) return;
		if (Date.now() > deadline) fail("squid does not listen");
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/** The status line's number; 0 where the connection ends without one. */
function ask({ method, target, from = "127.0.0.1", user }) {
	return new Promise((resolve) => {
		const socket = connect({ ...proxy, localAddress: from });
		let text = "";
		const finish = () => {
			socket.destroy();
			resolve(Number(/^HTTP\/1\.\d (\d+)/.exec(text)?.[1] ?? 0));
		};
		socket.setTimeout(5_000, finish).on("error", finish).on("close", finish);
		socket.on("data", (data) => {
			text += data;
			if (text.includes("\r\n")) finish();
		});
		const url = method === "CONNECT" ? target : `http://${target}/`;
		const credentials = Buffer.from(`${user}:any`).toString("base64");
		const identity = user === undefined ? "" : `Proxy-Authorization: Basic ${credentials}\r\n`;
		socket.write(`${method} ${url} HTTP/1.1\r\nHost: ${target}\r\n${identity}Content-Length: 0\r\n\r\n`);
	});
}
