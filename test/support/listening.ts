import { once } from "node:events";
import { createServer, type Server } from "node:http";

/** Lets a server of a test listen where nobody else does, and gives its address without a path. */
export async function listening(server: Server): Promise<string> {
	await once(server.listen(0, "127.0.0.1"), "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("a server of TCP has a port");
	return `http://127.0.0.1:${address.port}`;
}

export async function closed(server: Server): Promise<void> {
	const end = once(server.close(), "close");
	server.closeAllConnections();
	await end;
}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
	const server = createServer();
	const { port } = new URL(await listening(server));
	await closed(server);
	return Number(port);
}
