import { Option } from "commander";

/** Argument of a command that takes one deployment file. */
export const deploymentFile = [
	"<file>",
	"deployment file in YAML or JSON, a stack's file with one, or - for standard input",
] as const;

/** Option of every command that reads deployment files. */
export const allowOutside = ["--allow-outside", "let the file extend files outside of its repository"] as const;

/** Options of commands that write a deployment file. */
export const organizationName = ["--organization <name>", "name of the organization, as people read it"] as const;
export const describedFile = [
	"--out <file>",
	"the deployment file, or - for standard output",
	"deployment.yaml",
] as const;

export const jsonDocument = ["--json", "print one JSON document"] as const;

export const policiesOption = [
	"--policies <file>",
	"policy file, in the place of the cowork-policies.yaml beside",
] as const;

export function publicKeyOption(): Option {
	const collect = (file: string, before: readonly string[]) => [...before, file];
	const says = "public key that has to have signed every revision, in the place of those of the file; may be repeated";
	return new Option("--public-key <file>", says).argParser(collect).default([], "none");
}

export function rulesOption(): Option {
	const collect = (module: string, before: readonly string[]) => [...before, module];
	const says = "module whose default export is a rule or a list of rules; it is run; may be repeated";
	return new Option("--rules <module>", says).argParser(collect).default([], "none");
}
