// Runs in the client's network: asks the router's resolver for each name, connects to what it answers, prints what works.
import { addressesOf, askByUdp, connectTo } from "./network.mjs";

const probes = JSON.parse(process.argv[3]);
const answers = [];
for (const { host, port, by } of probes) {
	const [address] = /^[\d.]+$/.test(host) ? [host] : await addressesOf(host, "10.1.0.1", 53);
	const reach = async () =>
		by === "quic" ? askByUdp(address, port) : connectTo(address, port, "x").catch(() => false);
	answers.push(address !== undefined && (await reach()) ? "open" : "closed");
}
process.stdout.write(JSON.stringify(answers));
