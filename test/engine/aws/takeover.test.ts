import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { closed, listening } from "../../support/listening.js";
import { SimulatedProject } from "./simulated.js";

const foundation = `import { readFileSync } from "node:fs";
import { BedrockFoundation } from "pulumi-cowork/aws";
new BedrockFoundation("base", JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8")));
`;
const region = "eu-central-1";
const accountId = "123456789012";
const refusal =
	"logging.adopt: calls in eu-central-1 are recorded already, to /security/bedrock, by a setting of which the account has one per region; say adopt: true to replace it, leave logging out, or, where it is this foundation's under another name, keep that name by an alias, because the deletion of the other would end all records";

describeEngine("the account's one setting for records of calls", () => {
	const folder = shippedPackage();
	/** What Bedrock answers to who asks for the setting. */
	let loggingConfig: object | undefined;
	let server: Server;

	beforeAll(async () => {
		server = createServer((request, response) => {
			const known = request.url === "/logging/modelinvocations" && request.method === "GET";
			response.writeHead(known ? 200 : 404, { "content-type": "application/json" });
			response.end(JSON.stringify({ loggingConfig }));
		});
		vi.stubEnv("AWS_ENDPOINT_URL_BEDROCK", await listening(server));
		vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
		vi.stubEnv("AWS_SECRET_ACCESS_KEY", "example");
	});
	afterAll(async () => {
		vi.unstubAllEnvs();
		await closed(server);
	});

	test("is not taken over without a word, in the preview already, and stays the foundation's own", async () => {
		const project = new SimulatedProject(folder(), "takeover", foundation);
		const logging = { to: { logGroup: {} } };
		loggingConfig = { cloudWatchConfig: { logGroupName: "/security/bedrock", roleArn: "arn:aws:iam::1:role/a" } };
		project.describe({ region, accountId, logging });
		await expect(project.preview()).rejects.toThrow(refusal);
		const refused = await project.failedUp();
		expect(refused.message).toContain(refusal);
		expect(refused.operations.map(({ name }) => name)).not.toContain("base-invocation-logging");

		project.describe({ region, accountId, logging: { ...logging, adopt: true } });
		expect((await project.up()).operations).toContainEqual({ operation: "create", name: "base-invocation-logging" });

		// It is its own by now, and needs no word any more.
		project.describe({ region, accountId, logging });
		expect((await project.up()).operations).toEqual([]);
		project.describe({ region, accountId, logging: { ...logging, retentionDays: 30 } });
		expect((await project.up()).operations).toEqual([{ operation: "update", name: "base-logs" }]);
	});

	test("is made where there is none, and where nobody can look, which is said", async () => {
		const project = new SimulatedProject(folder(), "untaken", foundation);
		loggingConfig = undefined;
		project.describe({ region, accountId, logging: { to: { bucket: {} } } });
		const { text, operations } = await project.up();
		expect(text).not.toContain("logging.adopt");
		expect(operations).toContainEqual({ operation: "create", name: "base-invocation-logging" });

		const blind = new SimulatedProject(folder(), "blind", foundation);
		vi.stubEnv("AWS_ENDPOINT_URL_BEDROCK", "http://127.0.0.1:9");
		blind.describe({ region, accountId, logging: { to: { bucket: {} } } });
		const run = await blind.up();
		expect(run.text).toContain("logging.adopt: nobody could look whether calls in eu-central-1 are recorded already");
		expect(run.operations).toContainEqual({ operation: "create", name: "base-invocation-logging" });
	});
});
