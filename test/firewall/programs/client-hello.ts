import { Duplex } from "node:stream";
import { connect } from "node:tls";

/** The first bytes of a TLS connection to a host, or of one that shows no name, without any network. */
export function clientHello(host: string | undefined): Promise<Buffer> {
	return new Promise((resolve) => {
		const socket = new Duplex({
			read() {},
			write(chunk, _, done) {
				resolve(chunk);
				done();
			},
		});
		connect({ socket, ...(host !== undefined && { servername: host }), rejectUnauthorized: false }).on(
			"error",
			() => {},
		);
	});
}
