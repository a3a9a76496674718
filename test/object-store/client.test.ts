import { expect, test } from "vitest";
import { storeClient } from "../../src/object-store/client.js";

test("a client that is not installed is named with what installs it", async () => {
	const load = () => import(["@example", "no-such-client"].join("/"));
	const missing = storeClient("@example/no-such-client", load);
	await expect(missing).rejects.toMatchObject({
		name: "StoreFault",
		code: "client-missing",
		message: "reading this store needs the package @example/no-such-client; run npm install @example/no-such-client",
	});
});

test("a client that is broken is no missing one", async () => {
	const broken = new TypeError("broken");
	await expect(storeClient("@example/broken", () => Promise.reject(broken))).rejects.toBe(broken);
});
