import { formatPath, type Path } from "../../path.js";
import type { LateReference } from "../../reference/reference.js";

/** The client id of the app that is registered. `signInAt` is where the sign-in block stands, which may say another. */
export function clientReference(signInAt: Path): LateReference {
	const instead = formatPath([...signInAt, "clientId"]);
	return {
		fromCloud: { name: "foundry.clientId", words: "the client id of the app that Entra ID will register", instead },
	};
}

/** The key of the account that profiles carry. `signInAt` is where the sign-in block stands, which may hold another. */
export function keyReference(signInAt: Path): LateReference {
	const words = "the key that Azure will make for the account";
	return { fromCloud: { name: "foundry.apiKey", words, instead: formatPath(signInAt) } };
}
