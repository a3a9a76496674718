import { expect, test } from "vitest";
import { parseDeployment } from "../../src/deployment/parse.js";
import { registries } from "../../src/registries.js";
import { compare } from "../../src/review/compare.js";
import { markdown } from "../../src/review/formats/markdown.js";
import { reviewParsed } from "../../src/review/review-parsed.js";
import { plain } from "./edits.js";

/** A thousand groups, of which every tenth has settings of its own. */
function many(edit: (index: number) => object): object {
	const groups = Array.from({ length: 1000 }, (_, index) => [
		`group-${index}`,
		{ preset: "lockedDown", settings: { skipWebFetchPreflight: true, ...edit(index) }, clients: ["10.0.0.0/8"] },
	]);
	return { ...plain, groups: Object.fromEntries(groups), profiles: {} };
}

test("a thousand groups are reviewed within five seconds of a processor", () => {
	const before = many(() => ({}));
	const after = many((index) => ({
		skillCreationEnabled: true,
		...(index % 10 === 0 && { disableAutoUpdates: false, otlpEndpoint: `https://otel-${index}.example.com` }),
	}));
	const started = process.cpuUsage();
	const sides = [before, after].map((input) => {
		const { value } = reviewParsed(parseDeployment(input), registries);
		return { name: "side", deployments: value ? [value] : [] };
	});
	const [from, to] = sides;
	if (!from || !to) throw new Error("no sides");
	const review = compare(from, to);
	const text = markdown.render(review);
	const { user, system } = process.cpuUsage(started);

	expect(review.findings.find(({ subject }) => subject === "skillCreationEnabled")?.groups).toHaveLength(1000);
	expect(review.findings.filter(({ subject }) => subject === "disableAutoUpdates")).toHaveLength(1);
	expect(review.findings.filter(({ subject }) => /^otel-\d+\./.test(subject))).toHaveLength(100);
	expect(text.length).toBeLessThan(65_536);
	expect((user + system) / 1e6).toBeLessThan(5);
}, 60_000);
