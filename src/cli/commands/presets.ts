import type { DeclaredCommand } from "./declared-command.js";

export const presetsCommand: DeclaredCommand = {
	examples: ["pulumi-cowork presets", "pulumi-cowork presets lockedDown"],
	declare: (program, output) =>
		program
			.command("presets")
			.description("show what each preset sets, side by side")
			.argument("[name]", "one preset, with what its settings mean")
			.option("--json", "print one JSON document")
			.action(async (name, options) => (await import("../presets.js")).showPresets(name, options, output)),
};
