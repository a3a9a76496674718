import { compareText } from "../../json.js";
import type { Problem } from "../../problem.js";
import { compareVersions } from "../../version.js";
import { keyNames, keysByFold, type ManagedKeyName, managedKeys } from "../catalogue.js";
import { nearestKey } from "../nearest-key.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** What takes the place of a deprecated key, in the words of the inference block; older apps know only the key itself. */
const successors: Readonly<Record<string, { readonly key: ManagedKeyName; readonly instead: string }>> = {
	inferenceGatewayOidc: { key: "inferenceIdpOidc", instead: "signIn.idp.oidc" },
	inferenceGatewayOidcAuthFlow: { key: "inferenceIdpAuthFlow", instead: "signIn.idp.flow" },
};

const inOrder = [...keyNames].sort(compareText);
const deprecatedKeys = inOrder.filter((name) => managedKeys[name].deprecated !== undefined);
const keysOfSomePlatforms = inOrder.filter((name) => managedKeys[name].platforms !== undefined);

function deprecated(view: ConfigurationView): Problem[] {
	const { gated, fleet } = view.configuration;
	return deprecatedKeys
		.filter((name) => view.has(name))
		.flatMap((name) => {
			const successor = Object.hasOwn(successors, name) ? successors[name] : undefined;
			const why = managedKeys[name].deprecated;
			if (!successor)
				return [view.warning("deprecated", name, `is deprecated: ${why}; remove it where no older app needs it`)];
			const { since } = managedKeys[successor.key];
			// Apps before that read this spelling alone, and later ones convert it.
			if (!gated || compareVersions(since, fleet.oldest) > 0) return [];
			return [
				view.warning("deprecated", name, `is the older spelling; from app ${since} write ${successor.instead} instead`),
			];
		});
}

/** Only what a group wrote for itself: what all groups share may be meant for another. */
function platforms(view: ConfigurationView): Problem[] {
	const { group, platforms: has } = view.configuration;
	return keysOfSomePlatforms.flatMap((name) => {
		const readOn = managedKeys[name].platforms ?? [];
		if (view.get(name)?.layer !== "group" || readOn.some((platform) => has.includes(platform))) return [];
		const message = `is read on ${readOn.join(" and ")} only, which group ${group} does not have; remove it`;
		return [view.warning("not-on-platform", name, message)];
	});
}

/**
 * The registry of Windows does not tell names apart by their case, and what came last would win. What differs so from
 * a key that is known is refused wherever it is written.
 */
function sameButForCase(view: ConfigurationView): Problem[] {
	const first = new Map<string, string>();
	return [...view.configuration.settings.keys()].flatMap((name) => {
		const folded = name.toLowerCase();
		const other = keysByFold.has(folded) ? undefined : first.get(folded);
		if (other === undefined) {
			first.set(folded, name);
			return [];
		}
		const message = `differs from ${other} by case alone, which Windows does not tell apart; keep one of the two`;
		return [view.error("same-but-for-case", name, message)];
	});
}

function unknown(view: ConfigurationView): Problem[] {
	const { platforms: has, settings } = view.configuration;
	const onLinux = has.includes("linux") ? "; some Linux builds discard a whole file with a key they do not know" : "";
	return [...settings]
		.filter(([, setting]) => setting.layer === "extra")
		.map(([name], index) => {
			const near = nearestKey(name, index);
			const meant = near ? `; if you mean ${near}, write that in settings` : "";
			return view.warning(
				"unknown-setting",
				name,
				`is kept unchecked, because the catalogue does not know it${meant}${onLinux}`,
			);
		});
}

/** Keys that are going away, do nothing here, or are not known. */
export const lifecycleRules: readonly Rule[] = [deprecated, platforms, sameButForCase, unknown];
