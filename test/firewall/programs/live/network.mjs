// Runs inside network, mount and process namespaces of its own: a client, a router and a server that answers for every
// address of 10.9.0.0/16, and a resolver that knows each name of the probes by an address of its own.
import { spawn, spawnSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";

export const folder = process.argv[2];
export const job = JSON.parse(readFileSync(path.join(folder, "job.json"), "utf8"));
export const addressOf = Object.fromEntries(
	job.names.map((name, index) => [name, `10.9.${Math.floor(index / 200)}.${1 + (index % 200)}`]),
);
const children = [];

export function run(program, ...args) {
	const { status, stderr, stdout } = spawnSync(program, args, { encoding: "utf8" });
	if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
	return stdout;
}

/** A program that lives as long as this one. */
export function start(program, ...args) {
	const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
	let complaints = "";
	child.stderr.on("data", (data) => {
		complaints += data;
	});
	child.on("exit", (status) => {
		if (!child.stopped) finish(new Error(`${program} ended with ${status}: ${complaints.slice(-2000)}`));
	});
	children.push(child);
	return child;
}

export async function stop(child) {
	child.stopped = true;
	child.kill();
	if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** The result, or what went wrong; ends this process and with it all others of its namespace. */
function finish(result) {
	for (const child of children) child.stopped = true;
	const failed = result instanceof Error;
	const stream = failed ? process.stderr : process.stdout;
	stream.write(failed ? `${result.stack}\n` : JSON.stringify(result), () => process.exit(failed ? 1 : 0));
}

/** Does the work of a script and prints what it comes to, or what went wrong. */
export async function finishWith(work) {
	try {
		finish(await work());
	} catch (fault) {
		finish(fault);
	}
}

/** A router before the server, given the place of its upstream resolver: what it answers with each revision in place. */
export async function answersOfRouter([address, port], answersOf) {
	makeNetworks();
	await startUpstream(address, port);
	await startServer([443, 4318, 8443]);
	const answers = [];
	for (const revision of job.revisions) answers.push(await answersOf(path.join(folder, revision)));
	return answers;
}

/** Asks until the answer is no fault. */
export async function until(ask, what) {
	const deadline = Date.now() + 20_000;
	for (;;) {
		try {
			return await ask();
		} catch (fault) {
			if (Date.now() > deadline) throw new Error(`${what}: ${fault}`);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}
}

/** A resolver that knows every name, some by way of another name, on an address and port. */
export async function startUpstream(address, port) {
	const isAlias = (name) => Object.hasOwn(job.aliases ?? {}, name);
	const records = job.names.filter((name) => !isAlias(name)).map((name) => `host-record=${name},${addressOf[name]}`);
	const file = path.join(folder, "upstream.conf");
	const settings = [
		"no-resolv",
		"no-hosts",
		`port=${port}`,
		`listen-address=${address}`,
		"bind-interfaces",
		"user=root",
		"address=/#/10.9.200.200",
	];
	const aliases = Object.entries(job.aliases ?? {}).map(([name, target]) => `cname=${name},${target}`);
	writeFileSync(file, [...settings, ...records, ...aliases, ""].join("\n"));
	start("dnsmasq", "--no-daemon", `--conf-file=${file}`);
	await until(() => addressesOf(job.names[0], address, port), "the upstream resolver");
}

/** Addresses of a name; none where it does not exist. A resolver that does not answer is a fault. */
export async function addressesOf(name, server, port) {
	const resolver = new Resolver({ timeout: 2000, tries: 2 });
	resolver.setServers([`${server}:${port}`]);
	try {
		return await resolver.resolve4(name);
	} catch (fault) {
		if (["ENOTFOUND", "ENODATA"].includes(fault.code)) return [];
		throw fault;
	}
}

/** `client` and `server` behind this namespace, which is the router between 10.1.0.0/24 and 10.2.0.0/24. */
function makeNetworks() {
	run("mount", "-t", "tmpfs", "none", "/run");
	run("ip", "link", "set", "lo", "up");
	for (const [name, net] of [
		["client", "10.1.0"],
		["server", "10.2.0"],
	]) {
		run("ip", "netns", "add", name);
		run("ip", "link", "add", `to-${name}`, "type", "veth", "peer", "name", "eth0", "netns", name);
		run("ip", "address", "add", `${net}.1/24`, "dev", `to-${name}`);
		run("ip", "link", "set", `to-${name}`, "up");
		run("ip", "-n", name, "address", "add", `${net}.2/24`, "dev", "eth0");
		run("ip", "-n", name, "link", "set", "eth0", "up");
		run("ip", "-n", name, "link", "set", "lo", "up");
		run("ip", "-n", name, "route", "add", "default", "via", `${net}.1`);
	}
	run("ip", "-n", "server", "route", "add", "local", "10.9.0.0/16", "dev", "lo");
	run("ip", "route", "add", "10.9.0.0/16", "via", "10.2.0.2");
	writeFileSync("/proc/sys/net/ipv4/ip_forward", "1");
}

/** Something that answers on ports of the server, by TCP and on 443 by UDP. */
async function startServer(ports) {
	start(
		"ip",
		"netns",
		"exec",
		"server",
		process.execPath,
		path.join(import.meta.dirname, "answering.mjs"),
		...ports.map(String),
	);
	for (const port of ports) await until(() => connectTo("10.9.200.200", port, "x"), `the server on ${port}`);
}

/** Whether a TCP connection is made and something answers what is written. A fault where it is not. */
export function connectTo(address, port, written, localAddress) {
	return new Promise((resolve, reject) => {
		const socket = connect({ host: address, port, ...(localAddress && { localAddress }) });
		const fail = (why) => {
			socket.destroy();
			reject(new Error(why));
		};
		socket.setTimeout(3000, () => fail("timeout"));
		socket.on("error", (fault) => fail(fault.message)).on("close", () => fail("closed"));
		socket.on("data", () => {
			socket.removeAllListeners("close");
			socket.destroy();
			resolve(true);
		});
		socket.write(written);
	});
}

/** Whether something answers by UDP. */
export function askByUdp(address, port) {
	return new Promise((resolve) => {
		const socket = createSocket("udp4");
		const end = (answer) => {
			clearTimeout(timer);
			socket.close();
			resolve(answer);
		};
		const timer = setTimeout(() => end(false), 700);
		socket.on("message", () => end(true)).on("error", () => end(false));
		socket.send("x", port, address);
	});
}
