import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** Keys that hold the path of a file on the device. */
const pathKeys = [
	"inferenceCredentialHelper",
	"inferenceVertexCredentialsFile",
	"inferenceBedrockAwsDir",
	"inferenceBedrockAwsCliPath",
	"otlpHeadersHelper",
	"bootstrapHeadersHelper",
	"sshClientPath",
];

/** Keys that go before one of those on Windows, with the word that the inference block has for them. */
const onWindowsInstead: Readonly<Record<string, { readonly key: string; readonly member: string }>> = {
	inferenceCredentialHelper: { key: "inferenceCredentialHelperWindows", member: "windowsPath" },
};

/** Every platform of a group gets the same values, but a path is good on some of them only. */
function foreignPaths(view: ConfigurationView): Problem[] {
	const { group, platforms } = view.configuration;
	const onWindows = platforms.includes("windows");
	const elsewhere = platforms.find((platform) => platform !== "windows");
	return pathKeys.flatMap((key) => {
		const path = view.text(key);
		if (path === undefined) return [];
		const other = Object.hasOwn(onWindowsInstead, key) ? onWindowsInstead[key] : undefined;
		const setting = view.get(key);
		const isToldApart = setting?.onWindows !== undefined || (other && view.has(other.key));
		if (path.startsWith("/") && onWindows && !isToldApart) {
			const member = setting?.layer === "observability" ? "windowsHelper" : other?.member;
			const instead = member ? `add ${member}, or ` : "";
			const message = `is no path on Windows, which group ${group} has; ${instead}give Windows a group of its own`;
			return [view.warning("foreign-path", key, message)];
		}
		if (/^(?:[A-Za-z]:|\\\\)/.test(path) && elsewhere) {
			const message = `is a Windows path, but group ${group} has ${elsewhere} too; give Windows a group of its own`;
			return [view.warning("foreign-path", key, message)];
		}
		return [];
	});
}

/** https://claude.com/docs/third-party/claude-desktop/credential-helper */
export const pathRules: readonly Rule[] = [foreignPaths];
