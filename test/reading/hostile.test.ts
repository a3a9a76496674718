import fc from "fast-check";
import { expect, test } from "vitest";
import { formatProblem, isError } from "../../src/problem.js";
import { profileFormats } from "../../src/profiles/index.js";
import { describeDeployment } from "../../src/reading/describe/describe-deployment.js";
import { readDeviceFile } from "../../src/reading/read-device-file.js";
import { deviceFileReaders } from "../../src/reading/readers/index.js";
import { profileCases, render } from "../profiles/cases.js";
import { exportedJson, exportedProfile, exportedRegistry, sampleSecrets } from "./app-exports.js";

const encode = (text: string) => new TextEncoder().encode(text);
const rendered = await Promise.all(
	Object.values(profileFormats).map((format) => render(format, profileCases["one-of-each-type"].settings)),
);
const whole: readonly Uint8Array[] = [
	...rendered.flat().map(({ content }) => content),
	encode(exportedProfile),
	encode(exportedRegistry),
	encode(JSON.stringify(exportedJson)),
];

const patches = fc.array(
	fc.record({
		at: fc.nat(),
		removed: fc.oneof(fc.nat(8), fc.nat(400)),
		put: fc.oneof(
			fc.constantFrom(...['"', "<key>", "</dict>", "[", "{", "\\", "\n", "\0", "=dword:00000001", "}"].map(encode)),
			fc.uint8Array({ maxLength: 8 }),
		),
	}),
	{ minLength: 1, maxLength: 4 },
);

function patched(bytes: Uint8Array, several: readonly { at: number; removed: number; put: Uint8Array }[]): Uint8Array {
	return several.reduce<Uint8Array>((each, { at, removed, put }) => {
		const place = at % (each.length + 1);
		return new Uint8Array(Buffer.concat([each.subarray(0, place), put, each.subarray(place + removed)]));
	}, bytes);
}

test("no file ends the program, is read two ways, or takes long", { timeout: 300_000 }, async () => {
	let slowest = 0;
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...whole), patches, async (bytes, several) => {
			const input = patched(bytes, several);
			const before = performance.now();
			const { value, problems } = await readDeviceFile({ name: "file", bytes: input });
			slowest = Math.max(slowest, performance.now() - before);
			expect(value === undefined).toBe(problems.some(isError));
			expect(deviceFileReaders.filter((reader) => reader.recognizes(input)).length).toBeLessThan(2);
			for (const problem of problems) expect(formatProblem(problem)).not.toMatch(/\p{Cc}/u);
		}),
		{ numRuns: 3000 },
	);
	expect(slowest).toBeLessThan(5000);
});

test("whatever is broken in a file, no credential of it is in a description or a message", {
	timeout: 120_000,
}, async () => {
	const exports = [encode(exportedProfile), encode(exportedRegistry), encode(JSON.stringify(exportedJson))];
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...exports), patches, async (bytes, several) => {
			const { value = [], problems } = await readDeviceFile({ name: "file", bytes: patched(bytes, several) });
			const described = value.length > 0 ? describeDeployment(value, {}) : undefined;
			const said = [...problems, ...(described?.problems ?? [])].map(formatProblem).join("\n");
			const shown = `${said}\n${JSON.stringify(described?.value ?? null)}`;
			for (const secret of sampleSecrets) expect(shown).not.toContain(secret);
		}),
		{ numRuns: 400 },
	);
});
