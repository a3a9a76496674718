import { expect, test } from "vitest";
import { checkVertexModel, generationOf } from "../../../../src/inference/google/models/vertex-model.js";

const newer = ["claude-opus-4-7", "claude-opus-4-8", "claude-sonnet-5", "claude-opus-5", "claude-fable-5-1"];
const older = ["claude-sonnet-4-6", "claude-opus-4-6", "claude-haiku-4-5@20251001", "claude-3-7-sonnet@20250219"];

/** https://github.com/cockroachdb/cockroach/pull/173186, https://github.com/BerriAI/litellm/issues/27293 */
test.each(newer)("%s is answered at multi-regions alone", (id) => {
	for (const region of ["global", "eu", "us"]) expect(checkVertexModel(id, { region })).toEqual([]);
	for (const region of ["us-east5", "europe-west1", "asia-southeast1"]) {
		expect(checkVertexModel(id, { region })).toEqual([
			{
				severity: "error",
				code: "model-location",
				path: [],
				message: `is answered in no single region by the table of 2026-11, and so not in ${region}; take region global, eu, us, or a model up to generation 4.6`,
			},
		]);
	}
});

test.each(older)("%s is answered in single regions, too", (id) => {
	for (const region of ["global", "eu", "us", "us-east5", "europe-west1", "asia-southeast1"]) {
		expect(checkVertexModel(id, { region })).toEqual([]);
	}
});

test("a region of which nobody says that it answers is a warning", () => {
	const [problem, ...more] = checkVertexModel("claude-sonnet-4-6", { region: "me-west1" });
	expect(more).toEqual([]);
	expect(problem).toMatchObject({ severity: "warning", code: "unknown-location" });
});

test("no location is held against a model where the region is wrong, or against a generation that no id tells", () => {
	expect(checkVertexModel("claude-opus-5", {})).toEqual([]);
	expect(checkVertexModel("claude-next", { region: "us-east5" })).toEqual([]);
});

test.each([
	["claude-sonnet-4-6", [4, 6]],
	["claude-sonnet-5", [5, 0]],
	["claude-sonnet-4@20250514", [4, 0]],
	["claude-opus-4-5@20251101", [4, 5]],
	["claude-3-5-sonnet-v2@20241022", [3, 5]],
	["claude-3-opus@20240229", [3, 0]],
	["claude-opus-10-1", [10, 1]],
	["claude-next", undefined],
] as const)("the generation of %s", (id, generation) => {
	expect(generationOf(id)).toEqual(generation);
});
