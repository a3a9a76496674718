import fc from "fast-check";

/** Forms of numbers, dates and words that some edition of YAML knows. */
const forms = [
	"017 -017 +017 0o17 0O17 -0o17 +0o7 0o8 0o 0o_7 0o-7 08 00 -00 007.5 0777777777777777777777777",
	"0b11 0B11 -0b11 +0b1 0b2 0b 0b-11 0b1_0 0x1F 0X1F -0x1F +0x1f 0x 0x_1 0x1p3 0xFFFFFFFFFFFFFFFFFF",
	"1_000 1_000.5 _1 1_ 1__0 0_ -_1 +_1 1_0e1_0 1.5_0 ._5 5._ .1_0",
	"1 0 -0 +1 1.0 1.10 1. .5 -.5 +.5 1e3 1E3 1e+3 1.e3 .1e1 12e03 1.5e 1e e1 .e1 1.2.3 +. -. . .. ... + --1",
	"1e400 -1e400 1e-400 .5e400 9007199254740993 9223372036854775808 18446744073709551616 -9223372036854775809",
	"0b1111111111111111111111111111111111111111111111111111111111111111 0x8000000000000000 -0x8000000000000001",
	".inf .Inf .INF -.inf +.inf .nan .NaN .NAN -.nan inf nan Infinity NaN .iNF",
	"2026-01-01 2026-1-1 2026-13-01 2026-02-29 2024-02-29 2026-04-31 2026-00-01 2026-01-00 226-01-01 2026-01-01T",
	"2026-01-01T00:00:00Z 2026-01-01t1:2:3.5+02:00 2026-01-01T00:00:00 2026-01-01T24:00:00Z 2026-01-01T00:00:60Z",
	"2026-01-01T00:00:00,5Z 2026-01-01T00:00:00.Z 2026-01-01T00:00:00+25:00 2026-01-01T00:00:00+24:60 2026-01-01_0",
	"2026-01-01T00:00:00z 12:30:45 190:20:30 1:30 190:20:30.15 1-2-3",
	"yes Yes YES no on off y n true True TRUE tRue false ~ null Null NULL nULL undefined <<",
	"1.26832.0 claude-sonnet-5 10.0.0.0/8 ::1 fe80::1 443 a.example.com:8443 *.example.com ?a =",
]
	.flatMap((line) => line.split(" "))
	.concat("2026-01-01 00:00:00", "2026-01-01 0:0:0.5", "2026-01-01 00:00:00Z", "2026-01-01  00:00:00")
	// These begin something else than a scalar.
	.filter((form) => !form.startsWith("*") && form !== "...");

/** Those, and what comes of them by a small change. */
export const scalars: fc.Arbitrary<string> = fc
	.tuple(
		fc.constantFrom(...forms),
		fc.nat(24),
		fc.nat(2),
		fc.constantFrom("", "", "0", "1", "7", "8", "_", ".", "-", "+", "e", "x", "b", "o", "T", "Z", ":", "f"),
	)
	.map(([form, at, removed, put]) => (form.slice(0, at) + put + form.slice(at + removed)).trim())
	// What is left is one plain scalar in both readers.
	.filter((text) => /^(?:[-?]?[\w+.~<=:][^#]*)?$/.test(text) && !/:(?: |$)|^[-?:](?: |$)|^(?:---|\.\.\.)/.test(text));

export const knownScalars: readonly string[] = forms;
