import { describe, expect, it } from "vitest";
import { describeEffect, type Effect } from "../../src/firewall/backend.js";

describe("describeEffect", () => {
	const widened: Effect = {
		host: "sentry.io",
		match: "subdomains",
		port: 443,
		kind: "widened",
		because: "also matches sentry.io",
	};
	const narrowed: Effect = {
		host: "otel.example.com",
		match: "exact",
		port: 4318,
		kind: "narrowed",
		because: "is listed without its port",
	};

	it.each<[string, Effect, string]>([
		["squid", widened, "squid: *.sentry.io also matches sentry.io (widened)"],
		["squid", { ...widened, port: 8443 }, "squid: *.sentry.io:8443 also matches sentry.io (widened)"],
		["hosts", narrowed, "hosts: otel.example.com:4318 is listed without its port (narrowed)"],
	])("%s", (backend, effect, text) => {
		expect(describeEffect(backend, effect)).toBe(text);
	});
});
