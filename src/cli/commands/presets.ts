import type { DeclaredCommand } from "./declared-command.js";
import { jsonDocument } from "./shared-options.js";

export const presetsCommand: DeclaredCommand = {
	examples: ["pulumi-cowork presets", "pulumi-cowork presets lockedDown"],
	declare: (program, output) =>
		program
			.command("presets")
			.description("show what each preset sets, side by side")
			.argument("[name]", "one preset, with what its settings mean")
			.option(...jsonDocument)
			.action(async (name, options) => (await import("../presets.js")).showPresets(name, options, output)),
};
