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

const bytes = (input: unknown) =>
	compile(input, everySecret).bundle.files.map(({ path, content }) => [path, Buffer.from(content).toString("latin1")]);

test("the order in which groups, keys and members were written does not show in any file", () => {
	expect(bytes(reversed(rich))).toEqual(bytes(rich));
});

test("the order of a list does", () => {
	const settings = { ...rich.settings, managedMcpServers: [...rich.settings.managedMcpServers].reverse() };
	expect(bytes({ ...rich, settings })).not.toEqual(bytes(rich));
});

test("compiling twice gives the same bytes", () => {
	expect(bytes(rich)).toEqual(bytes(rich));
});

test("progress is told after each group", () => {
	const told: [number, number][] = [];
	compile(rich, { ...everySecret, onProgress: (done, total) => told.push([done, total]) });
	expect(told).toEqual([
		[1, 2],
		[2, 2],
	]);
});
