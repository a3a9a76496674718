import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { formatProblem, isError, type Problem } from "../../src/problem.js";
import type { CodeFormat } from "../../src/profiles/claude-code/code-format.js";
import { codeFormats } from "../../src/profiles/claude-code/index.js";
import { profileFormats } from "../../src/profiles/index.js";
import { deploymentText } from "../../src/reading/describe/deployment-text.js";
import { type DescribedDeployment, describeDeployment } from "../../src/reading/describe/describe-deployment.js";
import { readCcwb } from "../../src/reading/migrate/read-ccwb.js";
import { readDeviceFile } from "../../src/reading/read-device-file.js";
import { deviceFileReaders } from "../../src/reading/readers/index.js";
import { verifyCode } from "../../src/reading/verify/verify-code.js";
import { verifyDevice } from "../../src/reading/verify/verify-device.js";
import { profileCases, render } from "../profiles/cases.js";
import { profileWith } from "../profiles/claude-code/exam.js";
import { exportedJson, exportedProfile, exportedRegistry, sampleSecrets } from "../reading/app-exports.js";
import { identityCenter } from "../reading/migrate/ccwb-profiles.js";
import { fuzzing, timeout } from "./fuzzing.js";
import { patched, patches } from "./patches.js";

const encode = (text: string) => new TextEncoder().encode(text);
/** Managed settings of Claude Code as somebody wrote them who did not know that they stand in clear. */
const ofCode: JsonObject = {
	env: { ANTHROPIC_AUTH_TOKEN: sampleSecrets[0] ?? "", DISABLE_TELEMETRY: "1" },
	permissions: { deny: ["Read(~/.ssh/**)"] },
	cleanupPeriodDays: 7,
};
const codeFiles = await Promise.all(
	Object.values<CodeFormat>(codeFormats).map(async (format) => {
		const { value = [] } = await format.render(profileWith(ofCode, format.platforms[0]), {});
		return value.map(({ content }) => content);
	}),
);
const exports = [...[exportedProfile, exportedRegistry, JSON.stringify(exportedJson)].map(encode), ...codeFiles.flat()];
const rendered = await Promise.all(
	Object.values(profileFormats).map((format) => render(format, profileCases["one-of-each-type"].settings)),
);
const files = [...rendered.flat().map(({ content }) => content), ...exports];
const whole = [...files, zipSync(Object.fromEntries(files.map((bytes, index) => [`${index}/file`, bytes])))];

/** What no file may take; on a busy machine any may once, so the fastest of several readings counts. */
const mostMilliseconds = 1000;

async function timed<Result>(work: () => Promise<Result>, tries = 3): Promise<{ result: Result; took: number }> {
	const before = performance.now();
	const result = await work();
	const took = performance.now() - before;
	if (took < mostMilliseconds || tries === 1) return { result, took };
	return { result, took: Math.min(took, (await timed(work, tries - 1)).took) };
}

function expectPrintable(problems: readonly Problem[]): void {
	for (const problem of problems) expect(formatProblem(problem)).not.toMatch(/\p{Cc}/u);
}

function expectNoSecret(described: DescribedDeployment | undefined, problems: readonly Problem[], more = ""): void {
	const text = described ? deploymentText(described) : "";
	const shown = [JSON.stringify(described ?? null), text, ...problems.map(formatProblem), more].join("\n");
	for (const secret of sampleSecrets) expect(shown).not.toContain(secret);
}

test("no file ends the program, is read two ways, or takes a second", { timeout }, async () => {
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...whole), patches, async (bytes, several) => {
			const input = { name: "file", bytes: patched(bytes, several) };
			const { result, took } = await timed(() => readDeviceFile(input));
			const { value, problems } = result;
			expect(value === undefined).toBe(problems.some(isError));
			expect(took).toBeLessThan(mostMilliseconds);
			expect((await deviceFileReaders()).filter((reader) => reader.recognizes(input.bytes)).length).toBeLessThan(2);
			expectPrintable(problems);
		}),
		fuzzing(1500),
	);
});

test("whatever is broken in a file, no credential of it is in a description, a report or a message", {
	timeout,
}, async () => {
	const expected = new Map<string, JsonObject>([["pilot", { inferenceProvider: "gateway", disableAutoUpdates: true }]]);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...exports), patches, async (bytes, several) => {
			const { value = [], problems } = await readDeviceFile({ name: "file", bytes: patched(bytes, several) });
			const described = value.length > 0 ? describeDeployment(value, {}) : undefined;
			const desktop = value.filter(({ carried }) => carried.code === undefined);
			const report = [
				verifyDevice(desktop, "pilot", expected, () => undefined),
				verifyCode(value, "pilot", new Map([["pilot", { settings: {} }]]), () => undefined),
			];
			const told = [...problems, ...(described?.problems ?? [])];
			expectPrintable(told);
			expectNoSecret(described?.value, told, JSON.stringify(report));
		}),
		fuzzing(400),
	);
});

test("no profile of another tool ends the program, or shows its credential", { timeout }, async () => {
	const bytes = encode(JSON.stringify({ profiles: { Acme: identityCenter(sampleSecrets[0] ?? "") } }));
	await fc.assert(
		fc.asyncProperty(patches, async (several) => {
			const { value = [], problems } = readCcwb([{ name: "config.json", bytes: patched(bytes, several) }]);
			const described = value.length > 0 ? describeDeployment(value, {}) : undefined;
			const told = [...problems, ...(described?.problems ?? [])];
			expectPrintable(told);
			expectNoSecret(described?.value, told);
		}),
		fuzzing(300),
	);
});
