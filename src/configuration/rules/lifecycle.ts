import type { Problem } from "../../problem.js";
import { findKey } from "../catalogue.js";
import type { ConfigurationView, Rule } from "./rule.js";

function deprecated(view: ConfigurationView): Problem[] {
	return [...view.configuration.settings.keys()].flatMap((name) => {
		const why = findKey(name)?.deprecated;
		return why === undefined ? [] : [view.warning(name, `${name} is deprecated: ${why}`)];
	});
}

function platforms(view: ConfigurationView): Problem[] {
	return [...view.configuration.settings.keys()].flatMap((name) => {
		const readOn = findKey(name)?.platforms;
		if (!readOn || readOn.some((platform) => view.configuration.platforms.includes(platform))) return [];
		return [
			view.warning(
				name,
				`${name} is read on ${readOn.join(" and ")} only, which group ${view.configuration.group} does not have`,
			),
		];
	});
}

function unknown(view: ConfigurationView): Problem[] {
	const onLinux = view.configuration.platforms.includes("linux")
		? "; some Linux builds discard a whole file with a key they do not know"
		: "";
	return [...view.configuration.settings]
		.filter(([, setting]) => setting.layer === "extra")
		.map(([name]) => view.warning(name, `is kept unchecked: the catalogue does not know ${name}${onLinux}`));
}

/** Keys that are going away, do nothing here, or are not known. */
export const lifecycleRules: readonly Rule[] = [deprecated, platforms, unknown];
