import { expect, test } from "vitest";
import { matchesAny, matchesPattern } from "../src/pattern.js";

test.each([
	["eu-*", "eu-central-1", true],
	["eu-*", "us-east-1", false],
	["eu", "eu", true],
	["eu", "europe-west1", false],
	["*claude-sonnet-5", "eu.anthropic.claude-sonnet-5", true],
	["*claude-sonnet-5", "claude-sonnet-5-20270101", false],
	["*", "", true],
	["a*a", "a", false],
	["a*b*a", "aba", true],
	["a*b*c", "axxbyyc", true],
	["a*bc*c", "abc", false],
	["OTEL.example.com", "otel.EXAMPLE.com", true],
	["otel.example.com", "otelxexample.com", false],
])("%s stands for %s: %s", (pattern, text, expected) => {
	expect(matchesAny([pattern], text)).toBe(expected);
});

test("of several patterns one is enough, and of none nothing is", () => {
	expect(matchesAny(["a", "b*"], "bc")).toBe(true);
	expect(matchesAny([], "a")).toBe(false);
});

test("one pattern alone is of its own case", () => {
	expect(matchesPattern("https://*.example.com/hooks", "https://a.example.com/hooks")).toBe(true);
	expect(matchesPattern("https://*.example.com/hooks", "https://a.example.com/HOOKS")).toBe(false);
});
