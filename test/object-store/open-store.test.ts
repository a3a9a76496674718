import { createServer, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { mostAtOnce } from "../../src/object-store/at-once.js";
import { openStore } from "../../src/object-store/open-store.js";
import { closed, listening } from "../support/listening.js";

test("of what is opened no more is fetched together than a store is asked for, whoever reads it", async () => {
	const held: ServerResponse[] = [];
	const absent = (response: ServerResponse) =>
		response.writeHead(404).end("<Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>");
	let isHolding = true;
	let isFull = () => {};
	const full = new Promise<void>((done) => {
		isFull = done;
	});
	const server = createServer(({ method }, response) => {
		if (method === "HEAD") response.writeHead(200).end();
		else if (!isHolding) absent(response);
		else if (held.push(response) === mostAtOnce) isFull();
	});
	try {
		const environment = {
			AWS_ENDPOINT_URL_S3: await listening(server),
			AWS_ACCESS_KEY_ID: "test",
			AWS_SECRET_ACCESS_KEY: "test",
		};
		const block = { bucket: "example-cowork", region: "eu-central-1" };
		const opened = await openStore("s3", block, { deployment: "eu", base: ".", environment });
		if (!opened) throw new Error("there is a reader of s3");
		const keys = Array.from({ length: 2 * mostAtOnce }, (_, index) => `eu/${index}`);
		const found = Promise.all(keys.map((key) => opened.general.get(key, 1)));
		await full;
		// Asked for after all of them, and answered while they wait.
		await opened.general.place();
		expect(held).toHaveLength(mostAtOnce);
		isHolding = false;
		for (const response of held) absent(response);
		expect(await found).toEqual(keys.map(() => undefined));
	} finally {
		await closed(server);
	}
});
