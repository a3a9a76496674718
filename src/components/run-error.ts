import * as pulumi from "@pulumi/pulumi";
import { DeploymentError } from "../problem.js";

/** Ends a program that has an invalid deployment with every problem and no stack trace, which would hide them. */
export function orRunError<Made>(make: () => Made): Made {
	try {
		return make();
	} catch (fault) {
		if (!(fault instanceof DeploymentError)) throw fault;
		throw Object.assign(runError(fault.message), { problems: fault.problems });
	}
}

/** An error that ends a program with its message alone. */
export function runError(message: string): pulumi.RunError {
	const fault = new pulumi.RunError(message);
	// Pulumi shows no stack but colours it first, and Node needs half a minute for one that leads through node_modules.
	fault.stack = "";
	return fault;
}
