import { integer, list, object, words } from "../../shape/build.js";
import { environmentHelper, serverCommand } from "../values/file-path.js";
import { line } from "../values/text.js";
import { environment } from "../values/text-map.js";
import { onlyTheAppWrites } from "./surplus-members.js";
import { toolPolicy } from "./tool-policy.js";

export const localMcpServer = object(
	{
		name: { shape: line, summary: "Unique among the servers.", required: true },
		transport: { shape: words(["stdio"]), summary: "Kind of the server.", required: true },
		command: {
			shape: serverCommand,
			summary: "Absolute path of the program on the device, without `..` and shell characters.",
			required: true,
		},
		args: { shape: list({ kind: "text" }), summary: "Arguments, in order.", defaultNote: "none" },
		env: { shape: environment, summary: "Environment variables by name.", defaultNote: "none" },
		envHelper: {
			shape: environmentHelper,
			summary: "Absolute path of a program that prints environment variables as flat JSON within 30 seconds.",
			defaultNote: "none",
		},
		envHelperTtlSec: {
			shape: integer({ above: 0 }),
			summary: "How long its variables are kept, in seconds.",
			since: "1.21459.0",
			default: 300,
		},
		startupTimeoutSec: {
			shape: integer({ min: 5, max: 600 }),
			summary: "How long the program may take to start, in seconds.",
			since: "1.19367.0",
			default: 120,
		},
		toolPolicy,
	},
	{
		name: "LocalMcpServer",
		summary: "An MCP server that the app starts as a program.",
		surplus: onlyTheAppWrites,
	},
);

export const policyOnlyMcpServer = object(
	{
		name: { shape: line, summary: "Name of the server that the permissions are for.", required: true },
		transport: {
			shape: {
				...words(["policy-only"]),
				someVersions: [
					{
						code: "unknown-to-oldest-app",
						versions: { until: "2.110.0" },
						concerns: () => true,
						message: "is unknown to apps before 2.110.0, which drop the entry and with it these permissions",
					},
				],
			},
			summary: "Kind of the server.",
			required: true,
		},
		toolPolicy,
	},
	{
		name: "PolicyOnlyMcpServer",
		summary: "Permissions for an MCP server that comes from elsewhere; from 2.110.0.",
		surplus: onlyTheAppWrites,
	},
);
