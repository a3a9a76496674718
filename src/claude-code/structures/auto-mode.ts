import { flag, list, object, text } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";

function rules(summary: string): Member {
	return { shape: list(text()), summary, defaultNote: "the built-in ones, which `$defaults` keeps in a list" };
}

/** https://code.claude.com/docs/en/settings-reference#automode */
export const autoMode = object(
	{
		environment: rules("What the classifier is told of the surroundings."),
		allow: rules("What passes."),
		soft_deny: rules("What is refused unless the user asked for it."),
		hard_deny: rules("What is refused."),
		classifyAllShell: {
			shape: flag,
			summary: "Sends every shell command through the classifier; since 2.1.193.",
			default: false,
		},
	},
	{ name: "AutoMode", summary: "Rules of the classifier of auto mode." },
);
