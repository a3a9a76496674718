import { describe, expect, test } from "vitest";
import { ruleProblems } from "./problems.js";

describe("web search", () => {
	const managedMcpServers = [
		{ server: "github", clientId: "a" },
		{ server: "websearch", provider: "exa" },
	];
	test("taken away, the built-in server goes with it", () => {
		expect(ruleProblems({ disabledBuiltinTools: ["WebSearch"], managedMcpServers })).toEqual([
			"warning: settings.managedMcpServers[1]: has no effect: disabledBuiltinTools names WebSearch, which disables this server too; remove one",
		]);
	});

	test("left alone, so is the server", () => {
		expect(ruleProblems({ disabledBuiltinTools: ["WebFetch"], managedMcpServers })).toEqual([]);
		expect(ruleProblems({ managedMcpServers })).toEqual([]);
	});
});

test("Vertex AI knows no tool search", () => {
	expect(ruleProblems({ toolSearchEnabled: true, inferenceProvider: "vertex" })).toEqual([
		"warning: settings.toolSearchEnabled: fails on Google Vertex AI: its requests for tool search are refused; remove it there",
	]);
	expect(ruleProblems({ toolSearchEnabled: false, inferenceProvider: "vertex" })).toEqual([]);
	expect(ruleProblems({ toolSearchEnabled: true, inferenceProvider: "foundry" })).toEqual([]);
});
