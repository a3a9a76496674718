import type { EgressContext } from "../context.js";

export function offlineInstaller(context: EgressContext): string[] {
	const { installer, platforms, group } = context.configuration;
	if (installer !== "offline") return [];
	const linux = platforms.includes("linux")
		? [`downloads.claude.ai stays: the offline installer exists for macOS and Windows, and group ${group} has Linux`]
		: [];
	const updates = context.inFleet(context.isNot("disableAutoUpdates", true));
	const catalog =
		context.inFleet(context.knowing("modelCatalogEnabled")) &&
		context.value("modelCatalogEnabled") !== false &&
		!context.has("modelCatalogUrl");
	if (!updates && !catalog) return linux;
	return [
		...linux,
		"the offline installer spares downloads.claude.ai only beside disableAutoUpdates true, and modelCatalogEnabled false or a modelCatalogUrl",
	];
}

export function windowsDictionaries({ configuration }: EgressContext): string[] {
	if (!configuration.platforms.includes("windows")) return [];
	return [
		"Windows may fetch spell-check dictionaries from redirector.gvt1.com and *.gvt1.com for languages that it does not bring: no key stops that, and the app lists these hosts for its Linux build alone, so that none is added for Windows",
	];
}
