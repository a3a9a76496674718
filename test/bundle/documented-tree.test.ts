import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { least, onEcs } from "../observability/ecs/ecs-deployment.js";
import { compile, compileFile, everyFormat, everySecret, twins } from "./compiled.js";

/** Paths that the page shows below the folder of a deployment, each as what fits it. */
function documented(): RegExp[] {
	const [, tree = ""] = /^```\n(.*?)^```$/ms.exec(readFileSync("docs/bundle.md", "utf8")) ?? [];
	return tree.split("\n").flatMap((line) => {
		const [first = "", ...rest] = line.split(/\s{2,}/);
		const inside = first.split("out/<deployment>/")[1];
		if (inside === undefined) return [];
		// A line may name a second file of the same folder.
		const beside = rest.filter((each) => /^[\w.-]+\.\w+$/.test(each));
		const folder = inside.slice(0, inside.lastIndexOf("/") + 1);
		return [inside, ...beside.map((each) => `${folder}${each}`)].map(pattern);
	});
}

function pattern(shown: string): RegExp {
	const names = shown.replaceAll(".", "\\.").replace(/<\w+>/g, "[^/]+");
	return new RegExp(`^${names}${shown.endsWith("/") ? ".+" : ""}$`);
}

const provisioned = {
	...twins,
	inference: {
		bedrock: {
			region: "eu-central-1",
			models: ["eu.anthropic.claude-sonnet-5"],
			signIn: { bearerToken: {} },
			provision: {},
		},
	},
};

const withoutSecret = { inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } } };

test("docs/bundle.md shows every place that a bundle has files in, and none that no bundle has", async () => {
	const bundles = [
		compileFile("examples/quickstart/deployment.yaml"),
		compileFile("examples/shared-proxy/deployment.yaml"),
		compileFile("examples/observability-metadata/deployment.yaml"),
		compileFile("examples/forensic-case/deployment.yaml"),
		compileFile("examples/claude-code/deployment.yaml"),
		compile(
			{ ...twins, profiles: everyFormat, groups: { ...twins.groups, all: { preset: "lockedDown" } } },
			everySecret,
		),
		compile(provisioned),
		compile(onEcs(least)),
		compile({ ...twins, ...withoutSecret, publish: { s3: { bucket: "example.artifacts", region: "eu-central-1" } } }),
	];
	const paths = [...new Set((await Promise.all(bundles)).flatMap((bundle) => bundle.paths))];
	const shown = documented();
	expect(paths.filter((each) => !shown.some((place) => place.test(each)))).toEqual([]);
	expect(shown.filter((place) => !paths.some((each) => place.test(each)))).toEqual([]);
});
