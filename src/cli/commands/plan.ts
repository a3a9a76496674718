import type { DeclaredCommand } from "./declared-command.js";
import { allowOutside, deploymentFile, jsonDocument } from "./shared-options.js";

export const planCommand: DeclaredCommand = {
	examples: ["pulumi-cowork plan deployment.yaml", "pulumi-cowork plan deployment.yaml --json > plan.json"],
	after: `
Nothing is asked of a cloud, and nothing is created: it is what a program has created, by what the file says alone. The
JSON document has every resource with what it is given, and each policy.`,
	declare: (program, output) =>
		program
			.command("plan")
			.description("show what a deployment has created in clouds, and what of it is paid for, without any of them")
			.argument(...deploymentFile)
			.option(...allowOutside)
			.option(...jsonDocument)
			.action(async (file, options) => (await import("../plan.js")).plan(file, options, output)),
};
