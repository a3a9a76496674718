import { describe, expect, it } from "vitest";
import { blockShape } from "../../src/firewall/block-shape.js";
import { cilium } from "../../src/firewall/cilium.js";
import { formatProblem } from "../../src/problem.js";
import { checkShape } from "../../src/shape/check-shape.js";

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
describe("labels of pods are those that Kubernetes takes", () => {
	const problemsOf = (podLabels: object) =>
		checkShape(blockShape(cilium), { podLabels }, { at: [] }).map(formatProblem);

	it.each([
		["app", "claude-gateway"],
		["app.kubernetes.io/name", "Litellm_1.2"],
		["k8s:io.kubernetes.pod.namespace", "tools"],
		["a".repeat(63), "b".repeat(63)],
	])("%s: %s", (key, value) => {
		expect(problemsOf({ [key]: value })).toEqual([]);
	});

	it.each([
		["app", "b".repeat(64)],
		["app", "a\nb"],
		["app", "a b"],
		["app", "<late:x>"],
		["app", "-a"],
		["a".repeat(64), "b"],
		["a b", "b"],
		["a/b/c", "b"],
		["Example.com/app", "b"],
	])("and not %j: %j", (key, value) => {
		expect(problemsOf({ [key]: value })).toHaveLength(1);
	});
});
