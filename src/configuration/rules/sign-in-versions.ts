import type { Problem } from "../../problem.js";
import { compareVersions } from "../../version.js";
import { keyNames, managedKeys } from "../catalogue.js";
import type { ConfigurationView } from "./rule.js";

const needed = keyNames.filter((name) => managedKeys[name].neededToSignIn);

/**
 * A way to sign in that some app of the fleet does not know locks its users out. Of an open range only the youngest way
 * says so: the others are older than the apps that anybody still has.
 */
export function waysOfSomeApps(view: ConfigurationView): Problem[] {
	const { gated, fleet } = view.configuration;
	return needed.flatMap((key) => {
		const { since } = managedKeys[key];
		if (!view.has(key) || compareVersions(since, fleet.oldest) <= 0) return [];
		if (!gated && key !== "inferenceIdpOidc") return [];
		const raise = `write app.minimumVersion ${since} or later, or ${instead(view, key)}`;
		const message = `apps before ${since} cannot sign in this way, and the fleet may have one; ${raise}`;
		return [view.error("sign-in-of-some-apps", "inferenceCredentialKind", message)];
	});
}

function instead(view: ConfigurationView, key: string): string {
	const ways = Object.values(view.route?.signIn ?? {});
	const way = ways.find(({ members = {} }) => Object.values(members).some((member) => member.key === key));
	return `use ${way?.forOlderApps ?? "another way to sign in"}`;
}
