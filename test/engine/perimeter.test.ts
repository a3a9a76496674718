import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { deploymentStatement } from "../support/deployment-program.js";
import { describeEngine, Project, type Stack, shippedPackage } from "../support/engine.js";

const settings = (collector: string) => `{
	disableEssentialTelemetry: true, disableNonessentialTelemetry: true, disableNonessentialServices: true,
	disableAutoUpdates: true, otlpEndpoint: "https://${collector}.example.com",
}`;
const groups = '{ pilot: { preset: "none", platforms: ["macos"] } }';
const deployment = (name: string, collector: string) =>
	deploymentStatement({ name, groups, apiKey: '"a text"', settings: settings(collector) }, name);

const program = (
	collectorOfUs: string,
) => `import { CoworkDeployment, CoworkPerimeter, gateway, local, squid } from "pulumi-cowork";
${deployment("eu", "otel-eu")}
${deployment("us", collectorOfUs)}
const perimeter = new CoworkPerimeter("perimeter", {
	deployments: [eu, us],
	firewall: [squid({ dedicated: true, accept: ["widened"] })],
	publish: { stores: [local({ directory: "./published" })] },
});
export const hosts = perimeter.egress.hosts.map(({ host }) => host);
`;

/** One stack from its first update to its end; every test goes on where the one before it stopped. */
describeEngine("a perimeter over two deployments on the real engine", () => {
	const root = shippedPackage();
	let project: Project;
	let stack: Stack;
	const text = (...steps: string[]) => readFileSync(project.inside("published", ...steps), "utf8");

	beforeAll(async () => {
		project = new Project(root(), "perimeter");
		project.write("main.mjs", program("otel-eu"));
		stack = await project.stack();
	}, 60_000);

	test("stands in a folder of its own beside theirs, and a second update changes nothing", async () => {
		const { outputs } = await stack.up();

		expect(outputs.hosts?.value).toEqual(expect.arrayContaining(["llm.example.com", "otel-eu.example.com"]));
		expect(text("perimeter/egress.txt")).toBe(text("eu/egress.txt"));
		const { hosts } = JSON.parse(text("perimeter/egress.json"));
		expect(hosts[0].deployments).toEqual({ eu: ["pilot"], us: ["pilot"] });
		const listed = JSON.parse(text("perimeter/manifest.json")).files.map(({ path }: { path: string }) => path);
		expect(listed).toEqual(["egress.json", "egress.txt", "firewall/squid/squid.conf"]);
		expect((await stack.up()).changes).toEqual([]);
	});

	test("one host more of one deployment changes that deployment and the perimeter's files, and replaces nothing", async () => {
		project.write("main.mjs", program("otel-us"));
		const { changes } = await stack.up();

		expect(changes).toEqual([
			{ name: "perimeter-manifest-local", op: "update" },
			{ name: "perimeter-perimeter-local", op: "update" },
			{ name: "us-group-pilot-local", op: "update" },
			{ name: "us-manifest-local", op: "update" },
			{ name: "us-perimeter-local", op: "update" },
		]);
		expect(text("perimeter/firewall/squid/squid.conf")).toContain(" otel-us.example.com\n");
		expect(text("eu/firewall/squid/squid.conf")).not.toContain("otel-us");
	});

	test("destroy leaves nothing of it", async () => {
		await stack.destroy();
		expect(() => text("perimeter/egress.txt")).toThrow(/ENOENT/);
	});
});
