import { expect, test } from "vitest";
import { compilePerimeter } from "../../src/bundle/compile-perimeter.js";
import { deploymentPerimeter } from "../../src/bundle/shared-perimeter.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { planWith } from "../../src/deployment/plan-with.js";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import { json } from "../../src/firewall/json.js";
import { made, refused } from "../../src/outcome.js";
import { error, formatProblem, warning } from "../../src/problem.js";
import { registries as shipped } from "../../src/registries.js";
import { quiet } from "../support/configuration.js";

/** Which takes two hosts at most, and has something to say of each rule set. */
const narrow: FirewallBackend = {
	...json,
	render: (request) =>
		request.hosts.length > 2
			? refused(error("too-many-hosts", [], "takes two hosts at most; use another"))
			: made({ files: [], effects: [] }, [warning("odd", [], "is odd")]),
};
const registries = { ...shipped, firewall: { ...shipped.firewall, narrow } };

function member(name: string) {
	const parsed = parseDeployment(
		{
			name,
			organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
			app: { installer: "offline" },
			inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } },
			settings: { ...quiet, isLocalDevMcpEnabled: false, otlpEndpoint: `https://otel.${name}.example.com` },
			groups: { pilot: { preset: "none", platforms: ["macos"] } },
			firewall: { narrow: {} },
		},
		{ registries },
	);
	return deploymentPerimeter(parsed.deployment, planWith(registries, parsed));
}
const [eu, us] = [member("eu"), member("us")];

test("what all hosts together come to and none of the deployments is told as such", async () => {
	const one = await compilePerimeter([eu], registries, []);
	expect(one.problems.map(formatProblem)).toEqual(["warning: firewall.narrow: for all deployments together, is odd"]);
	const both = await compilePerimeter([eu, us], registries, []);
	expect(both.value).toBeUndefined();
	expect(both.problems.map(formatProblem)).toEqual([
		"firewall.narrow: for all deployments together, takes two hosts at most; use another",
	]);
});

test("what was told of a deployment's own rules is not told once more", async () => {
	const told = warning("odd", ["firewall", "narrow"], "is odd");
	expect((await compilePerimeter([eu], registries, [told])).problems).toEqual([]);
});
