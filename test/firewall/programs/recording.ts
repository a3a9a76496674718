/** Both ends of a flow. */
export interface Ends {
	readonly from: string;
	readonly fromPort: number;
	readonly to: string;
	readonly toPort: number;
}

/** A TCP connection in which the client says something, in as many packets, and the server only takes it, as packets of IPv4. */
export function conversation(ends: Ends, said: readonly Buffer[]): Buffer[] {
	const back = { from: ends.to, fromPort: ends.toPort, to: ends.from, toPort: ends.fromPort };
	const packets = [tcp(ends, 100, 0, 0x02), tcp(back, 200, 101, 0x12), tcp(ends, 101, 201, 0x10)];
	let next = 101;
	for (const part of said) {
		packets.push(tcp(ends, next, 201, 0x18, part));
		next += part.length;
		packets.push(tcp(back, 201, next, 0x10));
	}
	packets.push(tcp(ends, next, 201, 0x11), tcp(back, 201, next + 1, 0x11), tcp(ends, next + 1, 202, 0x10));
	return packets;
}

/** One datagram, as a packet of IPv4. */
export function datagram(ends: Ends, content: Buffer): Buffer {
	const header = Buffer.alloc(8);
	header.writeUInt16BE(ends.fromPort, 0);
	header.writeUInt16BE(ends.toPort, 2);
	header.writeUInt16BE(8 + content.length, 4);
	return ip(ends, 17, Buffer.concat([header, content]));
}

/** A file of packets, in the format of tcpdump: https://www.ietf.org/archive/id/draft-gharris-opsawg-pcap-01.html */
export function recording(packets: readonly Buffer[]): Buffer {
	const head = Buffer.alloc(24);
	head.writeUInt32LE(0xa1b2c3d4, 0);
	head.writeUInt16LE(2, 4);
	head.writeUInt16LE(4, 6);
	head.writeUInt32LE(65535, 16);
	// Packets of IP, without a link.
	head.writeUInt32LE(101, 20);
	const records = packets.flatMap((packet, index) => {
		const record = Buffer.alloc(16);
		record.writeUInt32LE(1_700_000_000 + Math.floor(index / 1000), 0);
		record.writeUInt32LE((index % 1000) * 1000, 4);
		record.writeUInt32LE(packet.length, 8);
		record.writeUInt32LE(packet.length, 12);
		return [record, packet];
	});
	return Buffer.concat([head, ...records]);
}

/** Checksums stay zero: readers of recordings are told not to look at them. */
function ip({ from, to }: Ends, protocol: number, content: Buffer): Buffer {
	const header = Buffer.alloc(20);
	header.writeUInt8(0x45, 0);
	header.writeUInt16BE(20 + content.length, 2);
	header.writeUInt8(64, 8);
	header.writeUInt8(protocol, 9);
	Buffer.from(from.split(".").map(Number)).copy(header, 12);
	Buffer.from(to.split(".").map(Number)).copy(header, 16);
	return Buffer.concat([header, content]);
}

function tcp(
	ends: Ends,
	sequence: number,
	acknowledged: number,
	flags: number,
	content: Buffer = Buffer.alloc(0),
): Buffer {
	const header = Buffer.alloc(20);
	header.writeUInt16BE(ends.fromPort, 0);
	header.writeUInt16BE(ends.toPort, 2);
	header.writeUInt32BE(sequence, 4);
	header.writeUInt32BE(acknowledged, 8);
	header.writeUInt8(5 << 4, 12);
	header.writeUInt8(flags, 13);
	header.writeUInt16BE(65535, 14);
	return ip(ends, 6, Buffer.concat([header, content]));
}
