import { expect, test } from "vitest";
import { checkRules } from "../../../src/configuration/rules/index.js";
import { configurationOf } from "../../support/configuration.js";
import { lighthouse } from "../../variants/lighthouse.js";
import { type RuleCase, ruleProblems } from "./problems.js";

const said = (place: string) =>
	`warning: settings.inferenceModels${place}: has a word of another vendor, for which apps before 2.0 refuse the whole configuration or remove the model; rename it`;
const models = ["claude-sonnet-5", { name: "claude-over-GPT" }, "llama-claude"];

test.each<RuleCase>([
	[{ inferenceProvider: "gateway", inferenceModels: models }, {}, [said("[1].name"), said("[2]")]],
	[{ inferenceProvider: "foundry", inferenceModels: models }, { oldest: "1.26832.0" }, [said("[1].name"), said("[2]")]],
	[{ inferenceProvider: "gateway", inferenceModels: models }, { oldest: "2.110.0" }, []],
	[{ inferenceProvider: "vertex", inferenceModels: models }, {}, []],
	[{ inferenceProvider: "foundry", inferenceModels: ["prod-large"] }, {}, []],
])("%j %j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});

test("a route that no other file knows says by itself what holds for it", () => {
	const settings = { inferenceProvider: "lighthouse", inferenceModels: models, toolSearchEnabled: true };
	const codes = (route: object) =>
		checkRules(configurationOf(settings), { lighthouse: { ...lighthouse, ...route } }).map(({ code }) => code);
	expect(codes({})).toEqual([]);
	expect(codes({ readsModelNames: true })).toEqual(["other-vendor", "other-vendor"]);
	expect(codes({ refusesToolSearch: true })).toEqual(["tool-search"]);
});
