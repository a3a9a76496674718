import { compareVersions, versionOf } from "../../version.js";
import { eachGroup } from "../each-group.js";
import { definePolicyRule } from "../policy-rule.js";

const allowed = "isDesktopExtensionEnabled";
const signed = "isDesktopExtensionSignatureRequired";
/** From it on the app installs no extensions unless the key says so. */
const closedSince = "1.19367.0";

export const unsignedExtensions = definePolicyRule({
	id: "unsigned-extensions",
	title: "no desktop extension without a trusted signature can be installed",
	why: "A desktop extension is a program that runs as the user; without a signature nobody vouches for it.",
	fix: "Set isDesktopExtensionSignatureRequired to true, or isDesktopExtensionEnabled to false.",
	severity: "error",
	check: (deployment) => {
		const oldest = versionOf(deployment.app.minimumVersion);
		const isClosed = oldest !== undefined && compareVersions(oldest, closedSince) >= 0;
		return eachGroup(deployment, (group) => {
			const enabled = group.value(allowed);
			if (enabled === false || (enabled === undefined && isClosed) || group.value(signed) === true) return [];
			const older = enabled === undefined ? `, in apps before ${closedSince}` : "";
			return [group.ofKey(enabled === undefined ? signed : allowed, `lets extensions without a signature in${older}`)];
		});
	},
});
