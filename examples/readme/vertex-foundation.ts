import { VertexFoundation } from "pulumi-cowork/gcp";

const foundation = new VertexFoundation("foundation", {
	projectId: "example-claude",
	models: ["claude-sonnet-5"],
	allowedModels: { models: ["claude-sonnet-5"] },
	audit: { bucket: { retentionDays: 365, location: "eu" } },
	settled: ["terms"],
});

export const { dataSharingCommands } = foundation;
