import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { peopleOf } from "../../requested-deployment.js";
import type { AwsPrincipal } from "../request.js";

/** What exists is one thing, and takes one policy. */
export function checkOnePrincipal(principals: readonly AwsPrincipal[], word: string, at: Path): Problem[] {
	if (principals.length < 2) return [];
	const each = principals.map(peopleOf).join(" and of ");
	const message = `is one ${word}, and the people of ${each} need one each; leave it out, or let no group have models, a way to sign in or profiles of its own`;
	return [error("one-principal", at, message)];
}
