import { error, type Problem } from "../../../problem.js";
import type { AwsPrincipal } from "../request.js";
import { type AwsSignInName, awsSignIns } from "./sign-ins.js";

/** Where others look after who may sign in, nothing decides what is left out: devices would sign in to nothing. */
export function checkBringYourOwn(signIn: AwsSignInName, principals: readonly AwsPrincipal[]): Problem[] {
	const message = "is missing; with bringYourOwn nothing decides it: write what devices sign in with";
	return principals.flatMap(({ signInBlock, signInAt }) =>
		(awsSignIns[signIn].leftOut?.(signInBlock) ?? []).map((path) => error("missing", [...signInAt, ...path], message)),
	);
}
