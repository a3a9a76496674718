import { describe, expect, it } from "vitest";
import { inspectionBypass } from "../../src/firewall/inspection-bypass.js";
import { program, run } from "../support/programs.js";
import { rulesOf } from "./cases.js";

const withPython = it.skipIf(!program("python3"));
const search = `
import json, re, sys
expressions, places = json.load(sys.stdin)
print(json.dumps([any(re.search(each, place, re.IGNORECASE) for each in expressions) for place in places]))
`;

function contents(...entries: string[]): Readonly<Record<string, string>> {
	return Object.fromEntries(rulesOf(inspectionBypass, entries).files.map(({ name, content }) => [name, content]));
}

describe("what is not to be inspected", () => {
	// mitmproxy is a Python program, which searches for each expression in `host:port` without regard to case.
	withPython("is for mitmproxy what Python's expressions match", () => {
		const yaml = contents("*.sentry.io", "api.anthropic.com", "10.0.0.5")["mitmproxy.yaml"] ?? "";
		const expressions = [...yaml.matchAll(/^ {2}- '(.*)'$/gm)].map(([, each]) => each);
		const places = {
			"api.anthropic.com:443": true,
			"API.Anthropic.com:8443": true,
			"o1.sentry.io:443": true,
			"o1.ingest.us.sentry.io:443": true,
			"10.0.0.5:443": true,
			"sentry.io:443": false,
			"xsentry.io:443": false,
			".sentry.io:443": false,
			"sub.api.anthropic.com:443": false,
			"xapi.anthropic.com:443": false,
			"api.anthropic.com.evil.example:443": false,
			"apixanthropic.com:443": false,
			"10.0.0.50:443": false,
		};
		const found: boolean[] = JSON.parse(
			run("python3", ["-c", search], {}, JSON.stringify([expressions, Object.keys(places)])),
		);
		expect(Object.fromEntries(Object.keys(places).map((place, index) => [place, found[index]]))).toEqual(places);
	});

	it("is a URL list whose entries end in a slash", () => {
		expect(contents("*.sentry.io", "api.anthropic.com", "o1.sentry.io")["url-list.txt"]).toBe(
			"*.sentry.io/\napi.anthropic.com/\n",
		);
	});

	it("says what one of the lists cannot have", () => {
		const long = `${Array.from({ length: 4 }, () => "n".repeat(60)).join(".")}.n.example`;
		const { effects } = rulesOf(inspectionBypass, ["[2001:db8::1]", `*.${long}`, "a.example.com:8443"]);
		expect(effects.map(({ host, kind }) => [host, kind])).toEqual([
			[long, "narrowed"],
			["2001:db8::1", "narrowed"],
			["a.example.com", "widened"],
		]);
	});

	it("is empty for an empty plan", () => {
		expect(Object.values(contents())).toEqual([
			"",
			"# Claude egress of deployment eu. Options for mitmproxy's config.yaml.\nignore_hosts: []\n",
			"",
		]);
	});
});
