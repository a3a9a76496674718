import type { Path } from "../../../path.js";
import type { Problem } from "../../../problem.js";
import { isSecretReference, referenceName } from "../../../reference/reference.js";
import { textIn } from "../../requested-deployment.js";
import type { AwsPrincipal } from "../request.js";
import { checkToldApart, type Mark } from "./check-told-apart.js";
import type { IdentitiesRequest } from "./identity.js";

/** Refuses one permission set or key, which others look after, for people whose models differ. */
export function checkSignInBlocks({ signIn }: IdentitiesRequest, principals: readonly AwsPrincipal[]): Problem[] {
	const marked = (what: string, valueIn: (block: unknown) => string | undefined, ...below: Path): Mark => ({
		what,
		at: (_, { signInAt }) => [...signInAt, ...below],
		valuesOf: (_, { signInBlock }) => [valueIn(signInBlock)].flatMap((value) => value ?? []),
	});
	if (signIn === "identityCenter") {
		return checkToldApart(principals, [
			marked("permission set", (block) => textIn(block, "roleName"), "roleName"),
			marked("start URL", (block) => textIn(block, "startUrl"), "startUrl"),
		]);
	}
	if (signIn !== "bearerToken") return [];
	return checkToldApart(principals, [
		marked("key", (block) => (isSecretReference(block) ? referenceName(block) : undefined)),
	]);
}
