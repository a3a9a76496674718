import type { Owners } from "../observability/observability.js";
import type { PlacedAgentFile } from "../observability/placed-agent-files.js";
import { markdownCode as code, markdownTable } from "../table/markdown.js";
import { agentTable } from "./agent-table.js";
import { words } from "./words.js";

export interface TelemetryRequest {
	readonly deployment: string;
	readonly owners: Owners;
	/** Whether the collector is created with the rest of the deployment. */
	readonly provisioned: boolean;
	/** Paths below `observability/`. */
	readonly files: readonly string[];
	readonly agents: readonly PlacedAgentFile[];
}

/** What is handed over together: a folder, or a file. */
interface Share {
	readonly place: string;
	/** The member of `observability.owners` that takes it; the first that names somebody. */
	readonly owners: readonly (keyof Owners)[];
	readonly tool: string;
	readonly step: string;
	/** What of it is otherwise where the collector is created with the rest. */
	readonly provisioned?: Pick<Share, "tool" | "step">;
}

const shares: readonly Share[] = [
	{
		place: "ROLLOUT.md",
		owners: ["platform", "securityOperations"],
		tool: "whoever leads the rollout",
		step: "go through its phases in order, and see what each asks for before the next",
	},
	{
		place: "collector/",
		owners: ["platform"],
		tool: "OpenTelemetry Collector, contrib distribution",
		step: "start it with collector.yaml and the variables of its README.md, behind the address that devices send to",
		provisioned: {
			tool: "pulumi up, which creates it",
			step: "let it reach the hosts of egress.txt; its configuration is placed with it, from secrets that README.md names",
		},
	},
	{
		place: "rules/",
		owners: ["detections", "securityOperations"],
		tool: "the SIEM, by language",
		step: "import the folder of its language; sigma/ converts to others; README.md says what is left out, and why",
	},
	{
		place: "runbooks/",
		owners: ["securityOperations"],
		tool: "where alerts are worked on",
		step: "put each beside its rule, and walk through it once",
	},
	{
		place: "questions/",
		owners: ["securityOperations"],
		tool: "the SIEM, by language",
		step: "save them as searches for whoever looks into an incident",
	},
	{
		place: "dashboards/",
		owners: ["platform", "securityOperations"],
		tool: "Grafana",
		step: "import each file, and choose the stores of metrics and events on the page",
	},
	{
		place: "local/",
		owners: ["platform"],
		tool: "one test machine",
		step: "go through its README.md before any other device is told anything",
	},
];

/** `observability/HANDOVER.md`: who takes which of the files beside it, into what. */
export function telemetryPage({ deployment, owners, provisioned, files, agents }: TelemetryRequest): string {
	const given = shares.filter(({ place }) => files.some((file) => file.startsWith(place)));
	const lines = [
		`# Handing over telemetry: deployment ${deployment}`,
		"",
		"Paths are below this folder. What devices get is in `../groups/<group>/`, and that group's HANDOVER.md says how.",
		"",
		...(given.length === 0
			? []
			: [
					"## Who takes what",
					"",
					...markdownTable(
						["what", "who", "tool", "what to do"],
						given.map((share) => {
							const { place, owners: of, tool, step } = { ...share, ...(provisioned && share.provisioned) };
							return [code(place), ownerOf(of, owners), words(tool), words(step)];
						}),
					),
					"",
				]),
		...(agents.length === 0
			? []
			: [
					"## Other coding agents",
					"",
					"Switches of their own telemetry, for devices that have them. README.md beside each says what they do, and what is",
					"not written.",
					"",
					...agentTable(agents),
					"",
				]),
	];
	return `${lines.join("\n").trimEnd()}\n`;
}

function ownerOf(of: Share["owners"], owners: Owners): string {
	const named = of.map((member) => owners[member]).find((owner): owner is string => typeof owner === "string");
	return named === undefined ? `nobody is named (${code(`observability.owners.${of[0]}`)})` : words(named);
}
