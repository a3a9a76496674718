// Answers on the ports that it is given, whatever it is sent: by TCP, and on each by UDP.
import { createSocket } from "node:dgram";
import { createServer } from "node:net";

for (const port of process.argv.slice(2).map(Number)) {
	createServer((socket) => {
		socket.on("error", () => socket.destroy());
		socket.on("data", () => socket.end("answer"));
	}).listen(port, "0.0.0.0");
	const udp = createSocket("udp4");
	udp.on("message", (_, { address, port: to }) => udp.send("answer", to, address));
	udp.bind(port, "0.0.0.0");
}
