import { expect, test } from "vitest";
import { compile, everySecret, reversed, twins } from "./compiled.js";

const server = {
	name: "tickets",
	transport: "http",
	url: "https://mcp.example.com/v1",
	headers: { "x-team": "eu", "x-app": "cowork" },
};

/** Something of everything whose order could show: groups, keys, members of values at each level, backends. */
const rich = {
	...twins,
	inference: { gateway: { ...twins.inference.gateway, headers: { "x-team": "eu", "x-app": "cowork" } } },
	settings: {
		otlpEndpoint: "https://otel.example.com:4318",
		otlpHeaders: { authorization: { fromEnv: "OTLP_TOKEN" }, "x-team": "eu" },
		managedMcpServers: [server, { ...server, name: "files", url: "https://files.example.com/v1" }],
	},
	extraSettings: { keyOfTomorrow: { b: { d: 1, c: 2 }, a: [{ f: 1, e: 2 }] } },
	groups: {
		...twins.groups,
		general: { preset: "restricted", settings: { coworkEgressAllowedHosts: ["*.example.org", "example.net"] } },
	},
	firewall: { squid: {}, json: {}, hosts: {} },
};

async function bytes(input: unknown) {
	const { bundle } = await compile(input, everySecret);
	return bundle.files.map(({ path, content }) => [path, Buffer.from(content).toString("latin1")]);
}

test("the order in which groups, keys and members were written does not show in any file", async () => {
	expect(await bytes(reversed(rich))).toEqual(await bytes(rich));
});

test("the order of a list does", async () => {
	const settings = { ...rich.settings, managedMcpServers: [...rich.settings.managedMcpServers].reverse() };
	expect(await bytes({ ...rich, settings })).not.toEqual(await bytes(rich));
});

test("compiling twice gives the same bytes", async () => {
	expect(await bytes(rich)).toEqual(await bytes(rich));
});

test("progress is told after each group", async () => {
	const told: [number, number][] = [];
	await compile(rich, { ...everySecret, onProgress: (done, total) => told.push([done, total]) });
	expect(told).toEqual([
		[1, 2],
		[2, 2],
	]);
});
