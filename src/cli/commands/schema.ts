import { Argument } from "commander";
import type { DeclaredCommand } from "./declared-command.js";

export const schemaCommand: DeclaredCommand = {
	examples: ["pulumi-cowork schema > deployment.schema.json", "pulumi-cowork schema policies > policies.schema.json"],
	declare: (program, output) =>
		program
			.command("schema")
			.description("print the JSON Schema of deployment files or of policy files, for editors, or of reviews as JSON")
			.addArgument(
				new Argument("[file]", "which file").choices(["deployment", "policies", "review"]).default("deployment"),
			)
			.action(async (file) => (await import("../schema.js")).schema(file, output)),
};
