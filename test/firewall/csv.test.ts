import { describe, expect, it } from "vitest";
import { csv } from "../../src/firewall/csv.js";
import { program, run } from "../support/programs.js";
import { planned } from "./cases.js";

const dump =
	"import csv,io,json,sys; print(json.dumps(list(csv.DictReader(io.StringIO(sys.stdin.buffer.read().decode(), newline='')))))";
const withPython = it.skipIf(!program("python3"));

/** The rows as Python's csv module reads them. */
function rowsOf(reasons: readonly string[]): Record<string, string>[] {
	const host = planned("*.example.com:8443");
	const [reason] = host.reasons;
	const hosts = [{ ...host, reasons: reasons.map((because) => Object.assign({}, reason, { because, key: null })) }];
	const { value } = csv.render({ deployment: "eu", hosts, clients: ["10.20.0.0/16"] }, {});
	return JSON.parse(run("python3", ["-c", dump], {}, value?.files[0]?.content ?? ""));
}

describe("a change request as CSV, as Python reads it", () => {
	withPython("has a row for a host with what it is for", () => {
		expect(rowsOf(["crash reports"])).toEqual([
			{
				action: "allow",
				host: "*.example.com",
				port: "8443",
				protocol: "tcp",
				from: "10.20.0.0/16",
				operator: "third-party",
				requirement: "optional",
				because: "crash reports",
				ifDenied: "No crash reports arrive.",
				sources: "https://docs.example.com/egress",
			},
		]);
	});

	withPython("keeps a text in its cell, and no text is a formula", () => {
		const hostile = ['a,"b"', "c\r\nd", "=HYPERLINK(1)"];
		expect(rowsOf(hostile).map(({ because }) => because)).toEqual(['\'=HYPERLINK(1); a,"b"; c  d']);
	});
});
