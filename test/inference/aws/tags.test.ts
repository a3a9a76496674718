import { describe, expect, it } from "vitest";
import { foundationShape } from "../../../src/inference/aws/foundation/options-shape.js";
import { planBedrock } from "../../../src/inference/aws/plan-bedrock.js";
import { bedrockProvisionShape } from "../../../src/inference/aws/provision-shape.js";
import { formatProblem } from "../../../src/problem.js";
import { checkShape } from "../../../src/shape/check-shape.js";
import { base } from "./identity/identity-requests.js";
import { errorsOf } from "./planned.js";

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, "a"]));
const at = "inference.bedrock.provision.applicationProfiles.pilot.tags";

describe("tags", () => {
	it("are fifty at most, as AWS takes them", () => {
		const wrong = (tags: object) => [
			checkShape(bedrockProvisionShape, { tags }, { at: ["provision"] }).map(formatProblem),
			checkShape(foundationShape, { region: "eu-central-1", tags }, { at: [] }).map(formatProblem),
		];
		expect(wrong(many(50))).toEqual([[], []]);
		expect(wrong(many(51))).toEqual([
			["provision.tags: has 51 tags, and AWS takes 50; leave some out"],
			["tags: has 51 tags, and AWS takes 50; leave some out"],
		]);
	});

	it("differ in more than capitals, which IAM does not tell apart", () => {
		const tags = { Team: "a", team: "b", teams: "c" };
		expect(checkShape(bedrockProvisionShape, { tags }, { at: ["provision"] }).map(formatProblem)).toEqual([
			"provision.tags.team: is Team to IAM, which does not tell capitals from small letters; leave one of them out",
		]);
	});

	it("of application profiles are counted with the deployment's and the one that costs are told by", () => {
		const applicationProfiles = (tags: object) => ({ pilot: { tags: { ...tags } } });
		const wrong = (shared: object, own: object) =>
			errorsOf(
				planBedrock({ ...base, provision: { tags: { ...shared }, applicationProfiles: applicationProfiles(own) } }),
			);
		expect(wrong(many(40), { a: "b" })).toEqual([]);
		expect(wrong(many(49), {})).toEqual([]);
		expect(wrong(many(49), { a: "b" })).toEqual([`${at}: has 51 tags, and AWS takes 50; leave some out`]);
	});

	it.each([
		["the deployment's", { tags: { Büro: "Zürich" }, applicationProfiles: { pilot: {} } }, "Büro"],
		["a group's", { applicationProfiles: { pilot: { tags: { team: "Zürich" } } } }, "team"],
	])("of application profiles are ASCII, %s too", (_, provision, key) => {
		expect(errorsOf(planBedrock({ ...base, provision }))).toEqual([
			`${at}${key === "team" ? ".team" : '["Büro"]'}: has characters beyond ASCII, which Bedrock does not take for application profiles; write it in ASCII`,
		]);
	});

	it("elsewhere may have any letter", () => {
		expect(errorsOf(planBedrock({ ...base, provision: { tags: { Büro: "Zürich" } } }))).toEqual([]);
	});

	it("leave the one by which costs of groups are told alone", () => {
		const provision = { applicationProfiles: { pilot: { tags: { cowork: "mine" } } } };
		expect(errorsOf(planBedrock({ ...base, provision }))).toEqual([
			`${at}.cowork: is the tag by which costs of groups are told apart; take another key`,
		]);
	});
});
