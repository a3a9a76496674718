import * as pulumi from "@pulumi/pulumi";
import type { Outcome } from "../outcome.js";
import {
	DeploymentError,
	distinctProblems,
	formatProblem,
	formatProblems,
	gatherProblems,
	isError,
	type Problem,
} from "../problem.js";

/**
 * Ends a program that has an invalid deployment with every error and no stack trace, which would hide them; warnings are
 * logged as what they are.
 */
export function orRunError<Made>(make: () => Made): Made {
	try {
		return make();
	} catch (fault) {
		if (!(fault instanceof DeploymentError)) throw fault;
		const errors = fault.problems.filter(isError);
		logWarnings(fault.problems.filter((problem) => !isError(problem)));
		throw Object.assign(runError(formatProblems(errors).join("\n")), { problems: fault.problems });
	}
}

/** Shows each warning once, in a preview as in an update. */
export function logWarnings(warnings: readonly Problem[], resource?: pulumi.Resource): void {
	for (const warning of gatherProblems(distinctProblems(warnings))) {
		// Pulumi says itself that it is one.
		const line = formatProblem({ ...warning, severity: "error" });
		void pulumi.log.warn(line, resource);
	}
}

/** What was made, or the end of the program with every problem. */
export function valueOrRunError<Value>({ value, problems }: Outcome<Value>): Value {
	return orRunError(() => {
		if (value === undefined) throw new DeploymentError(problems);
		return value;
	});
}

/** An error that ends a program with its message alone. */
export function runError(message: string): pulumi.RunError {
	const fault = new pulumi.RunError(message);
	// Pulumi shows no stack but colours it first, and Node needs half a minute for one that leads through node_modules.
	fault.stack = "";
	return fault;
}
