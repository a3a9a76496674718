import path from "node:path";
import * as pulumi from "@pulumi/pulumi";

/** A path as a program names it, from the root of its project: the folder that it runs in is that of its `main`. */
export function inProject(name = "."): string {
	return path.resolve(pulumi.runtime.getRootDirectory() ?? ".", name);
}
