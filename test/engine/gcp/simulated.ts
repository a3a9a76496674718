import { CloudProject } from "../simulated.js";

export { each } from "../simulated.js";

const vertex = { name: "gcp", knowledge: "test/engine/gcp/simulated-vertex.cjs", packages: ["@pulumi/gcp"] };

type Options = ConstructorParameters<typeof CloudProject>[5];

/** A project with a program on the shipped package, whose provider of Google Cloud is a stand-in. */
export function vertexProject(
	parent: string,
	name: string,
	program: string,
	main?: string,
	options?: Options,
): CloudProject {
	return new CloudProject(vertex, parent, name, program, main, options);
}
