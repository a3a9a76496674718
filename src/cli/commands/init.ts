import type { DeclaredCommand } from "./declared-command.js";
import { organizationName } from "./shared-options.js";

export const initCommand: DeclaredCommand = {
	examples: ["pulumi-cowork init", "pulumi-cowork init --route bedrock --name eu --group pilot"],
	after: `
What is not said is asked for on a terminal; elsewhere it is gateway, cowork, pilot and Example Corp.`,
	declare: (program, output) =>
		program
			.command("init")
			.description("write a first deployment file with an id of its own, and what editors need to check it")
			.option("--route <route>", "where inference comes from, such as gateway or bedrock")
			.option("--name <name>", "name of the deployment")
			.option("--group <name>", "first group of users")
			.option(...organizationName)
			.option("--out <file>", "the file", "deployment.yaml")
			.action(async (options) => (await import("../init.js")).init(options, output)),
};
