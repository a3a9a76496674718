import { describe, expect, test } from "vitest";
import { hostOfUrl, isAddress, isLinkLocal, isLoopback, parseHostName, parseHostPattern } from "../src/host.js";
import { made, refused } from "../src/outcome.js";
import { error } from "../src/problem.js";

const label63 = "a".repeat(63);
const notName = "is no host name; labels start and end with a letter or digit";
const oddAddress = "is an unusual form of an IP address; write four decimal numbers";

describe("parseHostName", () => {
	test.each([
		["api.example.com", "api.example.com"],
		["API.Example.COM", "api.example.com"],
		["api.example.com.", "api.example.com"],
		["bücher.example", "xn--bcher-kva.example"],
		["faß.de", "xn--fa-hia.de"],
		["xn--bcher-kva.example", "xn--bcher-kva.example"],
		["localhost", "localhost"],
		["3com.com", "3com.com"],
		[`${label63}.com`, `${label63}.com`],
		["10.0.0.1", "10.0.0.1"],
		["2001:DB8::0001", "2001:db8::1"],
	])("%s", (text, host) => {
		expect(parseHostName(text)).toEqual(made({ host }));
	});

	test.each([
		["", "is empty; expected a host name"],
		["a..b", "has an empty label; write the dots only between labels"],
		[".example.com", "has an empty label; write the dots only between labels"],
		["example.com..", "has an empty label; write the dots only between labels"],
		["-x.example", notName],
		["x-.example", notName],
		["xn--a", notName],
		["a_b.example", 'has "_"; a host name has letters, digits, hyphens and dots'],
		["a b.example", "has white space; a host name has letters, digits, hyphens and dots"],
		["a\tb.example", "has white space; a host name has letters, digits, hyphens and dots"],
		["a%41.example", 'has "%"; a host name has letters, digits, hyphens and dots'],
		["a/b", 'has "/"; a host name has letters, digits, hyphens and dots'],
		["*.example.com", 'has "*"; a host name has letters, digits, hyphens and dots'],
		["fe80::1%eth0", 'has ":"; a host name has letters, digits, hyphens and dots'],
		[`${"a".repeat(64)}.com`, "has a label longer than 63 characters"],
		[`${`${label63}.`.repeat(3)}${"a".repeat(62)}`, "is longer than 253 characters, which no host name is"],
		["0x7f.1", oddAddress],
		["127.1", oddAddress],
		["2130706433", oddAddress],
		["010.0.0.1", oddAddress],
		["１２７.0.0.1", oddAddress],
	])("refuses %j", (text, problem) => {
		expect(parseHostName(text)).toEqual(refused(error("host-name", [], problem)));
	});
});

describe("parseHostPattern", () => {
	test.each([
		["api.example.com", { host: "api.example.com", match: "exact" }],
		["*.Example.com", { host: "example.com", match: "subdomains" }],
		["git.example.com:22", { host: "git.example.com", match: "exact", port: 22 }],
		["*.example.com:8443", { host: "example.com", match: "subdomains", port: 8443 }],
		["10.0.0.1:80", { host: "10.0.0.1", match: "exact", port: 80 }],
		["*.amazonaws.com", { host: "amazonaws.com", match: "subdomains" }],
		["*.us-east-1.amazonaws.com", { host: "us-east-1.amazonaws.com", match: "subdomains" }],
		["*.corp", { host: "corp", match: "subdomains" }],
		["*.example.corp", { host: "example.corp", match: "subdomains" }],
	])("%s", (text, pattern) => {
		expect(parseHostPattern(text)).toEqual(made(pattern));
	});

	test.each([
		["https://api.example.com", "has a scheme; write the host alone"],
		["api.example.com/v1", "has a path; write the host alone"],
		["::1", "is an IPv6 address, which the app does not match; write a host name"],
		["[::1]:443", "is an IPv6 address, which the app does not match; write a host name"],
		["api.example.com:0443", "has an invalid port; expected 1 to 65535 without leading zeros"],
		["api.example.com:0", "has an invalid port; expected 1 to 65535 without leading zeros"],
		["api.example.com:65536", "has an invalid port; expected 1 to 65535 without leading zeros"],
		["api.example.com:", "has an invalid port; expected 1 to 65535 without leading zeros"],
		["*", "has a wildcard inside; expected it as the whole first label, as in *.example.com"],
		["api.*.com", "has a wildcard inside; expected it as the whole first label, as in *.example.com"],
		["*api.example.com", "has a wildcard inside; expected it as the whole first label, as in *.example.com"],
		["*.*.example.com", "has a wildcard inside; expected it as the whole first label, as in *.example.com"],
		["*.10.0.0.1", "is a wildcard over an IP address; write each address"],
		["*.com", "is a wildcard over a public suffix; name the domain, as in *.example.com"],
		["*.co.uk", "is a wildcard over a public suffix; name the domain, as in *.example.com"],
		["*.", "is empty; expected a host name"],
		["", "is empty; expected a host name"],
	])("refuses %j", (text, problem) => {
		expect(parseHostPattern(text)).toEqual(refused(error("host-name", [], problem)));
	});
});

describe("hostOfUrl", () => {
	test.each([
		["https://api.example.com", { host: "api.example.com", scheme: "https", port: 443 }],
		["http://API.example.com/v1?x=1", { host: "api.example.com", scheme: "http", port: 80 }],
		["HTTPS://api.example.com:8443/", { host: "api.example.com", scheme: "https", port: 8443 }],
		["http://[::1]:4318", { host: "::1", scheme: "http", port: 4318 }],
		["https://[2001:db8::1]", { host: "2001:db8::1", scheme: "https", port: 443 }],
		["https://user:password@api.example.com", { host: "api.example.com", scheme: "https", port: 443 }],
	])("%s", (text, host) => {
		expect(hostOfUrl(text)).toEqual(made(host));
	});

	test.each([
		["api.example.com", "is no address; expected one such as https://host.example.com"],
		["https:/api.example.com", "is no address; expected one such as https://host.example.com"],
		["https://", "is no address; expected one such as https://host.example.com"],
		["https://a b.example", "is no address; expected one such as https://host.example.com"],
		["https:\\\\api.example.com", "is no address; expected one such as https://host.example.com"],
		["ftp://api.example.com", "is no address; expected one such as https://host.example.com"],
		["https://api.example.com:0", "has an invalid port; expected 1 to 65535 without leading zeros"],
		["https://a_b.example", 'its host has "_"; a host name has letters, digits, hyphens and dots'],
		["https://0x7f.1", `its host ${oddAddress}`],
	])("refuses %j", (text, problem) => {
		expect(hostOfUrl(text).problems.map(({ message }) => message)).toEqual([problem]);
	});
});

test.each([
	["localhost", true],
	["LOCALHOST.", true],
	["app.localhost", true],
	["127.0.0.1", true],
	["127.8.9.10", true],
	["::1", true],
	["[::1]", true],
	["::ffff:127.0.0.1", true],
	["128.0.0.1", false],
	["localhost.example.com", false],
	["notlocalhost", false],
])("isLoopback(%j) is %j", (host, expected) => {
	expect(isLoopback(host)).toBe(expected);
});

test("addresses and link-local addresses are told from names", () => {
	expect(["169.254.169.254", "fe80::1", "10.0.0.1", "example.com"].map(isLinkLocal)).toEqual([
		true,
		true,
		false,
		false,
	]);
	expect(["169.254.169.254", "fe80::1", "10.0.0.1", "example.com"].map(isAddress)).toEqual([true, true, true, false]);
});
