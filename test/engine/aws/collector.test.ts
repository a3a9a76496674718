import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inClear, least, onEcs, planOf } from "../../observability/ecs/ecs-deployment.js";
import { sinks as allSinks } from "../../observability/observed.js";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { each, SimulatedProject } from "./simulated.js";

/** Deploys the file that `input.json` is, as a stack's own program would. */
const program = `import { deploymentOfFile } from "pulumi-cowork";
export const collector = deploymentOfFile("input.json").then(({ collector }) => collector);
`;

const file = (ecs: object, collector: object = {}) => ({
	...onEcs(ecs, collector),
	inference: {
		gateway: { baseUrl: "https://llm.example.com", models: ["claude-sonnet-5"], signIn: { interactive: {} } },
	},
	publish: { local: { directory: "./published" } },
});

const { metrics, events } = allSinks;
const sinks = { metrics, events };

const named = (ids: readonly string[]) => ids.map((id) => `eu-collector-${id}`);

describeEngine("a collector against a simulated AWS", () => {
	const folder = shippedPackage();

	test("examples/collector-on-aws creates what it says, without a warning", async () => {
		const files = "examples/collector-on-aws";
		const main = readFileSync(`${files}/index.mjs`, "utf8");
		const project = new SimulatedProject(folder(), "collector-on-aws", main, "index.mjs", { files });
		const { operations, outputs, text } = await project.up("eu");
		const ids = planOf({ ...least, clientCidrs: ["10.20.0.0/16"] }).resources.map(({ id }) => id);
		expect(operations).toEqual(each("create", named(ids)));
		expect(outputs.hosts?.value).toContain("otel.example.com");
		expect(text).not.toContain("warning");
	});

	test("through its life", async () => {
		const project = new SimulatedProject(folder(), "collector", program);
		const endpoint = () => {
			const profile = project.published("eu/groups/pilot/profiles/linux/managed-settings.json");
			return JSON.parse(readFileSync(profile, "utf8")).otlpEndpoint;
		};
		const ids = planOf(inClear).resources.map(({ id }) => id);

		project.describe(file(inClear));
		expect((await project.preview()).operations).toEqual([]);
		const first = await project.up();
		expect(first.operations).toEqual(each("create", named(ids)));
		const balancer = "internal-cowork0123-456789.eu-central-1.elb.amazonaws.com";
		expect(first.outputs.collector?.value).toEqual({
			balancer,
			bucket: "eu-collector-bucket-0123",
			logGroup: "cowork-eu-collector-0123",
		});
		expect(endpoint()).toBe(`http://${balancer}:4318`);

		expect((await project.up()).operations).toEqual([]);

		// Another place to send to is another object, another revision of the task, and nothing else; the object before
		// stays for tasks of the revision before.
		const elsewhere = { sinks: { ...sinks, metrics: { endpoint: "https://metrics.example.org" } } };
		project.describe(file(inClear, elsewhere));
		expect((await project.up()).operations).toEqual(
			sorted([
				...each("create", named(["configuration", "task-definition"])),
				...each("delete", named(["task-definition"])),
				...each("update", named(["service"])),
			]),
		);

		// A name of its own is told to devices at once, and leads to the load balancer that was there.
		project.describe(file(least, elsewhere));
		expect((await project.up()).operations).toEqual(
			sorted([...each("create", named(["record"])), ...each("update", named(["from.10.0.0.0/8", "listener"]))]),
		);
		expect(endpoint()).toBe("https://otel.example.com");

		const gone = await project.destroy();
		expect(gone.operations).toEqual(each("delete", named([...ids, "record"].filter((id) => id !== "configuration"))));
	});
});

/** As the project gives them: by name, and of one name as they came. */
function sorted(operations: ReturnType<typeof each>) {
	return [...operations].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
